package bobbin.feed;

import bobbin.base.Id;
import bobbin.post.Onlooker;
import bobbin.post.Post;
import bobbin.post.Posts;
import bobbin.post.Visibility;
import bobbin.sql.Tx;
import java.util.Optional;

/** Finds the post that somebody means and may see. What is done with a repost is done with its original (15 §15.7). */
final class Reach {
    private final Posts posts;
    private final Visibility visibility;

    Reach(Posts posts, Visibility visibility) {
        this.posts = posts;
        this.visibility = visibility;
    }

    /** A post, or the original of a repost; refuses one that this person may not see. */
    Post visible(Tx tx, Id account, Id id) {
        return posts.find(tx, id)
                .filter(post -> !post.isChild() && visibility.canSee(tx, Onlooker.of(account), post))
                .flatMap(post -> original(tx, post))
                .orElseThrow(FeedProblems.POST_MISSING::refuse);
    }

    /** The id of a post, or that of the original of a repost, whoever may see it. */
    Id meant(Tx tx, Id id) {
        return posts.find(tx, id)
                .flatMap(post -> post.content().references().reposted())
                .orElse(id);
    }

    private Optional<Post> original(Tx tx, Post post) {
        Optional<Id> reposted = post.content().references().reposted();
        return reposted.isPresent() ? posts.find(tx, reposted.get()) : Optional.of(post);
    }
}
