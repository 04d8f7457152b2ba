package bobbin.account;

import bobbin.base.Refusal;
import bobbin.sql.Tx;
import java.time.Duration;
import java.time.Instant;

/**
 * An allowance of tries that somebody has: so many at once, and all of them back after a time, evenly. Exact, because each try moves
 * one moment in one row: the moment at which the whole allowance is there again.
 *
 * @param what is tried
 * @param tries how many can be made at once
 * @param window the time after which all of them are back
 */
record Throttle(String what, int tries, Duration window) {
    private static final ThrottleStore STORE = new ThrottleStore();

    /** Counts a try; refuses it, with the time to wait, if nothing of the allowance is left. */
    void spend(Tx tx, String who) {
        Instant latest = tx.now().plus(window);
        if (!STORE.spend(tx, key(who), step(), latest)) {
            Instant whole = STORE.wholeAt(tx, key(who)).orElse(latest);
            throw refusal(Duration.between(latest, whole.plus(step())));
        }
    }

    /** Takes a try back that turned out to be none. */
    void giveBack(Tx tx, String who) {
        STORE.giveBack(tx, key(who), step());
    }

    /** Gives the whole allowance back. */
    void forget(Tx tx, String who) {
        STORE.forget(tx, key(who));
    }

    /** What addresses are counted under: IPv6 by their first 64 bits, since whoever has one address there has them all. */
    static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        String plain = address.replaceAll("[\\[\\]]|%.*", "");
        try {
            byte[] bytes = java.net.InetAddress.ofLiteral(plain).getAddress();
            return java.util.HexFormat.of().formatHex(bytes, 0, Math.min(8, bytes.length));
        } catch (IllegalArgumentException _) {
            return plain;
        }
    }

    private Duration step() {
        return window.dividedBy(tries);
    }

    private String key(String who) {
        return Secret.digest(what + "|" + who);
    }

    private static Refusal refusal(Duration wait) {
        return AccountProblems.TOO_MANY_TRIES.refuse(words(wait)).until(wait);
    }

    private static String words(Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return seconds < 120 ? seconds + " seconds" : (seconds + 59) / 60 + " minutes";
    }
}
