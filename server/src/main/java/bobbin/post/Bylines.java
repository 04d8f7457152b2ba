package bobbin.post;

import bobbin.account.Account;
import bobbin.account.Accounts;
import bobbin.base.Id;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who wrote the posts of a page: looked up for all of them at once, and only if somebody asks. For one thread. */
final class Bylines {
    private final Accounts accounts;
    private final Collection<Id> authors;
    private @Nullable Map<Id, Account> found;

    Bylines(Accounts accounts, List<Post> page) {
        this.accounts = accounts;
        this.authors = page.stream().map(Post::author).collect(Collectors.toSet());
    }

    /** Empty for an author who was removed a moment ago. */
    Optional<Account> of(Post post) {
        if (found == null) {
            found = accounts.all(authors);
        }
        return Optional.ofNullable(found.get(post.author()));
    }
}
