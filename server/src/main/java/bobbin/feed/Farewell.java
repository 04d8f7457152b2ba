package bobbin.feed;

import bobbin.account.AccountEvents;
import bobbin.base.Id;
import bobbin.sql.Tx;
import java.util.Optional;

/** What becomes of likes, votes and notifications when people leave: likes do not count while they are away, votes go for good. */
public final class Farewell implements AccountEvents {
    private final LikeStore likes = new LikeStore();
    private final VoteStore votes = new VoteStore();
    private final NotificationStore notifications = new NotificationStore();

    @Override
    public void deactivated(Tx tx, Id account) {
        likes.pause(tx, account, Optional.of(tx.now()));
    }

    @Override
    public void reactivated(Tx tx, Id account) {
        likes.pause(tx, account, Optional.empty());
    }

    @Override
    public void deleted(Tx tx, Id account) {
        likes.pause(tx, account, Optional.of(tx.now()));
        votes.deleteBy(tx, account);
    }

    @Override
    public void removed(Tx tx, Id account) {
        likes.deleteBy(tx, account);
        likes.deleteTo(tx, account);
        votes.deleteBy(tx, account);
        votes.deleteTo(tx, account);
        notifications.deleteOf(tx, account);
    }
}
