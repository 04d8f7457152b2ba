package bobbin.post;

import bobbin.base.Id;
import java.util.Collection;
import java.util.Map;

/** Whom reading asks about the places of posts: {@code location}, as it is shown (07 §7.6.2). */
@FunctionalInterface
public interface PostPlaces {

    /** The members of each place that exists, by its id. */
    Map<Id, Map<String, Object>> shown(Collection<Id> places);
}
