package bobbin.post;

import bobbin.base.Id;
import bobbin.base.Page;
import bobbin.base.Window;
import bobbin.media.Media;
import bobbin.media.Medias;
import bobbin.sql.Database;
import bobbin.sql.Memory;
import bobbin.sql.Tx;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Reading posts: one's own, and those of others that one may see. */
public final class Posts {
    private static final int MOST_REMEMBERED = 20_000;

    private final Database database;
    private final Visibility visibility;
    private final Medias medias;
    private final PostStore store = new PostStore();
    private final ListStore lists = new ListStore();
    private final Memory<Id, Post> memory;
    private final Memory<FirstPage, Page<Post>> firstPages;

    /** The beginning of an author's list: what dashboards ask for again and again. */
    private record FirstPage(Id author, int limit) {}

    public Posts(Database database, Visibility visibility, Medias medias) {
        this.medias = medias;
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

    /** Those of some posts that this app may read on behalf of this onlooker. */
    Set<Id> readable(Id app, Onlooker onlooker, Collection<Id> ids) {
        return ids.isEmpty()
                ? Set.of()
                : database.read(tx -> visibility
                        .readable(tx, app, onlooker, all(tx, ids).values())
                        .stream()
                        .map(Post::id)
                        .collect(Collectors.toSet()));
    }

    /** What an author has published, newest first, ghosts as long as they live (07 §7.7). */
    public Page<Post> by(Id author, Window window) {
        return database.read(tx -> {
            Page<Post> page = window.equals(Window.newest(window.limit()))
                    ? firstPage(tx, author, window)
                    : Page.of(window, lists.byAuthor(tx, author, window), Post::id);
            return open(tx, author, page.items()).size() == page.items().size()
                    ? page
                    : Page.sifted(
                            window,
                            Post::id,
                            part -> lists.byAuthor(tx, author, part),
                            piece -> open(tx, author, piece));
        });
    }

    /** An author's own posts without reposts of what the author may not see any more. */
    private List<Post> open(Tx tx, Id author, List<Post> own) {
        List<Post> reposts = own.stream().filter(Post::isRepost).toList();
        Set<Post> open = Set.copyOf(visibility.visible(tx, Onlooker.of(author), reposts));
        return own.stream()
                .filter(post -> !post.isRepost() || open.contains(post))
                .toList();
    }

    /** What an author shows to somebody who asks for it by name: no ghost posts, and nothing that this onlooker may not see (08 §8.4). */
    public Page<Post> shownBy(Id author, Onlooker onlooker, Window window) {
        return database.read(tx -> Page.sifted(
                window,
                Post::id,
                part -> lists.byAuthor(tx, author, part),
                piece -> visibility.visible(
                        tx,
                        onlooker,
                        piece.stream()
                                .filter(post -> post.content().lifetime() == Lifetime.LASTING)
                                .toList())));
    }

    /** What an author has answered, also what waits for approval, and what stands under posts that are gone (07 §7.8). */
    public Page<Post> repliesBy(Id author, Window window) {
        return database.read(tx -> repliesBy(tx, author, window));
    }

    public Page<Post> repliesBy(Tx tx, Id author, Window window) {
        return Page.of(window, lists.repliesBy(tx, author, window), Post::id);
    }

    /** The ghost posts of an author, archived ones included (07 §7.9). */
    public Page<Post> ghosts(Id author, Window window) {
        return Page.of(window, database.read(tx -> lists.ghostsBy(tx, author, window)), Post::id);
    }

    /** From memory, unless one of its ghosts was archived meanwhile. */
    private Page<Post> firstPage(Tx tx, Id author, Window window) {
        Supplier<Page<Post>> now = () -> Page.of(window, lists.byAuthor(tx, author, window), Post::id);
        return firstPages
                .recall(tx, author.slot(), new FirstPage(author, window.limit()), () -> Optional.of(now.get()))
                .filter(page -> page.items().stream().noneMatch(post -> post.isArchivedAt(tx.now())))
                .orElseGet(now);
    }

    /** Images and videos, by id; those that there are. */
    public Map<Id, Media> media(Collection<Id> ids) {
        return ids.isEmpty()
                ? Map.of()
                : database.read(tx -> medias.find(tx, ids)).stream()
                        .collect(Collectors.toMap(Media::id, Function.identity()));
    }

    /** A post, whoever may see it; also a deleted one. */
    public Optional<Post> find(Tx tx, Id id) {
        return memory.recall(tx, id.slot(), id, () -> store.post(tx, id));
    }

    /** Those of some posts that there are, whoever may see them, also deleted ones; by id. */
    public Map<Id, Post> all(Tx tx, Collection<Id> ids) {
        return memory.recallAll(
                tx,
                ids,
                Id::slot,
                missing -> store.posts(tx, missing).stream().collect(Collectors.toMap(Post::id, Function.identity())));
    }
}
