package bobbin.search;

import bobbin.account.Account;
import bobbin.account.Accounts;
import bobbin.base.Id;
import bobbin.post.Onlooker;
import bobbin.post.Post;
import bobbin.post.PostReplies;
import bobbin.post.PostReplies.Standing;
import bobbin.post.Visibility;
import bobbin.sql.Tx;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which posts are shown to somebody who did not ask for their author: what everybody may see, and what is one's own. Posts of private
 * people are not among them, even for those who follow them, nor are replies that wait for approval (08 §8.1, §8.5).
 */
public final class Openness {
    private final Accounts accounts;
    private final Visibility visibility;
    private final PostReplies replies;

    public Openness(Accounts accounts, Visibility visibility, PostReplies replies) {
        this.accounts = accounts;
        this.visibility = visibility;
        this.replies = replies;
    }

    /** Those of some posts that this onlooker may find, in the same order; of hidden replies those under the onlooker's own posts. */
    List<Post> open(Tx tx, Onlooker onlooker, List<Post> posts) {
        Map<Id, Account> authors =
                accounts.all(tx, posts.stream().map(Post::author).collect(Collectors.toSet()));
        return visibility.listed(
                tx,
                onlooker,
                posts.stream()
                        .filter(post -> isOwn(onlooker, post) || isPublic(authors, post))
                        .toList());
    }

    /** The same without any hidden replies of others (08 §8.1). */
    List<Post> unhidden(Tx tx, Onlooker onlooker, List<Post> posts) {
        List<Post> open = open(tx, onlooker, posts);
        Map<Id, Standing> standings = replies.standings(
                tx,
                open.stream()
                        .filter(post -> post.isReply() && !isOwn(onlooker, post))
                        .toList());
        return open.stream()
                .filter(post -> Optional.ofNullable(standings.get(post.id()))
                        .filter(Standing::collapsed)
                        .isEmpty())
                .toList();
    }

    private static boolean isOwn(Onlooker onlooker, Post post) {
        return onlooker.account().filter(post.author()::equals).isPresent();
    }

    private static boolean isPublic(Map<Id, Account> authors, Post post) {
        return Optional.ofNullable(authors.get(post.author()))
                .filter(author -> !author.isPrivate())
                .isPresent();
    }
}
