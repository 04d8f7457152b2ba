package bobbin.post;

import bobbin.base.Id;
import bobbin.base.Ids;
import bobbin.sql.Database;
import bobbin.sql.Tx;
import java.util.Optional;

/** Showing a post again in one's own list (04 §16). Undone by deleting the repost. */
public final class Reposts {
    private final Database database;
    private final Ids ids;
    private final Visibility visibility;
    private final PostRules rules;
    private final PostEvents events;
    private final PostStore posts = new PostStore();
    private final RepostStore reposts = new RepostStore();

    public Reposts(Database database, Ids ids, Visibility visibility, PostRules rules, PostEvents events) {
        this.database = database;
        this.ids = ids;
        this.visibility = visibility;
        this.rules = rules;
        this.events = events;
    }

    /**
     * Reposts a post, or the original of a repost. Who has done so before gets the repost that there is.
     *
     * @return empty if there is no such post, or none that may be shown again
     */
    public Optional<Id> repost(Writer writer, Id id) {
        return database.write(tx -> posts.post(tx, id)
                .flatMap(post -> original(tx, post))
                .filter(post -> !post.isChild() && visibility.canRepost(tx, Onlooker.of(writer.account()), post))
                .map(original -> repost(tx, writer, original)));
    }

    private Optional<Post> original(Tx tx, Post post) {
        return post.isRepost()
                ? post.content().references().reposted().flatMap(id -> posts.post(tx, id))
                : Optional.of(post);
    }

    private Id repost(Tx tx, Writer writer, Post original) {
        Post repost = new Post(
                ids.next(Id.Kind.POST, writer.account()),
                writer.account(),
                writer.app(),
                Content.repostOf(original.id()),
                Optional.empty());
        if (!reposts.insert(tx, writer.account(), original.id(), repost.id())) {
            return reposts.find(tx, writer.account(), original.id()).orElseThrow();
        }
        rules.publishing(tx, writer, repost);
        posts.insert(tx, repost);
        events.published(tx, repost);
        events.shown(tx, repost);
        return repost.id();
    }
}
