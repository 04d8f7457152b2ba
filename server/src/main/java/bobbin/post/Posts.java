package bobbin.post;

import bobbin.base.Id;
import bobbin.base.Page;
import bobbin.base.Window;
import bobbin.sql.Database;
import bobbin.sql.Memory;
import bobbin.sql.Tx;
import java.util.Optional;

/** Reading posts: one's own, and those of others that one may see. */
public final class Posts {
    private static final int MOST_REMEMBERED = 20_000;

    private final Database database;
    private final Visibility visibility;
    private final PostStore store = new PostStore();
    private final Memory<Id, Post> memory;
    private final Memory<FirstPage, Page<Post>> firstPages;

    /** The beginning of an author's list: what dashboards ask for again and again. */
    private record FirstPage(Id author, int limit) {}

    public Posts(Database database, Visibility visibility) {
        this.database = database;
        this.visibility = visibility;
        this.memory = Memory.of(database, MOST_REMEMBERED, "post");
        this.firstPages = Memory.weighing(
                database, MOST_REMEMBERED, page -> 1 + page.items().size(), "post");
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
        if (!window.equals(Window.newest(window.limit()))) {
            return database.read(tx -> by(tx, author, window));
        }
        FirstPage first = new FirstPage(author, window.limit());
        return firstPages
                .recall(author.slot(), first)
                .orElseGet(() -> database.read(tx -> firstPages
                        .recall(tx, author.slot(), first, () -> Optional.of(by(tx, author, window)))
                        .orElseThrow()));
    }

    private Page<Post> by(Tx tx, Id author, Window window) {
        return Page.of(window, store.byAuthor(tx, author, window), Post::id);
    }

    /** A post, whoever may see it; also a deleted one. */
    public Optional<Post> find(Tx tx, Id id) {
        return memory.recall(tx, id.slot(), id, () -> store.post(tx, id));
    }
}
