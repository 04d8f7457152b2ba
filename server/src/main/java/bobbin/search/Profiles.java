package bobbin.search;

import bobbin.account.Account;
import bobbin.account.Accounts;
import bobbin.account.Relations;
import bobbin.app.AccessTierPolicy;
import bobbin.base.Id;
import bobbin.base.Page;
import bobbin.base.Window;
import bobbin.limit.Limit;
import bobbin.limit.Limits;
import bobbin.post.Onlooker;
import bobbin.post.Post;
import bobbin.post.Posts;
import bobbin.sql.Database;
import bobbin.sql.Tx;
import java.time.Duration;
import java.util.Optional;

/** Looking people up by their names (08 §8.3, §8.4): public profiles with enough followers, each for those whom it does not keep away. */
public final class Profiles {
    private static final Duration WEEK = Duration.ofDays(7);

    private final Database database;
    private final People people;
    private final Posts posts;
    private final Limits limits;
    private final Engagement engagement;
    private final int minFollowers;

    /** Who there is, and how they stand to each other and to apps. */
    public record People(Accounts accounts, Relations relations, AccessTierPolicy policy) {}

    public Profiles(
            Database database,
            People people,
            Posts posts,
            Limits limits,
            Engagement engagement,
            SearchSettings settings) {
        this.database = database;
        this.people = people;
        this.posts = posts;
        this.limits = limits;
        this.engagement = engagement;
        this.minFollowers = settings.minFollowers();
    }

    /** Counts a call for a profile, whatever becomes of it. */
    void spend(Id app, Id account, Limit limit) {
        database.change(tx -> limits.spend(tx, app, account, limit));
    }

    /** Whether an app may ask for this name at all: by its access level, or because the person tests it (02 §7). */
    boolean reaches(Id app, String username) {
        return database.read(tx -> people.policy().looksUp(tx, app, username)
                || people.accounts()
                        .byUsername(tx, username)
                        .filter(account -> people.policy().isTester(tx, app, account.id()))
                        .isPresent());
    }

    /** Somebody's profile; empty whyever it is not to be had. */
    Optional<PublicProfile> find(Id viewer, String username) {
        return database.readLong(tx -> account(tx, viewer, username)
                .map(account -> new PublicProfile(
                        account,
                        people.relations().countFollowers(tx, account.id()),
                        engagement.received(tx, account.id(), tx.now().minus(WEEK), tx.now()))));
    }

    /** Posts, quotes and reposts of somebody, without ghost posts; empty whyever they are not to be had. */
    Optional<Page<Post>> posts(Onlooker onlooker, String username, Window window) {
        Id viewer = onlooker.account().orElseThrow();
        return database.read(tx -> account(tx, viewer, username))
                .map(account -> posts.shownBy(account.id(), onlooker, window));
    }

    private Optional<Account> account(Tx tx, Id viewer, String username) {
        return people.accounts()
                .byUsername(tx, username)
                .filter(account -> account.isActive() && !account.isPrivate())
                .filter(account -> !people.relations().isApart(tx, viewer, account.id()))
                .filter(account ->
                        minFollowers == 0 || people.relations().countFollowers(tx, account.id()) >= minFollowers);
    }
}
