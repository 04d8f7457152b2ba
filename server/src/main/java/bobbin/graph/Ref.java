package bobbin.graph;

import bobbin.base.Id;
import java.util.Optional;

/**
 * A node that another one points to, such as {@code owner} or {@code root_post}. Shown as {@code {"id":"…"}}, or as whatever the caller
 * selects in braces, if it may see that node.
 *
 * @param wire the id on the wire; for an account the one scoped to the calling app
 */
public record Ref(Id id, String wire) {

    public static Ref to(Id id) {
        return new Ref(id, id.toString());
    }

    /** The account of the caller, under the id by which the calling app knows it. */
    public static Optional<Ref> toSelf(Viewer viewer) {
        return viewer.account().flatMap(account -> viewer.scopedId().map(scoped -> new Ref(account, scoped)));
    }
}
