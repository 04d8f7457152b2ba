package bobbin.search;

import bobbin.account.Account;
import bobbin.account.Accounts;
import bobbin.base.Id;
import bobbin.post.Onlooker;
import bobbin.post.Post;
import bobbin.post.Visibility;
import bobbin.sql.Tx;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which posts are shown to somebody who did not ask for their author: what everybody may see, and what is one's own. Posts of private
 * people are not among them, even for those who follow them (08 §8.1).
 */
public final class Openness {
    private final Accounts accounts;
    private final Visibility visibility;

    public Openness(Accounts accounts, Visibility visibility) {
        this.accounts = accounts;
        this.visibility = visibility;
    }

    /** Those of some posts that this onlooker may find, in the same order. */
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

    private static boolean isOwn(Onlooker onlooker, Post post) {
        return onlooker.account().filter(post.author()::equals).isPresent();
    }

    private static boolean isPublic(Map<Id, Account> authors, Post post) {
        return Optional.ofNullable(authors.get(post.author()))
                .filter(author -> !author.isPrivate())
                .isPresent();
    }
}
