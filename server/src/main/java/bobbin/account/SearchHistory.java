package bobbin.account;

import bobbin.base.Id;
import java.time.Instant;
import java.util.List;

/** Whom a profile asks what its owner has searched for lately: {@code search} (08 §8.2). */
@FunctionalInterface
public interface SearchHistory {
    /** Something that somebody searched for. */
    record Entry(String query, Instant at) {}

    /** Newest first, each text once. */
    List<Entry> of(Id account);
}
