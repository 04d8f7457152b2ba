package bobbin.account;

import bobbin.sql.Database;
import bobbin.work.Job;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Removes, once a day, what has ended by itself: sessions that nobody uses, reset links that are too old, allowances that are whole
 * again. Nothing depends on it but the size of the tables.
 */
public final class Tidying {
    /** The kind of its job, of which there is one. */
    public static final String KIND = "account.tidy";

    private static final Duration PERIOD = Duration.ofDays(1);

    private final Database database;
    private final AccountSettings settings;
    private final SessionStore sessions = new SessionStore();
    private final PasswordStore passwords = new PasswordStore();
    private final ThrottleStore throttles = new ThrottleStore();

    public Tidying(Database database, AccountSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /** Does it, and says when to do it again. */
    public Optional<Instant> run(Job job) {
        return database.write(tx -> {
            sessions.tidy(tx, tx.now().minus(settings.idle()));
            passwords.tidy(tx);
            throttles.tidy(tx);
            return Optional.of(tx.now().plus(PERIOD));
        });
    }
}
