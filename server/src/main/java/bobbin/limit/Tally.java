package bobbin.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was counted in each five minutes of the last 24 hours, and what of it is not yet written down. For any number of threads.
 *
 * <p>A bucket is named by its number since 1970.
 */
final class Tally {
    static final Duration WIDTH = Duration.ofMinutes(5);
    static final int BUCKETS = 288;

    private final long[] calls = new long[BUCKETS];
    private final long[] nanos = new long[BUCKETS];
    private final Map<Long, Count> unsaved = new TreeMap<>();
    private long newest;

    /** So many calls, and what time they took. */
    record Count(long calls, long nanos) {
        static final Count NONE = new Count(0, 0);
        static final Count CALL = new Count(1, 0);

        Count plus(Count other) {
            return new Count(calls + other.calls, nanos + other.nanos);
        }

        Count minus(Count other) {
            return new Count(calls - other.calls, nanos - other.nanos);
        }
    }

    static long bucket(Instant time) {
        return Math.floorDiv(time.toEpochMilli(), WIDTH.toMillis());
    }

    /** When a bucket is no longer among the last so many. */
    static Instant leaves(long bucket, int buckets) {
        return Instant.ofEpochMilli((bucket + buckets) * WIDTH.toMillis());
    }

    /** Adds what was written down before. */
    synchronized void load(long bucket, Count count) {
        if (advance(bucket)) {
            add(bucket, count);
        }
    }

    /** Counts, to be written down later. */
    synchronized void count(long bucket, Count count) {
        if (advance(bucket)) {
            add(bucket, count);
            unsaved.merge(bucket, count, Count::plus);
        }
    }

    /** What was counted in the last so many buckets up to this one. */
    synchronized Count sum(long now, int buckets) {
        advance(now);
        long first = Math.max(now - buckets, newest - BUCKETS) + 1;
        long sumOfCalls = 0;
        long sumOfNanos = 0;
        int index = index(first);
        for (long bucket = first; bucket <= now; bucket++) {
            sumOfCalls += calls[index];
            sumOfNanos += nanos[index];
            index = index == BUCKETS - 1 ? 0 : index + 1;
        }
        return new Count(sumOfCalls, sumOfNanos);
    }

    /** The bucket that must leave, with all before it, before there is room for another call. */
    synchronized long inTheWay(long now, Allowance allowance) {
        Count rest = sum(now, allowance.buckets());
        long bucket = now - allowance.buckets();
        do {
            bucket++;
            rest = rest.minus(at(bucket));
        } while (bucket < now && allowance.isBeyond(rest.plus(Count.CALL)));
        return bucket;
    }

    /** Hands over what is to be written down. */
    synchronized Map<Long, Count> drain() {
        Map<Long, Count> drained = new TreeMap<>(unsaved);
        unsaved.clear();
        return drained;
    }

    /** Takes back what could not be written down. */
    synchronized void undrain(Map<Long, Count> drained) {
        drained.forEach((bucket, count) -> unsaved.merge(bucket, count, Count::plus));
    }

    /** Whether there is nothing in it any more, and nothing to write down. */
    synchronized boolean isOver(long now) {
        return unsaved.isEmpty() && newest <= now - BUCKETS;
    }

    /** Empties the buckets between the newest and this one; false if this one is too old. */
    private boolean advance(long bucket) {
        if (bucket > newest) {
            for (long empty = Math.max(newest + 1, bucket - BUCKETS + 1); empty <= bucket; empty++) {
                calls[index(empty)] = 0;
                nanos[index(empty)] = 0;
            }
            newest = bucket;
        }
        return bucket > newest - BUCKETS;
    }

    private void add(long bucket, Count count) {
        calls[index(bucket)] += count.calls();
        nanos[index(bucket)] += count.nanos();
    }

    private Count at(long bucket) {
        return bucket > newest || bucket <= newest - BUCKETS
                ? Count.NONE
                : new Count(calls[index(bucket)], nanos[index(bucket)]);
    }

    private static int index(long bucket) {
        return Math.floorMod(bucket, BUCKETS);
    }
}
