package bobbin.post;

import bobbin.account.Accounts;
import bobbin.account.Relations;
import bobbin.app.AccessTierPolicy;
import bobbin.base.Id;
import bobbin.post.Sight.Author;
import bobbin.post.Sight.Tie;
import bobbin.sql.Tx;
import java.util.Optional;

/**
 * Who may see a post (15 §15.6): gathers what {@link Sight} decides on. Everything that shows posts to anybody asks here. One's own post
 * costs nothing but the post itself.
 */
public final class Visibility {
    private final Accounts accounts;
    private final Relations relations;
    private final AccessTierPolicy apps;
    private final PostStore posts = new PostStore();

    public Visibility(Accounts accounts, Relations relations, AccessTierPolicy apps) {
        this.accounts = accounts;
        this.relations = relations;
        this.apps = apps;
    }

    /** Whether somebody may see a post on our pages. */
    public boolean canSee(Tx tx, Onlooker onlooker, Post post) {
        return sight(tx, onlooker, post).canSee();
    }

    /** Whether an app may read a post on behalf of somebody. */
    public boolean canRead(Tx tx, Id app, Onlooker onlooker, Post post) {
        boolean reached = onlooker.is(post.author()) || apps.readsPostOf(tx, app, post.author());
        return sight(tx, onlooker, post).canReadThroughApp(reached);
    }

    /** Whether somebody may show a post again: one that is open to everybody and stays (04 §16). */
    boolean canRepost(Tx tx, Onlooker onlooker, Post post) {
        return post.content().lifetime() == Lifetime.LASTING
                && sightOfOthers(tx, onlooker, post).canBeReposted();
    }

    private Sight sight(Tx tx, Onlooker onlooker, Post post) {
        Optional<Id> parent = post.content().references().parent();
        return parent.isEmpty()
                ? sightOfWhole(tx, onlooker, post)
                : posts.post(tx, parent.get())
                        .map(carousel -> sightOfWhole(tx, onlooker, carousel))
                        .orElse(Sight.of(post, new Author(false, false), Tie.NONE, Optional.empty()));
    }

    /** An item of a carousel is seen by whoever sees the carousel. */
    private Sight sightOfWhole(Tx tx, Onlooker onlooker, Post post) {
        // Whoever looks at an own post has an account that works, so its author has.
        Sight sight = onlooker.is(post.author())
                ? Sight.of(post, new Author(true, false), Tie.OWN, Optional.empty())
                : sightOfOthers(tx, onlooker, post);
        return sight.with(post.isArchivedAt(tx.now()), original(tx, onlooker, post));
    }

    private Sight sightOfOthers(Tx tx, Onlooker onlooker, Post post) {
        return Sight.of(post, author(tx, post), tie(tx, onlooker, post), country(tx, onlooker, post));
    }

    /** An original that is nowhere any more counts as deleted, which its repost is by then. */
    private Optional<Sight> original(Tx tx, Onlooker onlooker, Post post) {
        return post.content()
                .references()
                .reposted()
                .flatMap(id -> posts.post(tx, id))
                .map(original -> sight(tx, onlooker, original));
    }

    private Author author(Tx tx, Post post) {
        return accounts.find(tx, post.author())
                .map(account -> new Author(account.isActive(), account.isPrivate()))
                .orElse(new Author(false, false));
    }

    private Tie tie(Tx tx, Onlooker onlooker, Post post) {
        return onlooker.account()
                .map(viewer -> relations.between(tx, viewer, post.author()))
                .map(between -> new Tie(false, between.isApart(), between.follows()))
                .orElse(Tie.NONE);
    }

    /** Asked only where it matters. */
    private Optional<String> country(Tx tx, Onlooker onlooker, Post post) {
        return post.content().audience().countries().isEmpty()
                ? Optional.empty()
                : onlooker.account()
                        .flatMap(id -> accounts.find(tx, id))
                        .flatMap(account -> account.details().country())
                        .or(onlooker::country);
    }
}
