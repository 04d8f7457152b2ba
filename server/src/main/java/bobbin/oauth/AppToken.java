package bobbin.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import bobbin.app.App;
import bobbin.app.AppSecret;
import bobbin.base.Id;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * What an app shows when it calls for itself: {@code TH|app id|rest}. The rest is either the secret as it stands, or the moment of issue
 * with a signature under the secret; so these tokens need no table, and all of them end when the secret is reset (03 §5).
 *
 * @param rest hidden wherever tokens are hidden
 */
record AppToken(Id app, String rest) {
    private static final String START = "TH|";
    private static final int RADIX = 36;
    private static final int MOMENT = 7;
    private static final int SIGNATURE_BYTES = 21;

    /** A new token of this moment, to the second. */
    static String issue(Id app, AppSecret secret, Instant now) {
        return START + app + "|" + signed(app, secret, moment(now));
    }

    /** Whether a text claims to be the token of an app. */
    static boolean isOne(String text) {
        return text.startsWith(START);
    }

    /** Reads a text that somebody shows; empty if it names no app. */
    static Optional<AppToken> parse(String text) {
        int bar = text.indexOf('|', START.length());
        return isOne(text) && bar > 0
                ? Id.parse(text.substring(START.length(), bar)).map(app -> new AppToken(app, text.substring(bar + 1)))
                : Optional.empty();
    }

    /** When it was issued; empty if it was not made with this secret. */
    Optional<Instant> issuedAt(App app, AppSecret secret) {
        if (secret.matches(rest)) {
            return Optional.of(app.secretSince());
        }
        if (rest.length() <= MOMENT) {
            return Optional.empty();
        }
        String moment = rest.substring(0, MOMENT);
        boolean ours = MessageDigest.isEqual(
                rest.getBytes(UTF_8), signed(app.id(), secret, moment).getBytes(UTF_8));
        return ours ? Optional.of(Instant.ofEpochSecond(Long.parseLong(moment, RADIX))) : Optional.empty();
    }

    private static String signed(Id app, AppSecret secret, String moment) {
        byte[] signature = secret.sign(START + app + "|" + moment);
        return moment + Base64.getUrlEncoder().encodeToString(Arrays.copyOf(signature, SIGNATURE_BYTES));
    }

    private static String moment(Instant now) {
        String digits = Long.toString(now.getEpochSecond(), RADIX);
        return "0".repeat(MOMENT - digits.length()) + digits;
    }

    @Override
    public String toString() {
        return "AppToken[app=" + app + "]";
    }
}
