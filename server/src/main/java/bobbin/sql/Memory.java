package bobbin.sql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what was read, for as long as nobody has written to the tables that it came from in its slot. Nobody has to say so: the
 * {@link Database} counts its own writes by their statements, and those of other processes on SQLite. On PostgreSQL, where others may
 * write unseen, nothing is kept. A transaction that writes never asks the memory, because it must see what it did itself.
 *
 * <p>What is kept carries the count of writes from before it was read, and is kept only once its transaction has ended well. So what
 * was read while somebody changed it is never taken for the new state, whoever comes last.
 */
public final class Memory<K, V> {
    private final Database database;
    private final List<AtomicLongArray> counters;
    private final Cache<K, Kept<V>> kept;

    private record Kept<V>(V value, long moment) {}

    private Memory(Database database, List<String> tables, Cache<K, Kept<V>> kept) {
        this.database = database;
        this.counters = tables.stream().map(database::watch).toList();
        this.kept = kept;
    }

    /**
     * An empty memory.
     *
     * @param most how many values are kept; the longest unused go first
     * @param tables every table that is read to make a value, each with the slot that {@link #recall} is given
     */
    public static <K, V> Memory<K, V> of(Database database, long most, String... tables) {
        return weighing(database, most, _ -> 1, tables);
    }

    /** The same for values of different weight. */
    public static <K, V> Memory<K, V> weighing(
            Database database, long most, ToIntFunction<V> weight, String... tables) {
        Cache<K, Kept<V>> kept = Caffeine.newBuilder()
                .maximumWeight(most)
                .weigher((K _, Kept<V> each) -> weight.applyAsInt(each.value()))
                .build();
        return new Memory<>(database, Stream.of(tables).toList(), kept);
    }

    /** What is known of this key and still true. */
    public Optional<V> recall(int slot, K key) {
        OptionalLong now = moment(slot);
        Kept<V> known = kept.getIfPresent(key);
        return known != null && now.isPresent() && known.moment() == now.getAsLong()
                ? Optional.of(known.value())
                : Optional.empty();
    }

    /** What is known of this key and still true, or else what is read now; that is kept. */
    public Optional<V> recall(Tx tx, int slot, K key, Supplier<Optional<V>> read) {
        OptionalLong before = moment(slot);
        if (tx.writes() || before.isEmpty()) {
            return read.get();
        }
        Kept<V> known = kept.getIfPresent(key);
        if (known != null && known.moment() == before.getAsLong()) {
            return Optional.of(known.value());
        }
        Optional<V> found = read.get();
        found.ifPresent(value -> tx.afterCommit(() -> keep(key, value, before)));
        return found;
    }

    /**
     * The same for many keys at once.
     *
     * @param read reads those that are not known; who is missing in its answer does not exist
     */
    public Map<K, V> recallAll(
            Tx tx, Collection<K> keys, ToIntFunction<K> slot, Function<Collection<K>, Map<K, V>> read) {
        Map<K, V> found = new HashMap<>();
        Map<K, OptionalLong> missing = new HashMap<>();
        for (K key : keys) {
            OptionalLong before = moment(slot.applyAsInt(key));
            Optional<V> known = tx.writes() ? Optional.empty() : recall(slot.applyAsInt(key), key);
            known.ifPresentOrElse(value -> found.put(key, value), () -> missing.put(key, before));
        }
        if (!missing.isEmpty()) {
            Map<K, V> now = read.apply(missing.keySet());
            found.putAll(now);
            if (!tx.writes()) {
                tx.afterCommit(() -> now.forEach((key, value) -> keep(key, value, missing.get(key))));
            }
        }
        return found;
    }

    private void keep(K key, V value, @Nullable OptionalLong moment) {
        if (moment != null && moment.isPresent()) {
            kept.put(key, new Kept<>(value, moment.getAsLong()));
        }
    }

    /** The sum of all counters: each only grows, so the sum stands still only if all of them do. Empty where others may write unseen. */
    private OptionalLong moment(int slot) {
        OptionalLong foreign = database.foreignWrites();
        if (foreign.isEmpty()) {
            return foreign;
        }
        long sum = foreign.getAsLong();
        for (AtomicLongArray each : counters) {
            sum += each.get(slot) + each.get(OwnWrites.EVERYWHERE);
        }
        return OptionalLong.of(sum);
    }
}
