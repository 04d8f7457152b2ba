package bobbin.reply;

import bobbin.base.Id;
import bobbin.base.Page;
import bobbin.base.Window;
import bobbin.post.Onlooker;
import bobbin.post.Post;
import bobbin.post.Posts;
import bobbin.post.Visibility;
import bobbin.sql.Database;
import bobbin.sql.Tx;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The direct replies to a post as pages show them (10 §10.4, 15 §15.13): those that the owner of the conversation hides are behind a link,
 * for the owner too, and those that a word covers are collapsed.
 */
public final class Answers {
    private final Database database;
    private final Posts posts;
    private final Visibility visibility;
    private final ReplyStates states;
    private final ReplyStore store = new ReplyStore();

    public Answers(Database database, Posts posts, Visibility visibility, ReplyStates states) {
        this.database = database;
        this.posts = posts;
        this.visibility = visibility;
        this.states = states;
    }

    /**
     * What stands below a post.
     *
     * @param covered those of the replies that are collapsed
     * @param moreHidden whether the viewer could see others, which are hidden
     */
    public record Listed(Page<Post> replies, Set<Id> covered, boolean moreHidden) {
        public Listed {
            covered = Set.copyOf(covered);
        }
    }

    /**
     * The replies that stand below a post; below a reply that is hidden stands everything, because it is hidden with it. Empty if the viewer
     * may not see the post.
     */
    public Optional<Listed> shown(Onlooker viewer, Id node, Window window) {
        Reader reader = new Reader(Optional.empty(), viewer);
        return database.read(tx -> readable(tx, reader, node).map(post -> {
            Page<Post> replies = new Sieve(
                            posts, visibility, reader, reply -> post.isReply() || reply.status() != HideStatus.HIDDEN)
                    .page(tx, post, window, store::to);
            boolean moreHidden =
                    !hidden(tx, reader, post, Window.newest(1)).items().isEmpty();
            return new Listed(replies, covered(tx, replies.items()), moreHidden);
        }));
    }

    /** The replies to a post that its author hides. Empty if the viewer may not see the post. */
    public Optional<Page<Post>> hidden(Onlooker viewer, Id node, Window window) {
        Reader reader = new Reader(Optional.empty(), viewer);
        return database.read(tx -> readable(tx, reader, node).map(post -> hidden(tx, reader, post, window)));
    }

    private Page<Post> hidden(Tx tx, Reader reader, Post post, Window window) {
        return new Sieve(posts, visibility, reader, _ -> true).page(tx, post, window, store::hiddenTo);
    }

    private Optional<Post> readable(Tx tx, Reader reader, Id node) {
        return posts.find(tx, node).filter(post -> reader.canRead(tx, visibility, post));
    }

    private Set<Id> covered(Tx tx, Collection<Post> replies) {
        return states.find(tx, replies).values().stream()
                .filter(reply -> reply.status() == HideStatus.COVERED)
                .map(Reply::id)
                .collect(Collectors.toSet());
    }
}
