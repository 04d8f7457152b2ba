package bobbin.post;

import bobbin.account.AccountEvents;
import bobbin.base.Id;
import bobbin.sql.Tx;
import java.util.List;

/** What becomes of posts when a person is removed: they go, with whatever shows them again, and every mention in them and of that person. */
public final class Farewell implements AccountEvents {
    private final Deletions deletions;
    private final PostStore posts = new PostStore();
    private final ListStore lists = new ListStore();
    private final RepostStore reposts = new RepostStore();
    private final MentionStore mentions = new MentionStore();

    public Farewell(Deletions deletions) {
        this.deletions = deletions;
    }

    @Override
    public void removed(Tx tx, Id account) {
        List<Id> own = lists.idsBy(tx, account);
        own.forEach(post -> deletions.deleteRepostsOf(tx, post));
        reposts.deleteBy(tx, account);
        mentions.deleteIn(tx, own);
        mentions.deleteOf(tx, account);
        posts.deleteBy(tx, account);
    }
}
