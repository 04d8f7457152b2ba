package bobbin.reply;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** How far a reply is that its owner must approve (10 §10.6). */
public enum Approval {
    NOT_NEEDED,
    PENDING,
    IGNORED,
    APPROVED;

    static Approval of(Optional<Instant> heldAt, Optional<Instant> ignoredAt, Optional<Instant> approvedAt) {
        if (heldAt.isEmpty()) {
            return NOT_NEEDED;
        }
        return approvedAt.isPresent() ? APPROVED : ignoredAt.isPresent() ? IGNORED : PENDING;
    }

    /** Whether only its author and the owner see it. */
    boolean isWaiting() {
        return this == PENDING || this == IGNORED;
    }

    /** As it stands on the wire. */
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
