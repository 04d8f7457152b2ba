package bobbin.location;

import bobbin.base.Id;
import bobbin.post.Container;
import bobbin.post.PostProblems;
import bobbin.post.PostRules;
import bobbin.post.Writer;
import bobbin.sql.Tx;
import java.util.Optional;

/** Whether a post may say that it was written there: at a place that exists (04 §5.6). */
public final class Tagging implements PostRules {
    private final Places places;

    public Tagging(Places places) {
        this.places = places;
    }

    @Override
    public void drafting(Tx tx, Writer writer, Container container) {
        Optional<Id> place = container.content().references().place();
        if (place.isPresent() && places.find(tx, place.get()).isEmpty()) {
            throw PostProblems.NO_PLACE.refuse();
        }
    }
}
