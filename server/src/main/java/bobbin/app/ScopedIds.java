package bobbin.app;

import bobbin.base.Id;
import bobbin.sql.Database;
import bobbin.sql.Tx;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** By which ids apps know people (01 §6): from the account to the id, which is made on first use, and back. */
public final class ScopedIds {
    /** Stands for every app where all of them see the same id. */
    static final Id ALL_APPS = Id.LOWEST;

    private static final int MOST_DRAWS = 100;

    private final Database database;
    private final AppSettings settings;
    private final RandomGenerator random;
    private final AppUserStore store = new AppUserStore();

    public ScopedIds(Database database, AppSettings settings) {
        this(database, settings, new SecureRandom());
    }

    ScopedIds(Database database, AppSettings settings, RandomGenerator random) {
        this.database = database;
        this.settings = settings;
        this.random = random;
    }

    /** The id of a person for an app. */
    public ScopedId of(Id app, Id account) {
        return database.read(tx -> find(tx, app, account)).orElseGet(() -> database.write(tx -> of(tx, app, account)));
    }

    /** The same inside a transaction that may write. */
    public ScopedId of(Tx tx, Id app, Id account) {
        for (int draw = 0; draw < MOST_DRAWS; draw++) {
            Optional<ScopedId> known = find(tx, app, account);
            if (known.isPresent()) {
                return known.get();
            }
            // Not taken means: another call was faster, or the number belongs to somebody else. The next look tells
            // which.
            ScopedId made = ScopedId.random(random, account);
            if (store.insert(tx, scope(app), account, made)) {
                return made;
            }
        }
        throw new IllegalStateException("No free scoped id in the slot of account " + account);
    }

    /** The ids of several people for one app. */
    public Map<Id, ScopedId> of(Id app, Collection<Id> accounts) {
        Map<Id, ScopedId> ids = new LinkedHashMap<>();
        database.read(tx -> {
            accounts.forEach(account -> find(tx, app, account).ifPresent(id -> ids.put(account, id)));
            return ids;
        });
        accounts.forEach(account -> ids.computeIfAbsent(account, missing -> of(app, missing)));
        return ids;
    }

    /** The id of a person for an app, if the two have met. */
    public Optional<ScopedId> find(Tx tx, Id app, Id account) {
        return store.scopedId(tx, scope(app), account);
    }

    /** Whose id this is; empty if this app was never given it. */
    public Optional<Id> account(Tx tx, Id app, ScopedId id) {
        return store.account(tx, app, id);
    }

    /** Whose id this is; empty if this app was never given it. */
    public Optional<Id> account(Id app, ScopedId id) {
        return database.read(tx -> account(tx, app, id));
    }

    private Id scope(Id app) {
        return settings.appScopedIds() ? app : ALL_APPS;
    }
}
