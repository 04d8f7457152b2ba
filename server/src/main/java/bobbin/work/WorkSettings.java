package bobbin.work;

import bobbin.base.Setting;
import java.time.Duration;
import java.util.List;

/** How work for later is done. */
public record WorkSettings(int parallel, Duration poll, Duration hold, Duration grace) {
    static final Setting<Integer> PARALLEL =
            Setting.of("work.parallel", Integer.class, 16, "How many jobs this server runs at a time, 1 to 1000.");
    static final Setting<Duration> POLL = Setting.of(
            "work.poll",
            Duration.class,
            Duration.ofSeconds(1),
            "How often this server looks for jobs that have become due, PT0.01S to PT1H.");
    static final Setting<Duration> HOLD = Setting.of(
            "work.hold",
            Duration.class,
            Duration.ofMinutes(5),
            "After this time without an end a job counts as abandoned and is run again, PT10S to P1D. No job may take longer.");
    static final Setting<Duration> GRACE = Setting.of(
            "work.grace",
            Duration.class,
            Duration.ofSeconds(10),
            "How long running jobs may go on when the server stops, PT0S to PT10M; then they are interrupted, and run again later.");

    public static final List<Setting<?>> ALL = List.of(PARALLEL, POLL, HOLD, GRACE);

    public WorkSettings {
        if (parallel < 1 || parallel > 1000) {
            throw new IllegalArgumentException("work.parallel is 1 to 1000, not " + parallel);
        }
        check(POLL, poll, Duration.ofMillis(10), Duration.ofHours(1));
        check(HOLD, hold, Duration.ofSeconds(10), Duration.ofDays(1));
        check(GRACE, grace, Duration.ZERO, Duration.ofMinutes(10));
    }

    public static WorkSettings from(Setting.Values values) {
        return new WorkSettings(values.get(PARALLEL), values.get(POLL), values.get(HOLD), values.get(GRACE));
    }

    private static void check(Setting<?> setting, Duration value, Duration low, Duration high) {
        if (value.compareTo(low) < 0 || value.compareTo(high) > 0) {
            throw new IllegalArgumentException(setting.key() + " is " + low + " to " + high + ", not " + value);
        }
    }
}
