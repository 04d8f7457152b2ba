package bobbin.post;

import bobbin.sql.Tx;
import java.util.List;

/** Whom publishing and deleting tell afterwards, in the same transaction. */
public interface PostEvents {

    default void published(Tx tx, Post post) {}

    /** A post is gone for everybody, its author included. */
    default void deleted(Tx tx, Post post) {}

    /** All of these, in this order. */
    static PostEvents all(PostEvents... events) {
        List<PostEvents> all = List.of(events);
        return new PostEvents() {
            @Override
            public void published(Tx tx, Post post) {
                all.forEach(each -> each.published(tx, post));
            }

            @Override
            public void deleted(Tx tx, Post post) {
                all.forEach(each -> each.deleted(tx, post));
            }
        };
    }
}
