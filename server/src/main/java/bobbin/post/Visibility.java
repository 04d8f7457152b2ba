package bobbin.post;

import static java.util.stream.Collectors.toSet;

import bobbin.account.Account;
import bobbin.account.Accounts;
import bobbin.account.Details;
import bobbin.account.Relations;
import bobbin.app.AccessTierPolicy;
import bobbin.base.Id;
import bobbin.post.Sight.Tie;
import bobbin.post.Sight.Viewer;
import bobbin.sql.Tx;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who may see a post (15 §15.6): gathers what {@link Sight} decides on, for a whole page at once. Everything that shows posts to anybody
 * asks here. One's own posts cost nothing but the posts themselves.
 */
public final class Visibility {
    private static final int ADULT = 18;

    private final Accounts accounts;
    private final Relations relations;
    private final AccessTierPolicy apps;
    private final PostReplies replies;
    private final PostStore posts = new PostStore();

    public Visibility(Accounts accounts, Relations relations, AccessTierPolicy apps, PostReplies replies) {
        this.accounts = accounts;
        this.relations = relations;
        this.apps = apps;
        this.replies = replies;
    }

    /** Whether somebody may see a post on our pages. */
    public boolean canSee(Tx tx, Onlooker onlooker, Post post) {
        return !visible(tx, onlooker, List.of(post)).isEmpty();
    }

    /** Those of some posts that somebody may see on our pages, in the same order. */
    public List<Post> visible(Tx tx, Onlooker onlooker, Collection<Post> some) {
        Map<Id, Sight> sights = sights(tx, onlooker, some);
        return some.stream().filter(post -> of(sights, post).canSee()).toList();
    }

    /**
     * Those of some posts that belong in what somebody finds without having asked for them one by one: what can be seen, without replies
     * that wait, and without hidden and covered ones but the onlooker's own and those under the onlooker's posts (15 §15.6, rule 10).
     */
    public List<Post> listed(Tx tx, Onlooker onlooker, Collection<Post> some) {
        List<Post> seen = visible(tx, onlooker, some);
        Map<Id, PostReplies.Standing> standings =
                replies.standings(tx, seen.stream().filter(Post::isReply).toList());
        return seen.stream()
                .filter(post -> onlooker.is(post.author())
                        || Optional.ofNullable(standings.get(post.id()))
                                .filter(standing ->
                                        standing.waiting() || (standing.collapsed() && !onlooker.is(standing.owner())))
                                .isEmpty())
                .toList();
    }

    /** Whether an app may read a post on behalf of somebody. */
    public boolean canRead(Tx tx, Id app, Onlooker onlooker, Post post) {
        return !readable(tx, app, onlooker, List.of(post)).isEmpty();
    }

    /** Those of some posts that an app may read on behalf of somebody, in the same order. */
    public List<Post> readable(Tx tx, Id app, Onlooker onlooker, Collection<Post> some) {
        Map<Id, Sight> sights = sights(tx, onlooker, some);
        Set<Id> reached = some.stream()
                .map(Post::author)
                .distinct()
                .filter(author -> onlooker.is(author) || apps.readsPostOf(tx, app, author))
                .collect(toSet());
        return some.stream()
                .filter(post -> of(sights, post).canReadThroughApp(reached.contains(post.author())))
                .toList();
    }

    /** Whether somebody may show a post again, or quote it: one that is open to everybody and stays (04 §16, 15 §15.8). */
    boolean canRepost(Tx tx, Onlooker onlooker, Post post) {
        return post.content().lifetime() == Lifetime.LASTING
                && facts(tx, onlooker, List.of(post)).sight(post).canBeReposted();
    }

    /** Whether somebody may quote a post: an own one too if the profile is private, but no ghost and no reply that waits (15 §15.8). */
    boolean canQuote(Tx tx, Onlooker onlooker, Post post) {
        return canRepost(tx, onlooker, post)
                || (onlooker.is(post.author())
                        && post.content().lifetime() == Lifetime.LASTING
                        && canSee(tx, onlooker, post)
                        && replies.standings(tx, List.of(post)).values().stream()
                                .noneMatch(PostReplies.Standing::waiting));
    }

