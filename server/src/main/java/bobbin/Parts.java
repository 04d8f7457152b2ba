package bobbin;

import bobbin.account.Account;
import bobbin.account.AccountActs;
import bobbin.account.AccountEvents;
import bobbin.account.Accounts;
import bobbin.account.Argon2;
import bobbin.account.Credentials;
import bobbin.account.Departures;
import bobbin.account.HiddenWords;
import bobbin.account.Moderation;
import bobbin.account.Pictures;
import bobbin.account.Relations;
import bobbin.account.Sessions;
import bobbin.account.Tidying;
import bobbin.app.AccessTierPolicy;
import bobbin.app.Apps;
import bobbin.app.Farewell;
import bobbin.app.Permissions;
import bobbin.app.Roles;
import bobbin.app.ScopedIds;
import bobbin.base.Id;
import bobbin.base.Ids;
import bobbin.card.Cards;
import bobbin.card.Tallies;
import bobbin.card.Tally;
import bobbin.embed.Embeds;
import bobbin.feed.Acquaintances;
import bobbin.feed.FeedActs;
import bobbin.feed.Likes;
import bobbin.feed.Notices;
import bobbin.feed.Notifications;
import bobbin.feed.PollClosing;
import bobbin.feed.PostNotices;
import bobbin.feed.Votes;
import bobbin.fetch.Fetcher;
import bobbin.fetch.Resolver;
import bobbin.image.Images;
import bobbin.insight.Echoes;
import bobbin.insight.Gathering;
import bobbin.insight.InsightActs;
import bobbin.insight.Insights;
import bobbin.lab.Seed;
import bobbin.limit.Budget;
import bobbin.limit.EmbedLimits;
import bobbin.limit.Limits;
import bobbin.location.Places;
import bobbin.location.Tagging;
import bobbin.media.MediaEvents;
import bobbin.media.Studio;
import bobbin.oauth.Admission;
import bobbin.oauth.Callbacks;
import bobbin.oauth.Clients;
import bobbin.oauth.Grants;
import bobbin.oauth.Inspections;
import bobbin.oauth.Tokens;
import bobbin.post.Authors;
import bobbin.post.Deletions;
import bobbin.post.Mentioning;
import bobbin.post.PostActs;
import bobbin.post.PostEvents;
import bobbin.post.PostRules;
import bobbin.post.Posts;
import bobbin.post.Publishing;
import bobbin.post.Reposts;
import bobbin.post.Visibility;
import bobbin.preview.Previewing;
import bobbin.preview.Previews;
import bobbin.reply.Approvals;
import bobbin.reply.Conversations;
import bobbin.reply.Hiding;
import bobbin.reply.Keeping;
import bobbin.reply.ReplyActs;
import bobbin.reply.ReplyStates;
import bobbin.reply.Replying;
import bobbin.script.Acts;
import bobbin.search.Engagement;
import bobbin.search.Finder;
import bobbin.search.History;
import bobbin.search.Indexing;
import bobbin.search.Mentions;
import bobbin.search.Openness;
import bobbin.search.Profiles;
import bobbin.search.Searches;
import bobbin.search.Standings;
import bobbin.sql.Database;
import bobbin.sql.DatabaseSettings;
import bobbin.webhook.Addressing;
import bobbin.webhook.Announcing;
import bobbin.webhook.Deliveries;
import bobbin.webhook.Dispatch;
import bobbin.webhook.Streams;
import bobbin.webhook.Subscriptions;
import bobbin.work.Jobs;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

/**
 * What one can do with Bobbin: the verbs of all features, put together by hand. Read it from top to bottom to see what there is and what
 * knows what: each part is made from the parts above it. A server shows them to the world ({@link Bobbin}); a command calls them beside
 * a server that may be running.
 */
final class Parts implements AutoCloseable {
    // Tools
    final Database database;
    final InstantSource time;
    final Ids ids;
    final Jobs jobs;
    final Fetcher fetcher;
    final Images images = new Images();
    /** For small writes that no call waits for. */
    final ExecutorService aside = Executors.newVirtualThreadPerTaskExecutor();

    // People and apps
    private final Argon2 argon2;
    final Accounts accounts;
    final Relations relations;
    final HiddenWords hiddenWords;
    final Pictures pictures;
    final Apps apps;
    final Roles roles;
    final Permissions permissions;
    final ScopedIds scopedIds;
    final AccessTierPolicy policy;

    // What people let apps do
    final Callbacks callbacks;
    final Grants grants;
    final Clients clients;
    final Admission admission;
    final Tokens tokens;
    final Inspections inspections;

    // How people come and go; apps lose their tokens with them
    final Credentials credentials;
    final Departures departures;
    final Sessions sessions;
    final Moderation moderation;
    final Tidying tidying;

    // Images and videos
    final Studio studio;

