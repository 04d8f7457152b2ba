package bobbin.sql;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What there is to say about exceptions. */
final class Failures {
    private Failures() {}

    /** What the driver threw, if it is behind this. */
    static Optional<SQLException> sqlBehind(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .findFirst();
    }

    /** Brings what was thrown on another thread to the caller, to be thrown there; an {@link Error} is thrown at once. */
    static RuntimeException rethrown(@Nullable Throwable cause) {
        return switch (cause) {
            case RuntimeException thrown -> thrown;
            case Error error -> throw error;
            case null, default -> new IllegalStateException(cause);
        };
    }
}
