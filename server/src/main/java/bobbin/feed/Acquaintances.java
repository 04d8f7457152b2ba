package bobbin.feed;

import bobbin.account.RelationEvents;
import bobbin.base.Id;
import bobbin.base.Ids;
import bobbin.feed.Notification.Kind;
import bobbin.sql.Tx;

/**
 * What follows and blocks mean for notifications and likes: one is told who follows, and whoever is blocked
 * leaves nothing behind: neither likes (15 §15.11) nor what one was told of them, so that nothing comes back with an end of the block (15 §15.5).
 */
public final class Acquaintances implements RelationEvents {
    private final Ids ids;
    private final NotificationStore store = new NotificationStore();
    private final LikeStore likes = new LikeStore();

    public Acquaintances(Ids ids) {
        this.ids = ids;
    }

    @Override
    public void followed(Tx tx, Id follower, Id followee) {
        store.put(tx, followee, Notices.made(ids, followee, Kind.FOLLOW, follower, follower));
    }

    @Override
    public void asked(Tx tx, Id follower, Id followee) {
        store.put(tx, followee, Notices.made(ids, followee, Kind.FOLLOW_REQUEST, follower, follower));
    }

    @Override
    public void blocked(Tx tx, Id by, Id whom) {
        likes.deleteGiven(tx, whom, by);
        store.deleteFrom(tx, by, whom);
    }
}
