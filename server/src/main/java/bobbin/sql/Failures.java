package bobbin.sql;

import org.jspecify.annotations.Nullable;

/** Brings what was thrown on another thread to the caller. */
final class Failures {
    private Failures() {}

    /** What the caller throws; an {@link Error} is thrown at once. */
    static RuntimeException rethrown(@Nullable Throwable cause) {
        return switch (cause) {
            case RuntimeException thrown -> thrown;
            case Error error -> throw error;
            case null, default -> new IllegalStateException(cause);
        };
    }
}
