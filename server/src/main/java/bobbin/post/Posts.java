package bobbin.post;

import bobbin.base.Id;
import bobbin.base.Page;
import bobbin.base.Window;
import bobbin.sql.Database;
import bobbin.sql.Tx;
import java.util.Optional;

/** Reading posts: one's own, and those of others that one may see. */
public final class Posts {
    private final Database database;
    private final Visibility visibility;
    private final PostStore store = new PostStore();

    public Posts(Database database, Visibility visibility) {
        this.database = database;
        this.visibility = visibility;
    }

    /** A post, if this app may read it on behalf of this onlooker (15 §15.6). */
    public Optional<Post> readable(Id app, Onlooker onlooker, Id id) {
        return database.read(tx -> find(tx, id).filter(post -> visibility.canRead(tx, app, onlooker, post)));
    }

    /** A post, if this onlooker may see it on our pages. */
    public Optional<Post> visible(Onlooker onlooker, Id id) {
        return database.read(tx -> find(tx, id).filter(post -> visibility.canSee(tx, onlooker, post)));
    }

    /** What an author has published, newest first (07 §7.7). */
    public Page<Post> by(Id author, Window window) {
        return Page.of(window, database.read(tx -> store.byAuthor(tx, author, window)), Post::id);
    }

    /** A post, whoever may see it; also a deleted one. */
    public Optional<Post> find(Tx tx, Id id) {
        return store.post(tx, id);
    }
}
