package bobbin.app;

import bobbin.app.Role.Right;
import bobbin.base.Id;
import bobbin.base.Ids;
import bobbin.base.OperatorKey;
import bobbin.base.Scope;
import bobbin.sql.Database;
import bobbin.sql.Memory;
import bobbin.sql.Tx;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * What one can do with apps: make them, find them, say where they live, keep their secrets (02). Who they are open to is the business
 * of {@link Roles} and {@link Permissions}.
 */
public final class Apps {
    static final int MOST_REDIRECTS = 100;
    private static final int MOST_REMEMBERED = 1_000;

    private final Database database;
    private final Ids ids;
    private final AppSettings settings;
    private final SecureRandom random = new SecureRandom();
    private final SecretBox box;
    private final AppStore store = new AppStore();
    private final RoleStore roles = new RoleStore();
    private final Door door = new Door(store, roles);
    private final Memory<Id, App> memory;

    public Apps(Database database, Ids ids, OperatorKey key, AppSettings settings) {
        this.database = database;
        this.ids = ids;
        this.settings = settings;
        this.box = new SecretBox(key, random);
        this.memory = Memory.of(database, MOST_REMEMBERED, "app", "app_redirect_uri", "app_permission");
    }

    /**
     * Makes an app with a secret, all permissions, and its first administrator.
     *
     * @param admin for a person: themselves; the operator may name anybody
     */
    public App create(Actor actor, Id admin, String name) {
        return create(actor, admin, name, List.of());
    }

    /** The same with addresses to which the authorization window may send people; refuses all if one is none. */
    public App create(Actor actor, Id admin, String name, List<String> redirects) {
        String shown = App.checkName(name);
        if (redirects.size() > MOST_REDIRECTS) {
            throw AppProblems.TOO_MANY_REDIRECTS.refuse(MOST_REDIRECTS);
        }
        List<RedirectUri> uris = redirects.stream()
                .distinct()
                .map(typed -> RedirectUri.enter(typed, settings.httpLoopback()))
                .toList();
        return database.write(tx -> {
            admit(tx, actor, admin);
            Id id = ids.newOwner(Id.Kind.APP);
            store.insert(tx, id, shown, settings.defaultMode(), box.seal(id, AppSecret.random(random)));
            Review review = Review.startingWith(settings.defaultAccess());
            EnumSet.allOf(Scope.class).forEach(scope -> store.putReview(tx, id, scope, review));
            roles.invite(tx, id, admin, Role.ADMIN);
            roles.accept(tx, id, admin, Role.ADMIN);
            uris.forEach(uri -> store.addRedirect(tx, id, uri));
            return store.app(tx, id).orElseThrow();
        });
    }

    /** The app of this id, disabled ones included; empty if there is none or it was deleted. Mostly from memory. */
    public Optional<App> find(Id id) {
        return memory.recall(id.slot(), id).or(() -> database.read(tx -> find(tx, id)));
    }

    /** The same inside a transaction. */
    public Optional<App> find(Tx tx, Id id) {
        return memory.recall(tx, id.slot(), id, () -> store.app(tx, id));
    }

    /** The secret of an app, for checking what it sends and signing what we send. */
    public AppSecret secret(App app) {
        return box.open(app.id(), app.sealedSecret());
    }

    /** The app, for somebody with a right to see it. */
    public App show(Actor actor, Id app) {
        return database.read(tx -> door.open(tx, actor, app, Right.SEE));
    }

    /** Every app of the server, oldest first. For the operator. */
    public List<App> all() {
        return database.read(tx ->
                store.all(tx).stream().flatMap(id -> store.app(tx, id).stream()).toList());
    }

    /** The apps that a person may see on the pages, oldest role first. */
    public List<App> of(Id account) {
        return database.read(tx -> roles.ofAccount(tx, account).stream()
                .filter(held -> held.isAccepted() && held.role().allows(Right.SEE))
                .map(HeldRole::app)
                .distinct()
                .flatMap(app -> store.app(tx, app).stream())
                .toList());
    }

    /** Refuses who may not change what belongs to an app, such as where it wants to be told of things. */
    public void requireEdit(Actor actor, Id app) {
        database.read(tx -> door.open(tx, actor, app, Right.EDIT));
    }

    /** Whether the actor may change what belongs to an app. */
    public boolean mayEdit(Actor actor, Id app) {
        return may(actor, app, Right.EDIT);
    }

    /** Whether the actor has this right on the app, which may be missing. */
    boolean may(Actor actor, Id app, Right right) {
        return database.read(tx -> door.allows(tx, actor, app, right));
    }

    /** The secret, for a developer who needs to copy it. */
    public AppSecret showSecret(Actor actor, Id app) {
        return secret(database.read(tx -> door.open(tx, actor, app, Right.EDIT)));
    }

    public void rename(Actor actor, Id app, String name) {
        String shown = App.checkName(name);
        change(actor, app, Right.EDIT, (tx, _) -> store.rename(tx, app, shown));
    }

