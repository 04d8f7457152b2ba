package bobbin.search;

import bobbin.base.Id;
import bobbin.sql.Database;
import bobbin.sql.Tx;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where posts stand among the most popular: kept beside their words, and moved when people do something with them. */
public final class Standings {
    /** A place that is wrong by less is left alone. */
    private static final Duration SMALLEST_MOVE = Duration.ofMinutes(10);

    private final Engagement engagement;
    private final SearchStore store;

    public Standings(Database database, Engagement engagement) {
        this.engagement = engagement;
        this.store = SearchStore.on(database.dialect());
    }

    /** Somebody has done something with this post, or undone it. */
    public void engaged(Tx tx, Id post) {
        Counts counts = engagement.with(tx, List.of(post)).getOrDefault(post, Counts.NONE);
        store.move(tx, post, Standing.of(post, counts));
    }

    /** Which of these posts no longer stand where they did, and where: views come in so often that nobody is told of each. */
    Map<Id, Id> moved(Tx tx, List<Hit> hits) {
        Map<Id, Counts> counts =
                engagement.with(tx, hits.stream().map(Hit::post).toList());
        Map<Id, Id> moved = new HashMap<>();
        for (Hit hit : hits) {
            Id place = Standing.of(hit.post(), counts.getOrDefault(hit.post(), Counts.NONE));
            Duration way = Duration.between(hit.place().time(), place.time()).abs();
            if (way.compareTo(SMALLEST_MOVE) >= 0) {
                moved.put(hit.post(), place);
            }
        }
        return moved;
    }

    void move(Tx tx, Map<Id, Id> moved) {
        moved.forEach((post, place) -> store.move(tx, post, place));
    }
}
