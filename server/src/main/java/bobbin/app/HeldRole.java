package bobbin.app;

import bobbin.base.Id;
import java.time.Instant;
import java.util.Optional;

/** A role that a person has on an app, or was offered: until it is accepted it is an invitation and allows nothing (02 §6). */
public record HeldRole(Id app, Id account, Role role, Instant invitedAt, Optional<Instant> acceptedAt) {

    public boolean isAccepted() {
        return acceptedAt.isPresent();
    }

    /** Whether this is an administrator who counts: an invited one cannot do anything yet. */
    boolean governs() {
        return role == Role.ADMIN && isAccepted();
    }
}
