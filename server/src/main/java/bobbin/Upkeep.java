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
        parts.database.change(tx -> {
            parts.jobs.keep(tx, DAILY, tx.now().plus(DAY));
            parts.jobs.keep(tx, Tidying.KIND, tx.now());
            parts.jobs.keep(tx, Sweeping.KIND, tx.now());
        });
    }

    @Override
    public Optional<Instant> run(Job job) {
        parts.publishing.forget();
        parts.limits.forget();
        parts.history.forget();
        parts.deliveries.forget();
        parts.gathering.forget();
        parts.budget.forget();
        parts.notifications.forget();
        return Optional.of(parts.time.instant().plus(DAY));
    }
}
