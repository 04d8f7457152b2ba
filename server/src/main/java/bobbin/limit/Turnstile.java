package bobbin.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;

/**
 * Lets each through so often in so long, and counts only those it let through. The window moves in twelve steps, so that one must wait at
 * most a twelfth of it too long. In memory, for at most 100,000 keys, of which the longest unused are forgotten first. For any number of
 * threads.
 */
final class Turnstile<K> {
    private static final int STEPS = 12;
    private static final int MOST = 100_000;

    private final int total;
    private final Duration step;
    private final InstantSource time;
    private final Cache<K, Passed> passed =
            Caffeine.newBuilder().maximumSize(MOST).build();

    Turnstile(int total, Duration span, InstantSource time) {
        this.total = total;
        this.step = span.dividedBy(STEPS);
        this.time = time;
    }

    /** Counts one of these; or says how long to wait, if there is no room. */
    Optional<Duration> pass(K key) {
        Instant now = time.instant();
        long current = Math.floorDiv(now.toEpochMilli(), step.toMillis());
        Optional<Long> inTheWay = passed.get(key, _ -> new Passed()).take(current, total);
        return inTheWay.map(oldest -> Duration.between(now, Instant.ofEpochMilli((oldest + STEPS) * step.toMillis())));
    }

    /** How many passed in each of the last steps. */
    private static final class Passed {
        private final int[] counts = new int[STEPS];
        private long newest;

        /** The oldest step that still counts, if there is no room. */
        synchronized Optional<Long> take(long current, int total) {
            for (long each = Math.max(newest + 1, current - STEPS + 1); each <= current; each++) {
                counts[place(each)] = 0;
            }
            newest = Math.max(newest, current);
            if (Arrays.stream(counts).sum() < total) {
                counts[place(newest)]++;
                return Optional.empty();
            }
            long oldest = newest - STEPS + 1;
            while (oldest < newest && counts[place(oldest)] == 0) {
                oldest++;
            }
            return Optional.of(oldest);
        }

        private static int place(long step) {
            return Math.floorMod(step, STEPS);
        }
    }
}
