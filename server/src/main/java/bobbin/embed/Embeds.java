package bobbin.embed;

import bobbin.account.Account;
import bobbin.account.Accounts;
import bobbin.base.Id;
import bobbin.post.Lifetime;
import bobbin.post.Onlooker;
import bobbin.post.Post;
import bobbin.post.Posts;
import bobbin.reply.Conversations;
import java.util.Optional;

/** Which posts may be shown on other sites (13 §13.1.2): those that anybody may see anywhere, and that stay. */
public final class Embeds {
    private final Posts posts;
    private final Conversations conversations;
    private final Accounts accounts;

    public Embeds(Posts posts, Conversations conversations, Accounts accounts) {
        this.conversations = conversations;
        this.posts = posts;
        this.accounts = accounts;
    }

    /** The post, if other sites may show it; empty for whatever reason they may not. */
    public Optional<Shareable> find(Id id) {
        return posts.visible(Onlooker.STRANGER, id)
                .filter(Embeds::isSomething)
                .filter(post -> !post.isReply() || !conversations.isHidden(post))
                .flatMap(post -> accounts.find(post.author())
                        .filter(author -> !author.isAgeRestricted())
                        .map(author -> new Shareable(post, author)));
    }

    /** Whoever wants to embed a repost embeds its original. */
    private static boolean isSomething(Post post) {
        return !post.isChild()
                && post.content().references().reposted().isEmpty()
                && post.content().lifetime() == Lifetime.LASTING;
    }

    /** A post that may be shown anywhere, and who wrote it. */
    public record Shareable(Post post, Account author) {
        /** Its page. */
        public String path() {
            return "/@" + author.username() + "/post/" + post.shortcode();
        }
    }
}
