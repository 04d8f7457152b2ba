package bobbin.account;

import bobbin.base.Setting;
import java.time.Duration;
import java.util.List;

/**
 * How people join and leave.
 *
 * @param hold how long a username that was given up stays reserved (09 §9.2)
 * @param removalAfter how long a deleted account is kept (15 §15.17)
 * @param idle how long a session lives without being used
 * @param tries how many failed sign-ins per account are let through within the window; the next two likewise per address
 */
public record AccountSettings(
        SignUps signUps,
        Resets resets,
        boolean geoEligible,
        Duration hold,
        Duration removalAfter,
        Duration idle,
        Duration resetLife,
        int tries,
        int addressTries,
        int addressSignUps,
        Duration window) {

    /** Who may make accounts. */
    public enum SignUps {
        /** Everybody. */
        OPEN,
        /** The operator, by command line. */
        OPERATOR,
        /** Nobody. */
        CLOSED
    }

    /** How people who forgot their password get the link to set another one. */
    public enum Resets {
        /** The operator makes it by command line and hands it over. */
        OPERATOR,
        /** The page shows it to whoever asks. For trying things out on one's own machine only. */
        SHOWN
    }

    public static final Setting<SignUps> SIGN_UP = Setting.of(
            "accounts.sign_up",
            SignUps.class,
            SignUps.OPEN,
            "Who may make accounts: open (everybody), operator (only by command line) or closed (nobody).");
    public static final Setting<Resets> RESETS = Setting.of(
            "accounts.password_reset",
            Resets.class,
            Resets.OPERATOR,
            "How the link for a new password is handed over: operator (made by command line) or shown (to whoever asks; never on a public server).");
    static final Setting<Boolean> GEO_ELIGIBLE = Setting.of(
            "accounts.geo_eligible",
            Boolean.class,
            true,
            "Whether new accounts may show posts in chosen countries only; the operator can change it for each.");
    static final Setting<Duration> HOLD = Setting.of(
            "accounts.username_hold",
            Duration.class,
            Duration.ofDays(14),
            "How long a username that its owner gave up stays reserved, PT0S to P366D.");
    static final Setting<Duration> REMOVAL = Setting.of(
            "accounts.removal_after",
            Duration.class,
            Duration.ofDays(30),
            "How long a deleted account is kept before everything of it is removed, PT0S to P366D.");
    static final Setting<Duration> IDLE = Setting.of(
            "sessions.idle",
            Duration.class,
            Duration.ofDays(90),
            "How long a browser stays signed in without being used, PT10M to P400D.");
    static final Setting<Duration> RESET_LIFE = Setting.of(
            "accounts.password_reset_life",
            Duration.class,
            Duration.ofHours(24),
            "How long the link for a new password works, PT1M to P30D.");
    static final Setting<Integer> TRIES = Setting.of(
            "sign_in.tries",
            Integer.class,
            10,
            "How many wrong passwords per account are let through within sign_in.window, 1 to 1000.");
    static final Setting<Integer> ADDRESS_TRIES = Setting.of(
            "sign_in.tries_per_address",
            Integer.class,
            50,
            "How many wrong passwords per network address are let through within sign_in.window, 1 to 100000.");
    static final Setting<Integer> ADDRESS_SIGN_UPS = Setting.of(
            "sign_up.per_address",
            Integer.class,
            20,
            "How many accounts can be made from one network address within sign_in.window, 1 to 100000.");
    static final Setting<Duration> WINDOW = Setting.of(
            "sign_in.window",
            Duration.class,
            Duration.ofMinutes(15),
            "The time over which tries are counted, PT1M to P1D. Tries come back evenly: one of ten every 90 seconds.");

    public static final List<Setting<?>> ALL = List.of(
            SIGN_UP,
            RESETS,
            GEO_ELIGIBLE,
            HOLD,
            REMOVAL,
            IDLE,
            RESET_LIFE,
            TRIES,
            ADDRESS_TRIES,
            ADDRESS_SIGN_UPS,
            WINDOW);

    private static final Duration YEAR = Duration.ofDays(366);

    public AccountSettings {
        check(HOLD, hold, Duration.ZERO, YEAR);
        check(REMOVAL, removalAfter, Duration.ZERO, YEAR);
        check(IDLE, idle, Duration.ofMinutes(10), Duration.ofDays(400));
        check(RESET_LIFE, resetLife, Duration.ofMinutes(1), Duration.ofDays(30));
        check(WINDOW, window, Duration.ofMinutes(1), Duration.ofDays(1));
        check(TRIES, tries, 1, 1000);
        check(ADDRESS_TRIES, addressTries, 1, 100_000);
        check(ADDRESS_SIGN_UPS, addressSignUps, 1, 100_000);
    }

    public static AccountSettings from(Setting.Values values) {
        return new AccountSettings(
                values.get(SIGN_UP),
                values.get(RESETS),
                values.get(GEO_ELIGIBLE),
                values.get(HOLD),
                values.get(REMOVAL),
                values.get(IDLE),
                values.get(RESET_LIFE),
                values.get(TRIES),
                values.get(ADDRESS_TRIES),
                values.get(ADDRESS_SIGN_UPS),
                values.get(WINDOW));
    }

    static <T extends Comparable<T>> void check(Setting<T> setting, T value, T low, T high) {
        if (value.compareTo(low) < 0 || value.compareTo(high) > 0) {
            throw new IllegalArgumentException("%s is %s to %s, not %s".formatted(setting.key(), low, high, value));
        }
    }
}
