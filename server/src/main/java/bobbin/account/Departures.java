package bobbin.account;

import bobbin.account.AccountStore.Fact;
import bobbin.base.Id;
import bobbin.sql.Database;
import bobbin.sql.Tx;
import bobbin.work.Job;
import bobbin.work.Jobs;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How people leave: for now, and come back by signing in; or for good, and are removed thirty days later (15 §15.17). Both take effect
 * at once: nothing of them is to be seen, every session ends, and those who listen are told.
 */
public final class Departures {
    private static final Logger LOG = LoggerFactory.getLogger(Departures.class);

    /** The kind of job that removes a deleted account. */
    public static final String REMOVAL = "account.remove";

    private final Database database;
    private final Jobs jobs;
    private final AccountSettings settings;
    private final AccountEvents events;
    private final AccountStore accounts = new AccountStore();
    private final NameStore names = new NameStore();
    private final PasswordStore passwords = new PasswordStore();
    private final SessionStore sessions = new SessionStore();
    private final PictureStore pictures = new PictureStore();
    private final RelationStore relations = new RelationStore();
    private final DistanceStore distances = new DistanceStore();
    private final HiddenWordStore words = new HiddenWordStore();

    public Departures(Database database, Jobs jobs, AccountSettings settings, AccountEvents events) {
        this.database = database;
        this.jobs = jobs;
        this.settings = settings;
        this.events = events;
    }

    /** How many days a deleted account is kept. */
    public long daysUntilRemoval() {
        return settings.removalAfter().toDays();
    }

    /** Leaves for now. */
    public void deactivate(Id account) {
        database.change(tx -> {
            if (accounts.date(tx, account, Fact.DEACTIVATED, Optional.of(tx.now()))) {
                withdraw(tx, account);
                events.deactivated(tx, account);
                log(tx, "account_deactivated", account);
            }
        });
    }

    /** Comes back. */
    public void reactivate(Id account) {
        database.change(tx -> reactivate(tx, account));
    }

    /** Comes back, if away for now; whether that was so. */
    boolean reactivate(Tx tx, Id account) {
        if (!accounts.date(tx, account, Fact.DEACTIVATED, Optional.empty())) {
            return false;
        }
        relations.pause(tx, account, Optional.empty());
        events.reactivated(tx, account);
        log(tx, "account_reactivated", account);
        return true;
    }

    /** Leaves for good. There is no way back; the rest is removed later. */
    public void delete(Id account) {
        database.change(tx -> {
            if (accounts.date(tx, account, Fact.DELETED, Optional.of(tx.now()))) {
                withdraw(tx, account);
                passwords.remove(tx, account);
                pictures.removeAll(tx, account);
                jobs.add(tx, REMOVAL, account, tx.now().plus(settings.removalAfter()));
                events.deleted(tx, account);
                log(tx, "account_deleted", account);
            }
        });
    }

    /** Removes a deleted account; does nothing if that was done before. */
    public void remove(Job job) {
        database.change(tx ->
                accounts.find(tx, job.subject()).filter(Account::isDeleted).ifPresent(account -> remove(tx, account)));
    }

    private void withdraw(Tx tx, Id account) {
        sessions.endAllBut(tx, account, Id.LOWEST);
        relations.pause(tx, account, Optional.of(tx.now()));
    }

    /** Others go first, because they may still want to know who it was. The username stays reserved as after a renaming. */
    private void remove(Tx tx, Account account) {
        Id id = account.id();
        events.removed(tx, id);
        relations.remove(tx, id);
        distances.remove(tx, id);
        words.deleteOf(tx, id);
        names.release(tx, new Username(account.username()), id);
        account.email().map(Email::new).ifPresent(email -> names.release(tx, email));
        accounts.remove(tx, id);
        log(tx, "account_removed", id);
    }

    private static void log(Tx tx, String event, Id account) {
        tx.afterCommit(() -> LOG.info("event={} account={}", event, account));
    }
}
