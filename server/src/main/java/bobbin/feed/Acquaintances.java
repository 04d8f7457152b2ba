package bobbin.feed;

import bobbin.account.RelationEvents;
import bobbin.base.Id;
import bobbin.base.Ids;
import bobbin.feed.Notification.Kind;
import bobbin.sql.Tx;

/** What follows and blocks mean for notifications and likes: one is told who follows, and the likes of whom one blocks go (15 §15.11). */
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
    }
}
