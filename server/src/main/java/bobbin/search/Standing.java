package bobbin.search;

import bobbin.base.Id;
import java.time.Duration;

/**
 * How posts are sorted by their popularity: the rule of {@code search_type=TOP} (08 §8.1).
 *
 * <p>What people did with a post counts points, and points fade: after each half-life they are worth half. Of two posts the order is then
 * the same at any time, and the same as if each had been published one half-life later for each doubling of its points. So the place of a
 * post is an id: its own, moved. It sorts, pages and cursors like any other, and does not change while time passes.
 */
final class Standing {
    private static final Duration HALF_LIFE = Duration.ofHours(24);

    private static final double LIKE = 1;
    private static final double REPLY = 2;
    private static final double REPOST = 3;
    private static final double QUOTE = 3;
    private static final double VIEW = 0.05;

    private Standing() {}

    /** Where a post stands: at its own id, or later. */
    static Id of(Id post, Counts counts) {
        double doublings = Math.log1p(points(counts)) / Math.log(2);
        return post.later(Duration.ofMillis((long) (doublings * HALF_LIFE.toMillis())));
    }

    private static double points(Counts counts) {
        return Math.max(
                0,
                counts.likes() * LIKE
                        + counts.replies() * REPLY
                        + counts.reposts() * REPOST
                        + counts.quotes() * QUOTE
                        + counts.views() * VIEW);
    }
}
