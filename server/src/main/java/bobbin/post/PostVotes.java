package bobbin.post;

import bobbin.base.Id;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Whom reading asks how people voted in the polls of posts (07 §7.6.1). */
@FunctionalInterface
public interface PostVotes {
    PostVotes NONE = _ -> Map.of();

    /** How many votes each option has, in order; options at the end and posts that have none may be left out. */
    Map<Id, List<Long>> votes(Collection<Id> posts);

    /** How somebody voted in the polls of these posts: 0 is the first option; those in which they did not are left out. */
    default Map<Id, Integer> choices(Id account, Collection<Id> posts) {
        return Map.of();
    }
}
