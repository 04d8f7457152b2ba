package bobbin.account;

import bobbin.base.Id;
import java.time.Instant;

/**
 * A browser in which somebody is signed in.
 *
 * @param device what it says of itself, in words: "Firefox on Windows"
 * @param usedAt when it was last seen, to five minutes
 */
public record Session(Id id, Id account, String device, Instant createdAt, Instant usedAt) {}
