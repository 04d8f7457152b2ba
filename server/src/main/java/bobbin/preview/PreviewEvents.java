package bobbin.preview;

import bobbin.base.Id;
import bobbin.sql.Tx;
import java.util.Collection;

/** Whom fetching previews tells. */
public interface PreviewEvents {
    /** Nobody is told. */
    PreviewEvents NONE = (_, _) -> {};

    /** What the page behind the link of these posts says about itself is known, or is known anew. */
    void known(Tx tx, Collection<Id> posts);
}
