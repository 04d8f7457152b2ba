package bobbin.reply;

import bobbin.account.HiddenWords;
import bobbin.base.Id;
import bobbin.post.Post;
import bobbin.post.PostEvents;
import bobbin.post.Posts;
import bobbin.sql.Tx;
import java.time.Instant;
import java.util.Optional;

/** Keeps conversations: every reply gets its row beside the post at the top when it is published, and keeps it when it is deleted. */
public final class Keeping implements PostEvents {
    private final Posts posts;
    private final HiddenWords words;
    private final ReplyStore store = new ReplyStore();

    public Keeping(Posts posts, HiddenWords words) {
        this.posts = posts;
        this.words = words;
    }

    @Override
    public void published(Tx tx, Post post) {
        if (post.isReply()) {
            Post root = posts.find(tx, post.root()).orElseThrow();
            Optional<Instant> now = Optional.of(tx.now());
            store.insert(
                    tx,
                    post,
                    root,
                    top(tx, post),
                    now.filter(_ -> Replying.holdsBack(root, post)),
                    now.filter(_ -> isCovered(tx, root.author(), post)));
        }
    }

    @Override
    public void deleted(Tx tx, Post post) {
        if (post.isReply()) {
            store.delete(tx, post);
        } else {
            store.deleteUnder(tx, post.id());
        }
    }

    /** The direct reply to the post at the top to which a reply belongs. */
    private Id top(Tx tx, Post reply) {
        return reply.content()
                .references()
                .repliedTo()
                .filter(parent -> !parent.equals(reply.root()))
                .flatMap(parent -> posts.find(tx, parent))
                .flatMap(parent -> store.find(tx, parent))
                .map(parent -> parent.top().reply())
                .orElse(reply.id());
    }

    /** Nobody's words hide what they say themselves. */
    private boolean isCovered(Tx tx, Id owner, Post reply) {
        return !owner.equals(reply.author())
                && reply.content()
                        .text()
                        .filter(text -> words.cover(tx, owner, text))
                        .isPresent();
    }
}