    private static Sight of(Map<Id, Sight> sights, Post post) {
        return Optional.ofNullable(sights.get(post.id())).orElseThrow();
    }

    /** An item of a carousel is seen by whoever sees the carousel. */
    private Map<Id, Sight> sights(Tx tx, Onlooker onlooker, Collection<Post> some) {
        Map<Id, Post> carousels = find(tx, some, References::parent);
        Map<Id, Post> wholes = new LinkedHashMap<>();
        some.forEach(post -> post.content()
                .references()
                .parent()
                .map(carousels::get)
                .or(() -> Optional.of(post).filter(each -> !each.isChild()))
                .ifPresent(whole -> wholes.put(post.id(), whole)));
        Map<Id, Post> originals = find(tx, wholes.values(), References::reposted);
        Facts facts = facts(
                tx,
                onlooker,
                Stream.concat(wholes.values().stream(), originals.values().stream())
                        .filter(post -> !onlooker.is(post.author()))
                        .toList());
        Map<Id, Sight> sights = new HashMap<>();
        some.forEach(post -> sights.put(
                post.id(),
                Optional.ofNullable(wholes.get(post.id()))
                        .map(whole -> facts.sight(whole, original(whole, originals, facts)))
                        .orElseGet(() -> Sight.of(post, Facts.GONE, Tie.NONE, Viewer.UNKNOWN))));
        return sights;
    }

    /** An original that is nowhere any more counts as deleted, which its repost is by then. */
    private static Optional<Sight> original(Post repost, Map<Id, Post> originals, Facts facts) {
        return repost.content()
                .references()
                .reposted()
                .map(originals::get)
                .map(original -> facts.sight(original, Optional.empty()));
    }

    private Map<Id, Post> find(Tx tx, Collection<Post> some, Function<References, Optional<Id>> which) {
        List<Id> ids = some.stream()
                .flatMap(post -> which.apply(post.content().references()).stream())
                .distinct()
                .toList();
        return posts.posts(tx, ids).stream().collect(Collectors.toMap(Post::id, Function.identity()));
    }

    /** Everything that somebody's view of these posts rests on, each kind looked up once. */
    private Facts facts(Tx tx, Onlooker onlooker, Collection<Post> some) {
        Set<Id> authors = some.stream().map(Post::author).collect(toSet());
        Map<Id, Account> people = authors.isEmpty() ? Map.of() : accounts.all(tx, authors);
        Set<Id> closed = people.values().stream()
                .filter(Account::isPrivate)
                .map(Account::id)
                .collect(toSet());
        List<Post> answers = some.stream().filter(Post::isReply).toList();
        return new Facts(
                onlooker,
                tx.now(),
                people,
                onlooker.account()
                        .map(viewer -> relations.apart(tx, viewer, authors))
                        .orElse(Set.of()),
                onlooker.account()
                        .map(viewer -> relations.followedBy(tx, viewer, closed))
                        .orElse(Set.of()),
                answers.isEmpty() ? Map.of() : replies.standings(tx, answers),
                viewer(tx, onlooker, some, people.values()));
    }

    /** Asked only where it matters. */
    private Viewer viewer(Tx tx, Onlooker onlooker, Collection<Post> some, Collection<Account> authors) {
        boolean matters = authors.stream().anyMatch(Account::isAgeRestricted)
                || some.stream()
                        .anyMatch(post -> !post.content().audience().countries().isEmpty());
        Optional<Details> details = onlooker.account()
                .filter(_ -> matters)
                .flatMap(id -> accounts.find(tx, id))
                .map(Account::details);
        return new Viewer(
                details.flatMap(Details::country).or(onlooker::country),
                details.flatMap(each -> each.age(LocalDate.ofInstant(tx.now(), ZoneOffset.UTC)))
                        .filter(age -> age >= ADULT)
                        .isPresent());
    }
}
