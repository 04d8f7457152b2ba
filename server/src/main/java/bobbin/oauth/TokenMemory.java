package bobbin.oauth;

import bobbin.base.Id;
import bobbin.sql.Database;
import bobbin.sql.Tx;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Supplier;

/**
 * Keeps the standings of tokens in memory, because every call asks for one. Only where the database can tell that no other process has
 * changed them; a change by us forgets all standings in the slot of the account that it concerns.
 *
 * <p>What is kept carries the state of both counters from before it was read, and is kept only once its transaction has ended well. So
 * a standing that was read while another call ended the token is never taken for the new one, whoever comes last.
 */
final class TokenMemory {
    private static final long MOST = 10_000;

    private final Database database;
    /** How often we changed something, for each slot. */
    private final AtomicLongArray ownWrites = new AtomicLongArray(Id.SLOTS);

    private final Cache<String, Kept> kept =
            Caffeine.newBuilder().maximumSize(MOST).build();

    private record Moment(long foreignWrites, long ownWrites) {}

    private record Kept(Standing standing, Moment moment) {}

    TokenMemory(Database database) {
        this.database = database;
    }

    /** What is in memory of this token and still true, or else what is read now; that is kept. */
    Optional<Standing> recall(Tx tx, Opaque shown, Supplier<Optional<Standing>> read) {
        Optional<Moment> moment = moment(shown.slot());
        if (moment.isEmpty()) {
            return read.get();
        }
        String hash = shown.hash();
        Kept known = kept.getIfPresent(hash);
        if (known != null && known.moment.equals(moment.get())) {
            return Optional.of(known.standing);
        }
        Optional<Standing> found = read.get();
        found.ifPresent(standing -> tx.afterCommit(() -> kept.put(hash, new Kept(standing, moment.get()))));
        return found;
    }

    /** This transaction changes tokens or grants in a slot: what is in memory of it will be old. */
    void forget(Tx tx, int slot) {
        tx.afterCommit(() -> ownWrites.incrementAndGet(slot));
    }

    /** Empty where others may write unseen. */
    private Optional<Moment> moment(int slot) {
        OptionalLong foreign = database.foreignWrites();
        return foreign.isEmpty() ? Optional.empty() : Optional.of(new Moment(foreign.getAsLong(), ownWrites.get(slot)));
    }
}
