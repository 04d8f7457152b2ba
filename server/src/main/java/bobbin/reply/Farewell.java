package bobbin.reply;

import bobbin.account.AccountEvents;
import bobbin.base.Id;
import bobbin.base.Page;
import bobbin.base.Window;
import bobbin.post.Post;
import bobbin.post.Posts;
import bobbin.sql.Tx;

/** What becomes of conversations when a person is removed: their own go, and in those of others their replies are gone. */
public final class Farewell implements AccountEvents {
    private static final int AT_ONCE = 100;

    private final Posts posts;
    private final ReplyStore store = new ReplyStore();

    public Farewell(Posts posts) {
        this.posts = posts;
    }

    @Override
    public void removed(Tx tx, Id account) {
        Id below = Id.HIGHEST;
        boolean more = true;
        while (more) {
            Page<Post> page = posts.repliesBy(tx, account, new Window(Id.LOWEST, below, false, AT_ONCE));
            page.items().forEach(reply -> store.delete(tx, reply));
            more = page.more();
            below = page.items().isEmpty() ? below : page.items().getLast().id();
        }
        store.deleteOf(tx, account);
    }
}
