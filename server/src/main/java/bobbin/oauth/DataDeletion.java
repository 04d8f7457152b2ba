package bobbin.oauth;

import bobbin.base.Id;
import java.time.Instant;
import java.util.Optional;

/**
 * What a person asked an app to delete, and what the app said (02 §5).
 *
 * @param url where the person can see how far the app has come
 * @param confirmationCode by which the app knows the request
 */
public record DataDeletion(
        Id id,
        Id account,
        Id app,
        Instant requestedAt,
        Optional<Instant> answeredAt,
        Optional<String> url,
        Optional<String> confirmationCode) {

    static DataDeletion ask(Id id, Id account, Id app, Instant now) {
        return new DataDeletion(id, account, app, now, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Whether the app answered with an address and a code. */
    public boolean isConfirmed() {
        return answeredAt.isPresent();
    }
}
