package bobbin.post;

import bobbin.sql.Tx;
import java.util.List;

/**
 * Whom publishing asks first: is a quota left, may this person write, does this place exist. Asked in the transaction that publishes, so
 * that what an answer rests on or counts is settled together with the post. An answer is no answer, or a refusal.
 */
public interface PostRules {

    /** Asked before a container is kept, on behalf of its author, through this app or on our pages. */
    default void drafting(Tx tx, Writer writer, Container container) {}

    /**
     * Asked before a container becomes a post, once per post, on behalf of its author, through this app or on our pages: what held when
     * the container was made may not hold any more.
     */
    default void publishing(Tx tx, Writer writer, Post post) {}

    /** Whether a post is kept back until somebody else approves it (10 §10.6). */
    default boolean holdsBack(Tx tx, Post post) {
        return false;
    }

    /** Asked before a post is deleted, on behalf of its author, through this app or on our pages. */
    default void deleting(Tx tx, Writer writer, Post post) {}

    /** All of these, in this order. */
    static PostRules all(PostRules... rules) {
        List<PostRules> all = List.of(rules);
        return new PostRules() {
            @Override
            public void drafting(Tx tx, Writer writer, Container container) {
                all.forEach(rule -> rule.drafting(tx, writer, container));
            }

            @Override
            public void publishing(Tx tx, Writer writer, Post post) {
                all.forEach(rule -> rule.publishing(tx, writer, post));
            }

            @Override
            public boolean holdsBack(Tx tx, Post post) {
                return all.stream().anyMatch(rule -> rule.holdsBack(tx, post));
            }

            @Override
            public void deleting(Tx tx, Writer writer, Post post) {
                all.forEach(rule -> rule.deleting(tx, writer, post));
            }
        };
    }
}
