package bobbin.limit;

import java.time.Duration;
import java.util.Optional;

/**
 * How much of a budget is used up, in whole percents; may exceed 100.
 *
 * @param pause how long to wait, if there is no room for this call
 */
public record Spending(int calls, int cpuTime, int totalTime, Optional<Duration> pause) {
    static final Spending NONE = new Spending(0, 0, 0, Optional.empty());

    /** The higher of each figure, and the longer pause. */
    Spending and(Spending other) {
        return new Spending(
                Math.max(calls, other.calls),
                Math.max(cpuTime, other.cpuTime),
                Math.max(totalTime, other.totalTime),
                longer(pause, other.pause));
    }

    private static Optional<Duration> longer(Optional<Duration> one, Optional<Duration> other) {
        return one.isPresent() && other.isPresent()
                ? one.filter(pause -> pause.compareTo(other.get()) >= 0).or(() -> other)
                : one.or(() -> other);
    }
}
