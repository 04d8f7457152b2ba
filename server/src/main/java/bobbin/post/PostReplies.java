package bobbin.post;

import bobbin.base.Id;
import bobbin.sql.Tx;
import java.util.Collection;
import java.util.Map;

/** Whom visibility asks about replies: what is known of them that does not stand in the post (15 §15.6, rules 6 to 8). */
@FunctionalInterface
public interface PostReplies {

    /** Nothing is known of any reply. */
    PostReplies NONE = (_, _) -> Map.of();

    /** What is known of each reply, by its id. Nothing, if its conversation is gone: then only its author sees it (10 §10.1). */
    Map<Id, Standing> standings(Tx tx, Collection<Post> replies);

    /**
     * How a reply stands in its conversation.
     *
     * @param owner who wrote the post at the top
     * @param starter who wrote the reply below that post to which this one belongs; it may be this one
     * @param underGhost whether the post at the top is a ghost post
     * @param waiting whether it waits for approval, or is ignored
     * @param shunned whether the owner blocks or restricts its author
     * @param collapsed whether the owner hides it, or words of the owner's cover it
     */
    record Standing(Id owner, Id starter, boolean underGhost, boolean waiting, boolean shunned, boolean collapsed) {}
}
