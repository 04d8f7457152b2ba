package bobbin.post;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long a post is shown to others (04 §13). */
public enum Lifetime {
    LASTING,
    /** Archived after 24 hours: from then on only its author sees it. */
    GHOST;

    static final Duration OF_GHOSTS = Duration.ofHours(24);

    /** When a post of this moment is archived. */
    Optional<Instant> end(Instant publishedAt) {
        return this == GHOST ? Optional.of(publishedAt.plus(OF_GHOSTS)) : Optional.empty();
    }
}
