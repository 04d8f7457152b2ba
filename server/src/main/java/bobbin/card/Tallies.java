package bobbin.card;

import bobbin.base.Id;
import bobbin.sql.Tx;
import java.util.Collection;
import java.util.Map;

/** Whom cards ask what others did with posts: whoever counts it. */
@FunctionalInterface
public interface Tallies {
    Tallies NONE = (_, _) -> Map.of();

    /** By post; one with which nothing was done may be missing. */
    Map<Id, Tally> of(Tx tx, Collection<Id> posts);
}
