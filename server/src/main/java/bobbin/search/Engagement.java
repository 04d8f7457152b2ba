package bobbin.search;

import bobbin.base.Id;
import bobbin.sql.Tx;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** Whom search asks what others did with posts: whoever counts it. It never counts by itself. */
public interface Engagement {
    /** Nobody counts. */
    Engagement NONE = new Engagement() {
        @Override
        public Map<Id, Counts> with(Tx tx, Collection<Id> posts) {
            return Map.of();
        }

        @Override
        public Counts received(Tx tx, Id account, Instant after, Instant until) {
            return Counts.NONE;
        }
    };

    /** What was done with each of these posts and still stands; a post with which nothing was done may be missing. */
    Map<Id, Counts> with(Tx tx, Collection<Id> posts);

    /** What was done with all posts and replies of somebody after one moment and until another (08 §8.3). */
    Counts received(Tx tx, Id account, Instant after, Instant until);
}
