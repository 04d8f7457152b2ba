package bobbin.post;

import bobbin.account.AccountEvents;
import bobbin.base.Id;
import bobbin.sql.Tx;

/** What becomes of posts when a person is removed: they go, and with them every mention in them and of that person. */
public final class Farewell implements AccountEvents {
    private final PostStore posts = new PostStore();
    private final MentionStore mentions = new MentionStore();

    @Override
    public void removed(Tx tx, Id account) {
        mentions.deleteIn(tx, posts.idsBy(tx, account));
        mentions.deleteOf(tx, account);
        posts.deleteBy(tx, account);
    }
}
