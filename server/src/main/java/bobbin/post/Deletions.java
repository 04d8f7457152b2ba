package bobbin.post;

import bobbin.base.Id;
import bobbin.base.Ids;
import bobbin.media.Medias;
import bobbin.sql.Database;
import bobbin.sql.Tx;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Taking posts away (04 §17). The row stays with a date, so that an id never means something else; its reposts go with it. */
public final class Deletions {
    private static final Logger LOG = LoggerFactory.getLogger(Deletions.class);

    private final Database database;
    private final PostRules rules;
    private final PostEvents events;
    private final PostStore posts = new PostStore();
    private final RepostStore reposts = new RepostStore();
    private final Gallery gallery;

    public Deletions(Database database, Ids ids, Medias medias, PostRules rules, PostEvents events) {
        this.database = database;
        this.gallery = new Gallery(medias, ids);
        this.rules = rules;
        this.events = events;
    }

    /**
     * Deletes a post of one's own, or undoes a repost. Replies to it and posts that quote it stay.
     *
     * @return false if there is no such post of this author
     */
    public boolean delete(Writer writer, Id id) {
        return database.write(tx -> {
            Optional<Post> found = existing(tx, id).filter(post -> post.author().equals(writer.account()));
            found.ifPresent(post -> {
                rules.deleting(tx, writer, post);
                delete(tx, post);
                posts.post(tx, id).ifPresent(gone -> events.withdrawn(tx, gone));
            });
            return found.isPresent();
        });
    }

    /**
     * Takes anybody's post away, as the operator of the server does: like a deletion, but nobody's apps are told (15 §15.17).
     *
     * @return what it was; empty if there is no such post
     */
    public Optional<Post> remove(Id id) {
        return database.write(tx -> {
            Optional<Post> found = existing(tx, id);
            found.ifPresent(post -> {
                delete(tx, post);
                tx.afterCommit(() -> LOG.info("event=post_removed post={} author={}", id, post.author()));
            });
            return found;
        });
    }

    /** An item of a carousel goes only with the whole. */
    private Optional<Post> existing(Tx tx, Id id) {
        return posts.post(tx, id).filter(post -> post.deletedAt().isEmpty() && !post.isChild());
    }

    private void delete(Tx tx, Post post) {
        if (posts.delete(tx, post.author(), post.id())) {
            post.content()
                    .references()
                    .reposted()
                    .ifPresent(original -> reposts.delete(tx, post.author(), original, post.id()));
            deleteRepostsOf(tx, post.id());
            gallery.take(tx, post);
            events.deleted(tx, post);
        }
    }

    /** What shows a post again goes with it. */
    void deleteRepostsOf(Tx tx, Id original) {
        reposts.of(tx, original).forEach(repost -> posts.post(tx, repost).ifPresent(each -> delete(tx, each)));
    }
}
