package bobbin.limit;

import bobbin.limit.Tally.Count;
import bobbin.sql.Database;
import bobbin.sql.Tx;
import bobbin.sql.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tallies of all callers: kept in memory, written down once a minute while there are calls, read back when a caller is first seen. What
 * is lost with a killed server is the last minute.
 */
final class CallLog {
    private static final Logger LOG = LoggerFactory.getLogger(CallLog.class);
    private static final Duration SAVED_EVERY = Duration.ofMinutes(1);
    /** How many callers are written down in one transaction. */
    private static final int BATCH = 100;

    private final Database database;
    private final InstantSource time;
    private final Executor executor;
    private final CallStore store = new CallStore();
    private final Map<Caller, Tally> tallies = new ConcurrentHashMap<>();
    private final AtomicReference<Instant> saved;

    CallLog(Database database, InstantSource time, Executor executor) {
        this.database = database;
        this.time = time;
        this.executor = executor;
        this.saved = new AtomicReference<>(time.instant());
    }

    /** The tally of a caller. */
    Tally of(Caller caller) {
        Tally known = tallies.get(caller);
        if (known != null) {
            return known;
        }
        Tally loaded = load(caller);
        Tally faster = tallies.putIfAbsent(caller, loaded);
        return faster == null ? loaded : faster;
    }

    /** Writes down, on another thread, what was counted, if the last time is a minute ago. */
    void saveIfDue(Instant now) {
        Instant last = saved.get();
        if (now.isAfter(last.plus(SAVED_EVERY)) && saved.compareAndSet(last, now)) {
            executor.execute(this::save);
        }
    }

    /** Writes down what was counted since the last time, and forgets callers that have not called for a day. */
    void save() {
        long now = Tally.bucket(time.instant());
        List<Caller> batch = new ArrayList<>();
        for (Caller caller : tallies.keySet()) {
            batch.add(caller);
            if (batch.size() == BATCH) {
                save(batch);
                batch.clear();
            }
        }
        save(batch);
        tallies.values().removeIf(tally -> tally.isOver(now));
    }

    /** Deletes what is older than a day. */
    void forget() {
        long oldest = Tally.bucket(time.instant()) - Tally.BUCKETS + 1;
        List<Integer> slots = database.readLong(tx -> store.slotsBefore(tx, oldest));
        slots.forEach(slot -> database.change(tx -> store.deleteBefore(tx, slot, oldest)));
    }

    private void save(List<Caller> callers) {
        Map<Caller, Map<Long, Count>> drained = new ConcurrentHashMap<>();
        callers.forEach(caller -> {
            Map<Long, Count> counts = of(caller).drain();
            if (!counts.isEmpty()) {
                drained.put(caller, counts);
            }
        });
        if (drained.isEmpty()) {
            return;
        }
        try {
            database.change(tx -> drained.forEach((caller, counts) -> add(tx, caller, counts)));
        } catch (Unavailable e) {
            LOG.warn("calls=unsaved callers={} reason={}", drained.size(), e.getMessage());
            drained.forEach((caller, counts) -> of(caller).undrain(counts));
        }
    }

    private void add(Tx tx, Caller caller, Map<Long, Count> counts) {
        counts.forEach((bucket, count) -> store.add(tx, caller, bucket, count));
    }

    private Tally load(Caller caller) {
        Tally tally = new Tally();
        long oldest = Tally.bucket(time.instant()) - Tally.BUCKETS + 1;
        database.read(tx -> store.since(tx, caller, oldest)).forEach(tally::load);
        return tally;
    }
}
