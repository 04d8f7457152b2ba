package bobbin;

import bobbin.account.Tidying;
import bobbin.media.Sweeping;
import bobbin.work.Handler;
import bobbin.work.Job;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What is done once a day in the whole system: what counts nowhere any more is deleted. */
final class Upkeep implements Handler {
    static final String DAILY = "upkeep";

    private static final Duration DAY = Duration.ofDays(1);

    private final Parts parts;

    Upkeep(Parts parts) {
        this.parts = parts;
    }

    /** Sees to it that the recurring jobs exist; to be called at every start. */
    void begin() {
        parts.tools.database.change(tx -> {
            parts.tools.jobs.keep(tx, DAILY, tx.now().plus(DAY));
            parts.tools.jobs.keep(tx, Tidying.KIND, tx.now());
            parts.tools.jobs.keep(tx, Sweeping.KIND, tx.now());
        });
    }

    @Override
    public Optional<Instant> run(Job job) {
        parts.writing.publishing.forget();
        parts.reading.limits.forget();
        parts.discovery.history.forget();
        parts.telling.deliveries.forget();
        parts.attention.gathering.forget();
        parts.attention.budget.forget();
        parts.attention.notifications.forget();
        return Optional.of(parts.tools.time.instant().plus(DAY));
    }
}
