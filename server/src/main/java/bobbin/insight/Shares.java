package bobbin.insight;

import bobbin.base.Id;
import bobbin.insight.Happening.Shared;

/** Handing posts on out of here: a copied link, sent, embedded, given to the share sheet (15 §15.11). */
public final class Shares {
    private final Gathering gathering;

    public Shares(Gathering gathering) {
        this.gathering = gathering;
    }

    /** Somebody shares a post; again within half an hour does not count. */
    public void share(Watcher watcher, Id post) {
        gathering.add(now -> new Shared(post, watcher, now));
    }
}
