package bobbin.insight;

import bobbin.base.Id;
import java.util.Comparator;

/**
 * What is counted in an hour.
 *
 * @param owner with whom it lives: the author of a post, or the account itself
 * @param subject the post, or the account again
 * @param hour one of {@link Hours}; 0 for all hours that are no longer kept apart
 */
record Counter(Id owner, Id subject, Kind kind, long hour) implements Comparable<Counter> {
    /** Everybody takes the rows of counters in the same order, so that no two wait for each other. */
    private static final Comparator<Counter> ORDER = Comparator.comparing(Counter::owner)
            .thenComparing(Counter::subject)
            .thenComparing(Counter::kind)
            .thenComparingLong(Counter::hour);

    /** The names are kept in the database. */
    enum Kind {
        /** Of one post. */
        VIEW,
        SHARE,
        /** Of all posts and replies of an account. */
        POST_VIEW,
        /** Of an account's profile. */
        PROFILE_VIEW
    }

    @Override
    public int compareTo(Counter other) {
        return ORDER.compare(this, other);
    }
}
