package bobbin;

import bobbin.sql.Load;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What Bobbin counts and measures, for Prometheus. */
final class Metrics {
    private static final Duration[] BOUNDS = {
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<Answered, Timer> timers = new ConcurrentHashMap<>();

    private record Answered(Role role, int status, String edge) {}

    Metrics() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    /**
     * Counts one answer.
     *
     * @param edge what was called, never with an id in it: there must be few
     */
    void answered(Role role, int status, Optional<String> edge, Duration took) {
        timers.computeIfAbsent(new Answered(role, status, edge.orElse("none")), this::timer)
                .record(took);
    }

    /** Shows a number that somebody else keeps. */
    void show(String name, String meaning, Supplier<Number> number) {
        Gauge.builder(name, number).description(meaning).register(registry);
    }

    /** Shows how much the database has to do. */
    void show(Supplier<Load> database) {
        show(
                "bobbin.database.waiting",
                "Calls that wait for the database.",
                () -> database.get().waiting());
        show(
                "bobbin.database.connections.busy",
                "Connections at work.",
                () -> database.get().busy());
        show(
                "bobbin.database.connections.open",
                "Connections there are.",
                () -> database.get().open());
        show(
                "bobbin.database.connections.most",
                "Connections there may be.",
                () -> database.get().most());
        count(
                "bobbin.database.commits",
                "How often writes were made durable.",
                () -> database.get().commits());
        count(
                "bobbin.database.writes",
                "Writes that went into these commits.",
                () -> database.get().writes());
    }

    private void count(String name, String meaning, Supplier<Long> number) {
        // The counter holds its object weakly; this one lives as long as anybody asks.
        FunctionCounter.builder(name, this, _ -> number.get())
                .description(meaning)
                .register(registry);
    }

    /** The page that Prometheus reads, in its text format 0.0.4. */
    String page() {
        return registry.scrape();
    }

    private Timer timer(Answered answered) {
        return Timer.builder("bobbin.http.requests")
                .description("Answers by role, status and edge.")
                .tag("role", answered.role().word())
                .tag("status", Integer.toString(answered.status()))
                .tag("edge", answered.edge())
                .serviceLevelObjectives(BOUNDS)
                .register(registry);
    }
}
