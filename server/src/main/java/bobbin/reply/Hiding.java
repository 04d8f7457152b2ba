package bobbin.reply;

import bobbin.base.Id;
import bobbin.post.Post;
import bobbin.post.Posts;
import bobbin.post.Visibility;
import bobbin.sql.Database;
import bobbin.sql.Tx;
import java.util.Optional;

/** Hiding replies under one's own posts, and showing them again (10 §10.5). Everything below a reply is hidden and shown with it. */
public final class Hiding {
    private final Database database;
    private final Posts posts;
    private final Visibility visibility;
    private final ReplyStore store = new ReplyStore();

    public Hiding(Database database, Posts posts, Visibility visibility) {
        this.database = database;
        this.posts = posts;
        this.visibility = visibility;
    }

    /** Hides a direct reply of somebody else to an own post; false if there is no such reply for who asks. */
    public boolean hide(Reader reader, Id reply) {
        return database.write(tx -> {
            Optional<Reply> found = own(tx, reader, reply);
            found.ifPresent(each -> store.hide(tx, each));
            return found.isPresent();
        });
    }

    /** Shows it again, with everything below it; nothing happens to one that was neither hidden nor covered. */
    public boolean unhide(Reader reader, Id reply) {
        return database.write(tx -> {
            Optional<Reply> found = own(tx, reader, reply);
            found.ifPresent(each -> store.unhide(tx, each));
            return found.isPresent();
        });
    }

    private Optional<Reply> own(Tx tx, Reader reader, Id id) {
        return posts.find(tx, id)
                .filter(post -> reader.canRead(tx, visibility, post))
                .flatMap(post -> checked(tx, reader, post));
    }

    private Optional<Reply> checked(Tx tx, Reader reader, Post post) {
        Optional<Reply> found = store.find(tx, post);
        Id owner = found.map(Reply::owner).orElse(post.author());
        if (!reader.is(owner)) {
            throw ReplyProblems.NOT_ALLOWED.refuse();
        }
        if (!post.isReply() || found.filter(reply -> !reply.isTop()).isPresent()) {
            throw ReplyProblems.ONLY_TOP.refuse();
        }
        if (reader.is(post.author())) {
            throw ReplyProblems.ONLY_OTHERS.refuse();
        }
        return found;
    }
}
