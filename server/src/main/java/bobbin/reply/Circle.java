package bobbin.reply;

import bobbin.account.Relations;
import bobbin.base.Id;
import bobbin.base.Problem;
import bobbin.post.Mentioning;
import bobbin.post.Post;
import bobbin.post.Posts;
import bobbin.post.ReplyControl;
import bobbin.sql.Tx;

/** Who may reply to a post, and quote it (10 §10.8): decided at the time of the reply. */
final class Circle {
    private final Posts posts;
    private final Relations relations;
    private final Mentioning mentions;

    Circle(Posts posts, Relations relations, Mentioning mentions) {
        this.posts = posts;
        this.relations = relations;
        this.mentions = mentions;
    }

    /** Refuses somebody who is neither the author nor in the post's audience. */
    void refuseOutsider(Tx tx, Post post, Id who, Problem problem) {
        ReplyControl audience = post.content().audience().replies();
        if (!post.author().equals(who) && !admits(tx, audience, post, who)) {
            throw problem.refuse(words(audience, post));
        }
    }

    private boolean admits(Tx tx, ReplyControl audience, Post post, Id who) {
        return switch (audience) {
            case EVERYONE -> true;
            case ACCOUNTS_YOU_FOLLOW -> relations.follows(tx, post.author(), who) || isMentioned(tx, post, who);
            case FOLLOWERS_ONLY -> relations.follows(tx, who, post.author()) || isMentioned(tx, post, who);
            case MENTIONED_ONLY -> isMentioned(tx, post, who);
            case PARENT_POST_AUTHOR_ONLY -> wroteParent(tx, post, who);
        };
    }

    private boolean isMentioned(Tx tx, Post post, Id who) {
        return mentions.in(tx, post.id()).contains(who);
    }

    /** Of a post that answers nobody this is nobody. */
    private boolean wroteParent(Tx tx, Post post, Id who) {
        return post.content()
                .references()
                .repliedTo()
                .flatMap(parent -> posts.find(tx, parent))
                .filter(parent -> parent.author().equals(who))
                .isPresent();
    }

    private static String words(ReplyControl audience, Post post) {
        return switch (audience) {
            case EVERYONE -> "everyone";
            case ACCOUNTS_YOU_FOLLOW -> "profiles that the author follows and profiles that are mentioned";
            case FOLLOWERS_ONLY -> "followers of the author and profiles that are mentioned";
            case MENTIONED_ONLY -> "profiles that are mentioned";
            case PARENT_POST_AUTHOR_ONLY -> post.isReply() ? "the author of the parent post" : "the author";
        };
    }
}
