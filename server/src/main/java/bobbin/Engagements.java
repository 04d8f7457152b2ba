package bobbin;

import bobbin.base.Id;
import bobbin.insight.Insights;
import bobbin.insight.Numbers;
import bobbin.search.Counts;
import bobbin.search.Engagement;
import bobbin.sql.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What search asks, answered by insights. */
final class Engagements implements Engagement {
    /** Times are whole milliseconds. */
    private static final Duration NEXT = Duration.ofMillis(1);

    private final Supplier<Insights> insights;

    /** @param insights asked for with each question, because likes are told to search before there are insights about them */
    Engagements(Supplier<Insights> insights) {
        this.insights = insights;
    }

    @Override
    public Map<Id, Counts> with(Tx tx, Collection<Id> posts) {
        Map<Id, Counts> counts = new HashMap<>();
        insights.get().of(tx, posts).forEach((post, numbers) -> counts.put(post, counts(numbers)));
        return counts;
    }

    @Override
    public Counts received(Tx tx, Id account, Instant after, Instant until) {
        return counts(insights.get().received(tx, account, after.plus(NEXT), until.plus(NEXT)));
    }

    private static Counts counts(Numbers numbers) {
        return new Counts(numbers.likes(), numbers.replies(), numbers.reposts(), numbers.quotes(), numbers.views());
    }
}
