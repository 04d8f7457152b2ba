package bobbin.feed;

import bobbin.base.Id;
import bobbin.sql.Tx;

/** Whom likes tell afterwards, in the same transaction. */
@FunctionalInterface
public interface FeedEvents {
    FeedEvents NONE = (_, _) -> {};

    /** A post was given a like, or one was taken back. */
    void engaged(Tx tx, Id post);
}
