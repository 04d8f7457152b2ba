package bobbin.oauth;

import bobbin.account.AccountEvents;
import bobbin.app.ScopedIds;
import bobbin.base.Id;
import bobbin.base.Ids;
import bobbin.base.Scope;
import bobbin.sql.Database;
import bobbin.sql.Memory;
import bobbin.sql.Tx;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What people allow apps, and take back (03 §1, 02 §4, §5, §8.3). Also listens to what becomes of accounts. */
public final class Grants implements AccountEvents {
    private static final int MOST_REMEMBERED = 10_000;

    private final Database database;
    private final Ids ids;
    private final ScopedIds scopedIds;
    private final Callbacks callbacks;
    private final OauthSettings settings;
    private final GrantEvents events;
    private final SecureRandom random = new SecureRandom();
    private final GrantStore grants = new GrantStore();
    private final CodeStore codes = new CodeStore();
    private final TokenStore tokens = new TokenStore();
    private final Memory<Id, List<Grant>> memory;

    public Grants(
            Database database,
            Ids ids,
            ScopedIds scopedIds,
            Callbacks callbacks,
            OauthSettings settings,
            GrantEvents events) {
        this.database = database;
        this.ids = ids;
        this.scopedIds = scopedIds;
        this.callbacks = callbacks;
        this.settings = settings;
        this.events = events;
        this.memory = Memory.of(database, MOST_REMEMBERED, "app_grant");
    }

    /** A person allows it: keeps the grant and answers with the code for the app. Earlier codes stay good (03 §1.3). */
    public String authorize(Consent consent) {
        return database.write(tx -> {
            widen(tx, consent);
            Opaque fresh = Opaque.fresh(Opaque.Form.CODE, consent.account().slot(), random);
            codes.insert(
                    tx,
                    new Code(
                            fresh.hash(),
                            consent.account(),
                            consent.app(),
                            consent.redirectUri(),
                            consent.scopes(),
                            consent.challenge(),
                            tx.now().plus(settings.codeTtl()),
                            Optional.empty()));
            return fresh.text();
        });
    }

    /** What an app may do for an account now; empty if nothing. */
    public Optional<Grant> find(Id account, Id app) {
        return database.read(tx -> find(tx, account, app));
    }

    /** What an account granted, the latest first; also what is over. */
    public List<Grant> of(Id account) {
        return recall(account).orElseGet(() -> database.read(tx -> of(tx, account)));
    }

    /** The same inside a transaction. */
    public List<Grant> of(Tx tx, Id account) {
        return memory.recall(tx, account.slot(), account, () -> Optional.of(grants.of(tx, account)))
                .orElseThrow();
    }

    /** The same as far as it is remembered: costs no look-up; empty if nobody has asked since it changed. */
    public Optional<List<Grant>> recall(Id account) {
        return memory.recall(account.slot(), account);
    }

    /** What an account asked apps to delete, the latest first. */
    public List<DataDeletion> deletions(Id account) {
        return database.read(tx -> grants.deletions(tx, account));
    }

    /** Takes back all permissions but these and the basic one. Tokens feel it at once. */
    public void keep(Id account, Id app, Set<Scope> scopes) {
        database.change(tx -> find(tx, account, app).ifPresent(grant -> grants.save(tx, grant.keeping(scopes))));
    }

    /** The person removes the app: its tokens end (458) and it is told (02 §4). */
    public void remove(Id account, Id app) {
        database.change(tx -> end(tx, account, app, Ending.USER));
    }

    /** The person removes the app and wants data deleted: the app is told of both, in this order (02 §5). Also after it was removed. */
    public void removeAndDelete(Id account, Id app) {
        database.change(tx -> {
            end(tx, account, app, Ending.USER);
            grants.find(tx, account, app)
                    .filter(_ -> callbacks.canAskToDelete(tx, app))
                    .ifPresent(grant -> {
                        DataDeletion asked = DataDeletion.ask(ids.next(Id.Kind.EVENT, account), account, app, tx.now());
                        grants.insert(tx, asked);
                        callbacks.askToDelete(tx, grant, asked);
                    });
        });
    }

    /**
     * The operator removes an app from an account: its tokens end (467) and it is told.
     *
     * @return false if the account allowed it nothing
     */
    public boolean revoke(Id account, Id app) {
        return database.write(tx -> end(tx, account, app, Ending.OPERATOR));
    }

    Optional<Grant> find(Tx tx, Id account, Id app) {
        return grants.find(tx, account, app).filter(grant -> grant.holds(tx.now()));
    }

    /** A person who allows what was allowed before is told nothing of it. */
    private void widen(Tx tx, Consent consent) {
        Optional<Grant> before = find(tx, consent.account(), consent.app());
        Grant grant = grant(tx, consent.account(), consent.app(), consent.scopes());
        if (before.filter(known -> known.scopes().containsAll(grant.scopes())).isEmpty()) {
            events.authorized(tx, grant.account(), grant.app());
        }
    }

    /** Adds to what an app may do for an account. */
    Grant grant(Tx tx, Id account, Id app, Set<Scope> scopes) {
        Grant grant = grants.find(tx, account, app)
                .map(before -> before.with(scopes, tx.now(), settings.grantTtl()))
                .orElseGet(() -> Grant.of(
                        account, app, scopedIds.of(tx, app, account).value(), scopes, tx.now(), settings.grantTtl()));
        grants.save(tx, grant);
        return grant;
    }

    @Override
    public void passwordChanged(Tx tx, Id account) {
        end(tx, account, Ending.PASSWORD);
    }

    @Override
    public void loggedOut(Tx tx, Id account) {
        passwordChanged(tx, account);
    }

    @Override
    public void deactivated(Tx tx, Id account) {
        end(tx, account, Ending.ACCOUNT);
    }

    @Override
    public void reactivated(Tx tx, Id account) {
        tokens.revive(tx, account, Ending.ACCOUNT);
    }

    @Override
    public void deleted(Tx tx, Id account) {
        deactivated(tx, account);
        grants.of(tx, account).forEach(grant -> end(tx, account, grant.app(), Ending.ACCOUNT));
    }

    @Override
    public void removed(Tx tx, Id account) {
        codes.remove(tx, account);
        tokens.remove(tx, account);
        grants.remove(tx, account);
    }

    private void end(Tx tx, Id account, Ending why) {
        codes.withdraw(tx, account);
        tokens.end(tx, account, why);
    }

    private boolean end(Tx tx, Id account, Id app, Ending why) {
        boolean held = grants.end(tx, account, app);
        if (held) {
            codes.withdraw(tx, account, app);
            tokens.end(tx, account, app, why);
            grants.find(tx, account, app).ifPresent(grant -> callbacks.tellRemoved(tx, grant));
        }
        return held;
    }
}
