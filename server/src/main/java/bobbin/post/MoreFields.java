package bobbin.post;

import bobbin.graph.Fields;

/** Fields of posts that another feature knows how to read. */
@FunctionalInterface
public interface MoreFields {

    /**
     * The same fields and some more, or some of them read in another way.
     *
     * @param posts for who looks, and from where
     */
    Fields<PostFields.Shown> addTo(PostFields posts, Fields<PostFields.Shown> known);
}