    /** Adds an address to which the authorization window may send people; kept exactly as typed. */
    public void addRedirect(Actor actor, Id app, String typed) {
        RedirectUri uri = RedirectUri.enter(typed, settings.httpLoopback());
        change(actor, app, Right.EDIT, (tx, held) -> {
            if (held.hasRedirect(typed)) {
                throw AppProblems.REDIRECT_KNOWN.refuse(typed);
            }
            if (held.redirects().size() >= MOST_REDIRECTS) {
                throw AppProblems.TOO_MANY_REDIRECTS.refuse(MOST_REDIRECTS);
            }
            store.addRedirect(tx, app, uri);
        });
    }

    public void removeRedirect(Actor actor, Id app, String uri) {
        change(actor, app, Right.EDIT, (tx, held) -> {
            if (!held.hasRedirect(uri)) {
                throw AppProblems.REDIRECT_MISSING.refuse(uri);
            }
            store.removeRedirect(tx, app, uri);
        });
    }

    /** Sets both callbacks; an empty text means none (02 §4, §5). */
    public void setCallbacks(Actor actor, Id app, String deauthorize, String dataDeletion) {
        Optional<CallbackUrl> first = callback(deauthorize);
        Optional<CallbackUrl> second = callback(dataDeletion);
        change(actor, app, Right.EDIT, (tx, _) -> store.callbacks(tx, app, first, second));
    }

    /** From now on every call must prove that its sender knows the secret (01 §4). */
    public void requireProof(Actor actor, Id app) {
        change(actor, app, Right.EDIT, (tx, _) -> store.proofRequired(tx, app, Optional.of(tx.now())));
    }

    public void waiveProof(Actor actor, Id app) {
        change(actor, app, Right.EDIT, (tx, _) -> store.proofRequired(tx, app, Optional.empty()));
    }

    /** Makes a new secret. App tokens of the old one end; tokens of people stay (02 §1). */
    public AppSecret resetSecret(Actor actor, Id app) {
        AppSecret made = AppSecret.random(random);
        String sealed = box.seal(app, made);
        change(actor, app, Right.GOVERN, (tx, _) -> store.secret(tx, app, sealed));
        return made;
    }

    public void setMode(Actor actor, Id app, App.Mode mode) {
        change(actor, app, Right.GOVERN, (tx, _) -> store.mode(tx, app, mode));
    }

    /** The operator vouches for who is behind the app (00 decision 13); more people may have a role (02 §6). */
    public void verifyBusiness(Actor actor, Id app) {
        change(actor, app, Right.OPERATE, (tx, _) -> store.businessVerified(tx, app, Optional.of(tx.now())));
    }

    public void unverifyBusiness(Actor actor, Id app) {
        change(actor, app, Right.OPERATE, (tx, _) -> store.businessVerified(tx, app, Optional.empty()));
    }

    /** Keeps an app from working, for now. */
    public void disable(Actor actor, Id app) {
        change(actor, app, Right.OPERATE, (tx, _) -> store.disabled(tx, app, Optional.of(tx.now())));
    }

    public void enable(Actor actor, Id app) {
        change(actor, app, Right.OPERATE, (tx, _) -> store.disabled(tx, app, Optional.empty()));
    }

    /** Deletes an app for good, with its roles. Its tokens lead nowhere from now on; no callback is sent. */
    public void delete(Actor actor, Id app) {
        change(actor, app, Right.GOVERN, (tx, _) -> {
            roles.ofApp(tx, app).forEach(held -> roles.remove(tx, app, held.account(), held.role()));
            store.delete(tx, app);
        });
    }

    /** Changes an app for somebody with this right, alone until the transaction ends. */
    void change(Actor actor, Id app, Right right, BiConsumer<Tx, App> change) {
        database.change(tx -> {
            App held = door.hold(tx, actor, app, right);
            change.accept(tx, held);
        });
    }

    /** Whether a person may make one more app. */
    boolean mayCreate(Id account) {
        return database.read(tx -> administered(tx, account)) < settings.mostPerAccount();
    }

    private void admit(Tx tx, Actor actor, Id admin) {
        if (actor instanceof Actor.Person(Id account)) {
            if (!account.equals(admin) || settings.mostPerAccount() == 0) {
                throw AppProblems.OPERATOR_ONLY.refuse();
            }
            if (administered(tx, account) >= settings.mostPerAccount()) {
                throw AppProblems.TOO_MANY_APPS.refuse(settings.mostPerAccount());
            }
        }
    }

    private long administered(Tx tx, Id account) {
        return roles.ofAccount(tx, account).stream().filter(HeldRole::governs).count();
    }

    private Optional<CallbackUrl> callback(String typed) {
        return typed.isBlank()
                ? Optional.empty()
                : Optional.of(CallbackUrl.enter(typed.strip(), settings.httpLoopback()));
    }
}
