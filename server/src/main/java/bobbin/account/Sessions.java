package bobbin.account;

import bobbin.base.Id;
import bobbin.base.Ids;
import bobbin.sql.Database;
import bobbin.sql.Tx;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who is signed in where. A session is a secret in a browser; the server keeps its digest. */
public final class Sessions {
    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

    /** Being seen is written down at most this often. */
    private static final Duration COARSENESS = Duration.ofMinutes(5);

    private final Database database;
    private final Ids ids;
    private final Credentials credentials;
    private final Departures departures;
    private final AccountSettings settings;
    private final SecureRandom random = new SecureRandom();
    private final AccountStore accounts = new AccountStore();
    private final SessionStore store = new SessionStore();

    /**
     * A session that has just begun.
     *
     * @param token for the browser's cookie; nobody can see it again
     * @param isBack whether the person had deactivated the account, which ends by signing in
     */
    public record Begun(Account account, String token, boolean isBack) {
        /** Does not show the token. */
        @Override
        public String toString() {
            return "Begun[" + account.id() + "]";
        }
    }

    /** A session and whose it is. */
    public record Known(Session session, Account account) {}

    /** @param isLongAgo whether it is time to write down that it is used */
    private record Seen(Known known, boolean isLongAgo) {}

    public Sessions(
            Database database, Ids ids, Credentials credentials, Departures departures, AccountSettings settings) {
        this.database = database;
        this.ids = ids;
        this.credentials = credentials;
        this.departures = departures;
        this.settings = settings;
    }

    /**
     * Signs somebody in.
     *
     * @param login a username or an e-mail address
     * @param address from which, for the throttle
     * @param userAgent what the browser says of itself; empty if nothing
     */
    public Begun signIn(String login, Password password, String address, String userAgent) {
        return credentials.check(login, password, address, (tx, account) -> begin(tx, account, userAgent));
    }

    /** Begins a session for somebody who has proved who they are in another way. Ends a deactivation. */
    public Begun begin(Id account, String userAgent) {
        return database.write(tx -> begin(
                tx,
                accounts.find(tx, account)
                        .filter(found -> !found.isDeleted())
                        .orElseThrow(AccountProblems.ACCOUNT_MISSING::refuse),
                userAgent));
    }

    /** Whose session this is; empty for any text that is not the token of a living one. */
    public Optional<Known> who(String token) {
        Optional<Seen> seen = Secret.parse(token).flatMap(secret -> database.read(tx -> living(tx, secret)));
        seen.filter(Seen::isLongAgo)
                .ifPresent(found ->
                        database.change(tx -> store.touch(tx, found.known().session())));
        return seen.map(Seen::known);
    }

    /** The living sessions of an account, last used first. */
    public List<Session> of(Id account) {
        return database.read(tx -> {
            Instant oldest = oldest(tx);
            return store.of(tx, account).stream()
                    .filter(session -> !session.usedAt().isBefore(oldest))
                    .toList();
        });
    }

    /** Signs out of one browser. A session of somebody else, or none, is left alone. */
    public void end(Id account, Id session) {
        database.change(tx -> store.end(tx, account, session));
    }

    /** Signs out of every other browser. Apps keep their tokens: they have a page of their own. */
    public void endOthers(Id account, Id spared) {
        database.change(tx -> store.endAllBut(tx, account, spared));
    }

    private Begun begin(Tx tx, Account account, String userAgent) {
        boolean isBack = departures.reactivate(tx, account.id());
        Secret secret = Secret.of(account.id(), random);
        Id id = ids.next(Id.Kind.SESSION, account.id());
        store.insert(tx, new Session(id, account.id(), Device.words(userAgent), tx.now(), tx.now()), secret.digest());
        tx.afterCommit(() -> LOG.info("event=signed_in account={} session={}", account.id(), id));
        return new Begun(account, secret.text(), isBack);
    }

    private Optional<Seen> living(Tx tx, Secret secret) {
        Instant oldest = oldest(tx);
        return store.byToken(tx, secret.slot(), secret.digest())
                .filter(session -> !session.usedAt().isBefore(oldest))
                .flatMap(session -> accounts.find(tx, session.account())
                        .filter(Account::isActive)
                        .map(account -> new Seen(
                                new Known(session, account),
                                session.usedAt().plus(COARSENESS).isBefore(tx.now()))));
    }

    private Instant oldest(Tx tx) {
        return tx.now().minus(settings.idle());
    }
}
