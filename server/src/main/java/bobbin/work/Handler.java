package bobbin.work;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Does the jobs of one kind. A job may be run twice, if a server dies before it can write down that it is done, or if it runs longer than
 * {@code work.hold}: so doing it again must do no harm. Runs outside of any transaction.
 */
@FunctionalInterface
public interface Handler {

    /**
     * Does a job. An exception is logged, and the job is run again after 10 seconds, 20, 40 and so on up to an hour.
     *
     * @return when to run it again; empty if it is done for good
     */
    Optional<Instant> run(Job job);

    /** A handler that is done when it returns. */
    static Handler of(Consumer<Job> deed) {
        return job -> {
            deed.accept(job);
            return Optional.empty();
        };
    }
}
