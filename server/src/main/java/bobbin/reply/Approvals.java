package bobbin.reply;

import bobbin.base.Id;
import bobbin.base.Page;
import bobbin.base.Window;
import bobbin.post.Post;
import bobbin.post.PostEvents;
import bobbin.post.Posts;
import bobbin.post.Visibility;
import bobbin.sql.Database;
import bobbin.sql.Tx;
import java.util.Optional;

/** Replies that wait for the owner of the post at the top (10 §10.6): reading them, approving them, and putting them aside. */
public final class Approvals {
    private final Database database;
    private final Posts posts;
    private final Visibility visibility;
    private final Conversations conversations;
    private final PostEvents events;
    private final ReplyStore store = new ReplyStore();

    public Approvals(
            Database database, Posts posts, Visibility visibility, Conversations conversations, PostEvents events) {
        this.database = database;
        this.posts = posts;
        this.visibility = visibility;
        this.conversations = conversations;
        this.events = events;
    }

    /** What waits below an own post, at any depth. Empty if there is no such post for who asks; refuses those of others, and replies. */
    public Optional<Page<Post>> waiting(Reader reader, Id root, Optional<Approval> only, Window window) {
        return database.read(tx -> readable(tx, reader, root).map(post -> {
            if (!reader.is(post.author()) || post.isReply()) {
                throw ReplyProblems.NOT_ALLOWED.refuse();
            }
            return conversations.page(tx, reader, post, window, (_, node, rest) -> store.waiting(tx, node, only, rest));
        }));
    }

    /** Lets everybody see a reply, if it waits; false if there is no such reply for who asks. */
    public boolean approve(Reader reader, Id id) {
        return database.write(tx -> {
            Optional<Post> found = answer(tx, reader, id);
            found.ifPresent(post -> {
                if (store.find(tx, post)
                        .filter(reply -> store.approve(tx, reply))
                        .isPresent()) {
                    events.shown(tx, post);
                }
            });
            return found.isPresent();
        });
    }

    /** Puts a reply aside that waits; refuses one that does not. False if there is no such reply for who asks. */
    public boolean ignore(Reader reader, Id id) {
        return database.write(tx -> {
            Optional<Post> found = answer(tx, reader, id);
            found.flatMap(post -> store.find(tx, post)).ifPresent(reply -> {
                if (!reply.approval().isWaiting()) {
                    throw ReplyProblems.NOT_WAITING.refuse();
                }
                store.ignore(tx, reply);
            });
            return found.isPresent();
        });
    }

    /** A reply under an own post; refuses those under posts of others, and posts that are no reply. */
    private Optional<Post> answer(Tx tx, Reader reader, Id id) {
        Optional<Post> found = readable(tx, reader, id);
        found.ifPresent(post -> {
            if (!post.isReply()) {
                throw reader.is(post.author())
                        ? ReplyProblems.NOT_WAITING.refuse()
                        : ReplyProblems.NOT_ALLOWED.refuse();
            }
            if (store.find(tx, post).filter(reply -> reader.is(reply.owner())).isEmpty()) {
                throw ReplyProblems.NOT_ALLOWED.refuse();
            }
        });
        return found;
    }

    private Optional<Post> readable(Tx tx, Reader reader, Id id) {
        return posts.find(tx, id).filter(post -> reader.canRead(tx, visibility, post));
    }
}