    // Telling apps what happens
    private final Fetcher receivers;
    final Subscriptions subscriptions;
    final Deliveries deliveries;
    final Addressing addressing;
    final Dispatch dispatch;
    final Streams streams;

    // Posts, what is asked before, and who is told afterwards
    final Limits limits;
    final Budget budget;
    final Places places;
    final Publishing publishing;
    final Reposts reposts;
    final Deletions deletions;
    final Posts posts;
    final Previews previews;
    final Previewing previewing;

    // Replies
    final ReplyStates replyStates;
    final Conversations conversations;
    final Hiding hiding;
    final Approvals approvals;

    // What people do with posts of others, and what they are told of
    final Likes likes;
    final Votes votes;
    final Notifications notifications;
    final PollClosing polls;

    // Posts on pages, here and on other sites
    final Cards cards;
    final Embeds embeds;
    final EmbedLimits embedLimits;

    // What is counted
    final Gathering gathering;
    final Insights insights;

    // What scripts can do as people
    final Acts acts;

    // Finding posts and people
    final History history;
    final Searches searches;
    final Profiles profiles;
    final Mentions mentions;

    private Parts(Database database, Settings settings, InstantSource time) {
        this.database = database;
        this.time = time;
        ids = new Ids(time);
        jobs = new Jobs(ids);
        fetcher = new Fetcher(settings.fetch(), Resolver.SYSTEM);

        argon2 = new Argon2(settings.passwords());
        accounts = new Accounts(database, ids, argon2, settings.accounts());
        bobbin.insight.Farewell departed = new bobbin.insight.Farewell();
        relations = new Relations(database, ids, new Acquaintances(ids).and(departed));
        hiddenWords = new HiddenWords(database);
        pictures = new Pictures(database, images);
        apps = new Apps(database, ids, settings.operation().key().orElseThrow(), settings.apps());
        roles = new Roles(database, accounts, settings.apps());
        permissions = new Permissions(apps, settings.apps());
        scopedIds = new ScopedIds(database, settings.apps());
        policy = new AccessTierPolicy(apps, settings.apps());

        callbacks = new Callbacks(database, jobs, apps, settings.apps(), fetcher, time);
        clients = new Clients(apps, time);
        admission = new Admission(database, apps, policy, settings.oauth(), signInHost(settings), aside);
        grants = new Grants(database, ids, scopedIds, callbacks, settings.oauth());
        tokens = new Tokens(database, clients, accounts, grants, admission, settings.oauth());
        inspections = new Inspections(database, apps, policy, admission);

        studio = new Studio(
                new Studio.Tools(database, ids, jobs, fetcher, images, time),
                settings.media(),
                settings.videos(),
                MediaEvents.NONE);

        receivers = settings.webhooks().insecure() ? Fetcher.gullible(settings.fetch(), Resolver.SYSTEM) : fetcher;
        subscriptions = new Subscriptions(database, apps, settings.apps(), settings.webhooks(), receivers);
        deliveries = new Deliveries(database, ids, apps, subscriptions);

        limits = new Limits(database, ids, settings.limits());
        places = new Places(database, limits, policy);
        replyStates = new ReplyStates(relations);
        Visibility visibility = new Visibility(accounts, relations, policy, replyStates);
        posts = new Posts(database, visibility, studio.medias());
        Mentioning mentioning = new Mentioning(accounts, relations);
        Replying replying = new Replying(posts, visibility, replyStates, relations, mentioning, settings.replies());
        PostRules rules = PostRules.all(new Authors(accounts), new Tagging(places), replying, limits);
        Engagement engagement = new Engagements(this::insights);
        Standings standings = new Standings(database, engagement);
        Notices notices = new Notices(ids, relations);
        likes = new Likes(database, posts, visibility, notices, standings::engaged);
        gathering = new Gathering(database, posts, settings.insights(), time, soon());
        insights = new Insights(
                database,
                gathering,
                new Insights.Sources(accounts, relations, posts, likes),
                settings.graph().zone(),
                settings.insights());
        budget = new Budget(
                database, settings.limits(), account -> insights.impressions(account, time.instant()), time, aside);
        votes = new Votes(database, settings.posts(), posts, visibility);
        notifications = new Notifications(database, accounts, relations, posts, visibility);
        polls = new PollClosing(database, posts, notices);
        previews = new Previews(database, jobs, settings.previews());
        previewing = new Previewing(database, fetcher, images, settings.previews());
        PostEvents told = PostEvents.all(
                mentioning,
                previews,
                new Keeping(posts, hiddenWords),
                new PostNotices(notices, posts, mentioning, jobs, settings.posts()),
                new Echoes(posts),
                new Indexing(database, posts, standings),
                new Announcing(ids, subscriptions, grants, deliveries));
        publishing = new Publishing(database, ids, settings.posts(), visibility, studio.medias(), rules, told);
        reposts = new Reposts(database, ids, visibility, rules, told);
        deletions = new Deletions(database, ids, studio.medias(), rules, told);
        conversations = new Conversations(database, posts, visibility, replyStates, settings.replies());
        hiding = new Hiding(database, posts, visibility);
        approvals = new Approvals(database, posts, visibility, conversations, told);

        addressing = new Addressing(
                database, posts, mentioning, grants, subscriptions, new Addressing.People(accounts, relations, policy));
        streams = new Streams(database, subscriptions, addressing, settings.webhooks());
        dispatch = new Dispatch(database, apps, subscriptions, addressing, receivers, settings.webhooks(), time);

        history = new History(database, ids);
        Openness openness = new Openness(accounts, visibility, replyStates);
        Profiles.People people = new Profiles.People(accounts, relations, policy);
        searches = new Searches(
                database,
                new Finder(database.dialect(), posts, openness),
                standings,
                history,
                new Searches.Rules(accounts, policy, limits, settings.search()));
        profiles = new Profiles(database, people, posts, limits, engagement, settings.search());
        mentions = new Mentions(database, mentioning, posts, openness, people);

        cards = new Cards(
                new Cards.Sources(database, posts, mentioning, accounts, places, votes, tallies(engagement), previews),
                settings.posts());
        embeds = new Embeds(posts, conversations, accounts);
        embedLimits = new EmbedLimits(settings.limits(), time);

        AccountEvents events = AccountEvents.all(
                new bobbin.webhook.Farewell(grants),
                grants,
                new Farewell(),
                new bobbin.reply.Farewell(posts),
                new bobbin.post.Farewell(deletions),
                new bobbin.media.Farewell(),
                new bobbin.search.Farewell(database),
                new bobbin.limit.Farewell(),
                new bobbin.feed.Farewell(),
                departed);
        credentials = new Credentials(database, argon2, settings.accounts(), events);
        departures = new Departures(database, jobs, settings.accounts(), events);
        sessions = new Sessions(database, ids, credentials, departures, settings.accounts());
        moderation = new Moderation(database, events);
        tidying = new Tidying(database, settings.accounts());

        acts = new Acts(
                username -> accounts.byUsername(username).map(Account::id),
                List.of(
                        new AccountActs(accounts, relations, hiddenWords, departures).all(),
                        new PostActs(publishing, reposts, deletions).all(),
                        new ReplyActs(hiding, approvals).all(),
                        new FeedActs(accounts, likes, votes, notifications).all(),
                        new InsightActs(posts, gathering).all()));
    }

