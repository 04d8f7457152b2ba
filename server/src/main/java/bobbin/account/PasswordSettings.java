package bobbin.account;

import bobbin.base.Setting;
import java.util.List;

/**
 * How dear it is to try a password. The defaults are the least that OWASP's cheat sheet on password storage advises for Argon2id.
 *
 * @param memory KiB per try
 * @param passes over that memory
 * @param lanes that are computed side by side
 * @param atOnce how many tries are computed at a time; this many times the memory is the most that is taken
 * @param waiting how many more may wait for their turn
 */
public record PasswordSettings(int memory, int passes, int lanes, int atOnce, int waiting) {
    static final Setting<Integer> MEMORY = Setting.of(
            "passwords.memory",
            Integer.class,
            19_456,
            "Argon2id: KiB of memory per try, 8 to 1048576; OWASP advises 19456 or more.");
    static final Setting<Integer> PASSES = Setting.of(
            "passwords.passes",
            Integer.class,
            2,
            "Argon2id: passes over the memory, 1 to 100; OWASP advises 2 or more.");
    static final Setting<Integer> LANES = Setting.of("passwords.lanes", Integer.class, 1, "Argon2id: lanes, 1 to 16.");
    static final Setting<Integer> AT_ONCE = Setting.of(
            "passwords.at_once",
            Integer.class,
            2,
            "How many passwords are checked at the same time, 1 to 64; each takes passwords.memory.");
    static final Setting<Integer> WAITING = Setting.of(
            "passwords.waiting",
            Integer.class,
            100,
            "How many sign-ins may wait for that before further ones are refused, 1 to 10000.");

    public static final List<Setting<?>> ALL = List.of(MEMORY, PASSES, LANES, AT_ONCE, WAITING);

    public PasswordSettings {
        AccountSettings.check(MEMORY, memory, 8 * lanes, 1_048_576);
        AccountSettings.check(PASSES, passes, 1, 100);
        AccountSettings.check(LANES, lanes, 1, 16);
        AccountSettings.check(AT_ONCE, atOnce, 1, 64);
        AccountSettings.check(WAITING, waiting, 1, 10_000);
    }

    public static PasswordSettings from(Setting.Values values) {
        return new PasswordSettings(
                values.get(MEMORY), values.get(PASSES), values.get(LANES), values.get(AT_ONCE), values.get(WAITING));
    }
}
