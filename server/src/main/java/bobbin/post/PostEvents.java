package bobbin.post;

import bobbin.sql.Tx;
import java.util.List;

/** Whom publishing and deleting tell afterwards, in the same transaction. */
public interface PostEvents {

    /** A post is there, for its author at least. */
    default void published(Tx tx, Post post) {}

    /**
     * Others can find a post from now on, as far as it is open to them: told once for each post, together with its publication or, if
     * it waited for approval, when it was approved (10 §10.6).
     */
    default void shown(Tx tx, Post post) {}

    /** A post is gone for everybody, its author included. */
    default void deleted(Tx tx, Post post) {}

    /** The author had a post deleted, or undid a repost; told after {@link #deleted}, and not of what went along with it. */
    default void withdrawn(Tx tx, Post post) {}

    /** All of these, in this order. */
    static PostEvents all(PostEvents... events) {
        List<PostEvents> all = List.of(events);
        return new PostEvents() {
            @Override
            public void published(Tx tx, Post post) {
                all.forEach(each -> each.published(tx, post));
            }

            @Override
            public void shown(Tx tx, Post post) {
                all.forEach(each -> each.shown(tx, post));
            }

            @Override
            public void deleted(Tx tx, Post post) {
                all.forEach(each -> each.deleted(tx, post));
            }

            @Override
            public void withdrawn(Tx tx, Post post) {
                all.forEach(each -> each.withdrawn(tx, post));
            }
        };
    }
}
