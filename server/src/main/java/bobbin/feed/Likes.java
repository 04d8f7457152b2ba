package bobbin.feed;

import bobbin.base.Id;
import bobbin.feed.Notification.Kind;
import bobbin.post.Post;
import bobbin.post.Posts;
import bobbin.post.Visibility;
import bobbin.sql.Database;
import bobbin.sql.Tx;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * Who likes what (15 §15.7): one like for each account and post, of whatever one can see. Likes of people who are away do not count.
 */
public final class Likes {
    private final Database database;
    private final Reach reach;
    private final Notices notices;
    private final FeedEvents events;
    private final LikeStore store = new LikeStore();

    public Likes(Database database, Posts posts, Visibility visibility, Notices notices, FeedEvents events) {
        this.database = database;
        this.reach = new Reach(posts, visibility);
        this.notices = notices;
        this.events = events;
    }

    /** Likes a post, or the original of a repost; doing so again changes nothing. Refuses what one cannot see. */
    public void like(Id account, Id post) {
        database.change(tx -> {
            Post liked = reach.visible(tx, account, post);
            if (store.insert(tx, account, liked.author(), liked.id())) {
                notices.tell(tx, liked.author(), Kind.LIKE, account, liked.id());
                events.engaged(tx, liked.id());
            }
        });
    }

    /** Takes a like back, also of what one cannot see any more; does nothing if there is none. */
    public void unlike(Id account, Id post) {
        database.change(tx -> {
            Id liked = reach.meant(tx, post);
            store.delete(tx, account, liked).ifPresent(author -> {
                notices.takeBack(tx, author, Kind.LIKE, account, liked);
                events.engaged(tx, liked);
            });
        });
    }

    /** How many likes a post has now. */
    public long of(Tx tx, Id post) {
        return store.count(tx, post);
    }

    /** How many likes each of these posts has now; those without any are left out. */
    public Map<Id, Long> of(Tx tx, Collection<Id> posts) {
        return store.count(tx, posts);
    }

    /** How many likes that exist now the posts of an author were given at or after the first moment and before the second. */
    public long received(Tx tx, Id author, Instant from, Instant to) {
        return store.received(tx, author, from, to);
    }

    /** Those of these posts that somebody likes. */
    public Set<Id> by(Tx tx, Id account, Collection<Id> posts) {
        return store.likedBy(tx, account, posts);
    }
}
