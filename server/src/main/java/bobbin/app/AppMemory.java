package bobbin.app;

import bobbin.base.Id;
import bobbin.sql.Database;
import bobbin.sql.Tx;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;

/**
 * Keeps apps in memory, because every call asks for one. Only where the database can tell that no other process has changed them; any
 * change of any app by us forgets all of them, which is cheap, because apps seldom change.
 *
 * <p>What is kept carries the state of both counters from before it was read, and is kept only once its transaction has ended well. So
 * an app that was read while another call changed it is never taken for the new one, whoever comes last.
 */
final class AppMemory {
    private static final long MOST = 1_000;

    private final Database database;
    private final AtomicLong ownWrites = new AtomicLong();
    private final Cache<Id, Kept> kept = Caffeine.newBuilder().maximumSize(MOST).build();

    private record Moment(long foreignWrites, long ownWrites) {}

    private record Kept(App app, Moment moment) {}

    AppMemory(Database database) {
        this.database = database;
    }

    /** The app of this id if it is in memory and still true. */
    Optional<App> recall(Id id) {
        return moment().flatMap(now -> Optional.ofNullable(kept.getIfPresent(id))
                .filter(known -> known.moment.equals(now))
                .map(Kept::app));
    }

    /** What {@link #recall} knows, or else what is read now; that is kept. */
    Optional<App> recall(Tx tx, Id id, BiFunction<Tx, Id, Optional<App>> read) {
        Optional<App> known = recall(id);
        if (known.isPresent()) {
            return known;
        }
        Optional<Moment> before = moment();
        Optional<App> found = read.apply(tx, id);
        if (before.isPresent() && found.isPresent()) {
            tx.afterCommit(() -> kept.put(id, new Kept(found.get(), before.get())));
        }
        return found;
    }

    /** This transaction changes an app: what is in memory will be old. */
    void forget(Tx tx) {
        tx.afterCommit(ownWrites::incrementAndGet);
    }

    /** Empty where others may write unseen. */
    private Optional<Moment> moment() {
        OptionalLong foreign = database.foreignWrites();
        return foreign.isEmpty() ? Optional.empty() : Optional.of(new Moment(foreign.getAsLong(), ownWrites.get()));
    }
}
