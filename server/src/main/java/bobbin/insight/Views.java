package bobbin.insight;

import bobbin.account.ProfileVisits;
import bobbin.base.Id;
import bobbin.insight.Happening.Viewed;
import bobbin.insight.Happening.Visited;
import java.util.Optional;

/**
 * Looking at posts and profiles (15 §15.11). Say it whenever it happens: what does not count (the author's own views, the same watcher again
 * within half an hour, posts that are gone) is sorted out here; that known bots do not count is the business of {@link CountPages}. Costs no
 * more than a note in memory.
 */
public final class Views implements ProfileVisits {
    private final Gathering gathering;

    public Views(Gathering gathering) {
        this.gathering = gathering;
    }

    /** Somebody looks at a post; a view of a repost is one of its original. */
    public void post(Watcher watcher, Id post, Surface surface) {
        gathering.add(now -> new Viewed(post, watcher, surface, now));
    }

    /** Somebody opens a profile. */
    public void profile(Watcher watcher, Id account) {
        gathering.add(now -> new Visited(account, watcher, now));
    }

    @Override
    public void opened(Id profile, Optional<Id> visitor, Optional<String> browser) {
        if (!Bots.isOne(browser)) {
            profile(visitor.map(Watcher::of).orElse(Watcher.anonymous("")), profile);
        }
    }
}
