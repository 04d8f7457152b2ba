package bobbin.post;

import bobbin.sql.Tx;
import java.util.List;

/** Whom publishing tells afterwards, in the same transaction. */
@FunctionalInterface
public interface PostEvents {

    void published(Tx tx, Post post);

    /** All of these, in this order. */
    static PostEvents all(PostEvents... events) {
        List<PostEvents> all = List.of(events);
        return (tx, post) -> all.forEach(each -> each.published(tx, post));
    }
}