    /** Opens everything for a server: no other server may have the same SQLite file. */
    static Parts of(Settings settings, InstantSource time) {
        return open(Database::open, settings, time);
    }

    /** Opens everything for a command, which may run beside a server. */
    static Parts beside(Settings settings, InstantSource time) {
        return open(Database::join, settings, time);
    }

    private static Parts open(
            BiFunction<DatabaseSettings, InstantSource, Database> way, Settings settings, InstantSource time) {
        if (settings.operation().key().isEmpty()) {
            throw new Faults(List.of("secret.key is missing: give the key of the server whose data this is."));
        }
        try {
            return new Parts(way.apply(settings.database(), time), settings, time);
        } catch (IllegalStateException | UncheckedIOException e) {
            throw new Obstacle("The database cannot be opened: " + e.getMessage() + ".");
        }
    }

    /** The cast of a developer's Bobbin. */
    Seed seed() {
        return new Seed(accounts, credentials, moderation, apps, permissions, tokens, this::isAlive);
    }

    /** What is counted for searching is what cards show. */
    private static Tallies tallies(Engagement engagement) {
        return (tx, posts) -> {
            Map<Id, Tally> tallies = new HashMap<>();
            engagement
                    .with(tx, posts)
                    .forEach((post, counts) -> tallies.put(
                            post, new Tally(counts.likes(), counts.replies(), counts.reposts(), counts.quotes())));
            return tallies;
        };
    }

    /** For what is better done together with what comes within a second. */
    private Executor soon() {
        return CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS, aside);
    }

    private Insights insights() {
        return insights;
    }

    /** Whether a token is good for a call now. */
    private boolean isAlive(String token) {
        return Boolean.TRUE.equals(inspections.of(token).get("is_valid"));
    }

    /** Lets everything end that was begun, then lets go of the database. */
    @Override
    public void close() {
        gathering.close();
        budget.close();
        aside.close();
        argon2.close();
        studio.close();
        fetcher.close();
        receivers.close();
        images.close();
        database.close();
    }

    /** The name under which people sign in, for texts about it. */
    private static String signInHost(Settings settings) {
        return Optional.ofNullable(settings.http().web().getHost()).orElse("localhost");
    }
}
