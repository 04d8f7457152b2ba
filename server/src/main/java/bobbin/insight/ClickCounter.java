package bobbin.insight;

import bobbin.base.Id;
import java.util.Comparator;

/** A link of an account's posts in an hour. Addresses are long, so that a number stands for one in the key of the table. */
record ClickCounter(Id account, long hour, String url) implements Comparable<ClickCounter> {
    private static final Comparator<ClickCounter> ORDER = Comparator.comparing(ClickCounter::account)
            .thenComparingLong(ClickCounter::hour)
            .thenComparing(ClickCounter::url);

    long key() {
        return Watcher.anonymous(url).key();
    }

    @Override
    public int compareTo(ClickCounter other) {
        return ORDER.compare(this, other);
    }
}
