package bobbin.insight;

import bobbin.post.Post;
import bobbin.post.PostEvents;
import bobbin.post.Posts;
import bobbin.sql.Tx;

/**
 * Notes what others make of a post as soon as it can be seen, so that reposts, quotes and replies can be counted by post and by time; and
 * forgets what was counted of a post that is deleted (15 §15.17).
 */
public final class Echoes implements PostEvents {
    private final Posts posts;
    private final EchoStore store = new EchoStore();
    private final CountStore counts = new CountStore();
    private final SightingStore sightings = new SightingStore();

    public Echoes(Posts posts) {
        this.posts = posts;
    }

    @Override
    public void shown(Tx tx, Post post) {
        for (Echo echo : Echo.of(post)) {
            posts.find(tx, echo.original())
                    .filter(original -> original.deletedAt().isEmpty())
                    .ifPresent(original -> store.insert(tx, echo, original.author()));
        }
    }

    @Override
    public void deleted(Tx tx, Post post) {
        store.deleteMade(tx, post.author(), post.id());
        store.deleteOf(tx, post.id());
        counts.deleteOf(tx, post.author(), post.id());
        sightings.deleteOf(tx, post.author(), post.id());
    }
}
