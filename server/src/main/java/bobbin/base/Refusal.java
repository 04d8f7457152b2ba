package bobbin.base;

import java.time.Duration;
import java.util.Optional;

/** Says no, with a {@link Problem}. Has no stack trace, because it is expected. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;
    private final transient Optional<Duration> retryAfter;

    public Refusal(Problem problem) {
        this(problem, Optional.empty());
    }

    private Refusal(Problem problem, Optional<Duration> retryAfter) {
        super(problem.message(), null, false, false);
        this.problem = problem;
        this.retryAfter = retryAfter;
    }

    /** The same refusal with the time after which another try may succeed; sent as {@code Retry-After}. */
    public Refusal until(Duration wait) {
        return new Refusal(problem, Optional.of(wait));
    }

    public Problem problem() {
        return problem;
    }

    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
