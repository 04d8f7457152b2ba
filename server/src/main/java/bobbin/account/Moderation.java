package bobbin.account;

import bobbin.account.AccountStore.Fact;
import bobbin.base.Id;
import bobbin.sql.Database;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the operator decides about accounts (15 §15.3, 15.17). Each takes effect at once; doing it twice changes nothing. */
public final class Moderation {
    private static final Logger LOG = LoggerFactory.getLogger(Moderation.class);

    private final Database database;
    private final AccountEvents events;
    private final AccountStore accounts = new AccountStore();
    private final SessionStore sessions = new SessionStore();

    public Moderation(Database database, AccountEvents events) {
        this.database = database;
        this.events = events;
    }

    /** Gives the badge. It changes nothing but what is shown. */
    public void verify(Id account) {
        hold(account, Fact.VERIFIED);
    }

    public void unverify(Id account) {
        lift(account, Fact.VERIFIED);
    }

    /** Stops an account from publishing (06 §4.1, code 368); reading works. */
    public void suspend(Id account) {
        hold(account, Fact.SUSPENDED);
    }

    public void unsuspend(Id account) {
        lift(account, Fact.SUSPENDED);
    }

    /** Shows an account to adults only, and nowhere outside (13). */
    public void restrictAge(Id account) {
        hold(account, Fact.AGE_RESTRICTED);
    }

    public void unrestrictAge(Id account) {
        lift(account, Fact.AGE_RESTRICTED);
    }

    /** Lets an account show posts in chosen countries only (04 §14). */
    public void allowGeoGating(Id account) {
        lift(account, Fact.GEO_REFUSED);
    }

    public void refuseGeoGating(Id account) {
        hold(account, Fact.GEO_REFUSED);
    }

    /** Ends every session of an account; the tokens of its apps end as well (03 §7, 190/460). */
    public void logOut(Id account) {
        database.change(tx -> {
            sessions.endAllBut(tx, account, Id.LOWEST);
            events.loggedOut(tx, account);
            tx.afterCommit(() -> LOG.info("event=logged_out account={}", account));
        });
    }

    private void hold(Id account, Fact fact) {
        mark(account, fact, true);
    }

    private void lift(Id account, Fact fact) {
        mark(account, fact, false);
    }

    private void mark(Id account, Fact fact, boolean holds) {
        database.change(tx -> {
            if (accounts.date(tx, account, fact, Optional.of(tx.now()).filter(_ -> holds))) {
                tx.afterCommit(() -> LOG.info("event=moderated account={} fact={} holds={}", account, fact, holds));
            }
        });
    }
}
