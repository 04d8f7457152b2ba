package bobbin.account;

import bobbin.base.Id;
import java.time.Instant;
import java.util.Optional;

/**
 * That one account follows another, or asks to, as one of the two sees it.
 *
 * @param id sorts the list by time
 * @param other the account at the other end
 * @param acceptedAt empty while a private profile has not answered
 */
public record Relation(Id id, Id other, Instant askedAt, Optional<Instant> acceptedAt) {
    public boolean isAccepted() {
        return acceptedAt.isPresent();
    }
}
