package bobbin.reply;

import bobbin.base.Id;
import bobbin.base.Page;
import bobbin.base.Window;
import bobbin.post.Post;
import bobbin.post.Posts;
import bobbin.post.Visibility;
import bobbin.sql.Database;
import bobbin.sql.Memory;
import bobbin.sql.Tx;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reading replies: those to a post, and those to its replies (10 §10.2, §10.3). What waits for approval is in none of these lists. */
public final class Conversations {
    private static final int MOST_REMEMBERED = 20_000;

    private final Database database;
    private final Posts posts;
    private final Visibility visibility;
    private final ReplyStates states;
    private final ReplySettings settings;
    private final ReplyStore store = new ReplyStore();
    /** The newest reply to each post, because a page of posts asks for all of them. */
    private final Memory<ReplyStore.Key, Optional<Id>> newest;

    public Conversations(
            Database database, Posts posts, Visibility visibility, ReplyStates states, ReplySettings settings) {
        this.database = database;
        this.posts = posts;
        this.visibility = visibility;
        this.states = states;
        this.settings = settings;
        this.newest = Memory.of(database, MOST_REMEMBERED, "reply");
    }

    /** The direct replies to a post or reply. Empty if there is no such post for this reader; refuses posts out of reach. */
    public Optional<Page<Post>> to(Reader reader, Id node, Window window) {
        return list(reader, node, window, store::to);
    }

    /** All replies below a post or reply, at any depth, in one list by time. */
    public Optional<Page<Post>> below(Reader reader, Id node, Window window) {
        return list(
                reader,
                node,
                window,
                (tx, post, rest) -> post.isReply() ? store.below(tx, post, rest) : store.under(tx, post, rest));
    }

    /** Whether the owner of the conversation keeps a reply out of the sight of others, or a hidden word does. */
    public boolean isHidden(Post reply) {
        return database.read(
                tx -> states.find(tx, List.of(reply)).values().stream().anyMatch(Reply::isCollapsed));
    }

    /** Those of some posts that have a reply which this reader would find in its list ({@code has_replies}). */
    public Set<Id> answered(Reader reader, Collection<Post> some) {
        return database.read(tx -> {
            Map<Id, Id> newest = newest(tx, some);
            Sieve sieve = sieve(reader);
            Set<Id> readable = sieve.fitting(
                            tx,
                            states.find(tx, posts.all(tx, newest.values()).values())
                                    .values())
                    .keySet();
            Set<Id> answered = new HashSet<>();
            for (Post post : some) {
                Id reply = newest.get(post.id());
                if (reply != null
                        && (readable.contains(reply)
                                || !sieve.page(tx, post, Window.newest(1), store::to)
                                        .items()
                                        .isEmpty())) {
                    answered.add(post.id());
                }
            }
            return answered;
        });
    }

    private Map<Id, Id> newest(Tx tx, Collection<Post> some) {
        Map<Id, Id> known = new HashMap<>();
        newest.recallAll(
                        tx,
                        some.stream().map(ReplyStore.Key::of).toList(),
                        ReplyStore.Key::slot,
                        missing -> store.newest(tx, missing))
                .forEach((post, reply) -> reply.ifPresent(id -> known.put(post.post(), id)));
        return known;
    }

    private Optional<Page<Post>> list(Reader reader, Id node, Window window, Sieve.Rows rows) {
        return database.read(tx -> posts.find(tx, node)
                .filter(post -> reader.canRead(tx, visibility, post))
                .map(post -> {
                    refuseOutOfReach(tx, reader, post);
                    return page(tx, reader, post, window, rows);
                }));
    }

    /** Own posts and what stands below them, own replies, or whatever can be read (10 §10.3.1). */
    private void refuseOutOfReach(Tx tx, Reader reader, Post node) {
        if (reader.app().isPresent()
                && settings.readScope() == ReplySettings.ReadScope.OWN
                && !reader.is(node.author())
                && posts.find(tx, node.root())
                        .filter(root -> reader.is(root.author()))
                        .isEmpty()) {
            throw ReplyProblems.NOT_ALLOWED.refuse();
        }
    }

    /** A page of one list, without what does not belong in this reader's. */
    Page<Post> page(Tx tx, Reader reader, Post node, Window window, Sieve.Rows rows) {
        return sieve(reader).page(tx, node, window, rows);
    }

    /** Hidden replies belong in the owner's lists only (10 §10.3.1). */
    private Sieve sieve(Reader reader) {
        return new Sieve(posts, visibility, reader, reply -> reader.is(reply.owner()) || !reply.isCollapsed());
    }
}
