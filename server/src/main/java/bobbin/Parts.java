package bobbin;

import bobbin.account.Account;
import bobbin.account.AccountActs;
import bobbin.account.AccountEvents;
import bobbin.feed.Acquaintances;
import bobbin.feed.AppNotices;
import bobbin.feed.FeedActs;
import bobbin.insight.InsightActs;
import bobbin.lab.Seed;
import bobbin.post.PostActs;
import bobbin.reply.ReplyActs;
import bobbin.script.Acts;
import bobbin.sql.Database;
import bobbin.sql.DatabaseSettings;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiFunction;

/**
 * What one can do with Bobbin: the verbs of all features, put together by hand. Read it from top to bottom to see what there is and what
 * knows what: each part is made from the parts above it. A server shows them to the world ({@link Bobbin}); a command calls them beside
 * a server that may be running.
 */
final class Parts implements AutoCloseable {
    final Tools tools;
    final People people;
    final Platform platform;
    final Reading reading;
    final Attention attention;
    final Telling telling;
    final Writing writing;
    final Discovery discovery;
    final Showing showing;
    final Membership membership;
    /** What scripts can do as people. */
    final Acts acts;

    private Parts(Database database, Settings settings, InstantSource time) {
        tools = new Tools(database, settings, time);
        bobbin.insight.Farewell departed = new bobbin.insight.Farewell();
        people = new People(tools, settings, new Acquaintances(tools.ids).and(departed));
        platform = new Platform(tools, settings, people, new AppNotices(tools.ids, people.relations));
        reading = new Reading(tools, settings, people, platform);
        attention = new Attention(tools, settings, people, platform, reading);
        telling = new Telling(tools, settings, people, platform, reading);
        writing = new Writing(tools, settings, people, platform, reading, attention, telling);
        discovery = new Discovery(tools, settings, people, platform, reading, attention);
        showing = new Showing(tools, settings, people, reading, attention);
        membership = new Membership(
                tools,
                settings,
                people,
                AccountEvents.all(
                        new bobbin.webhook.Farewell(platform.grants),
                        platform.grants,
                        new bobbin.app.Farewell(),
                        new bobbin.reply.Farewell(reading.posts),
                        new bobbin.post.Farewell(writing.deletions),
                        new bobbin.media.Farewell(),
                        new bobbin.search.Farewell(database),
                        new bobbin.limit.Farewell(),
                        new bobbin.feed.Farewell(),
                        departed));
        acts = new Acts(
                username -> people.accounts.byUsername(username).map(Account::id),
                List.of(
                        new AccountActs(people.accounts, people.relations, people.hiddenWords, membership.departures)
                                .all(),
                        new PostActs(writing.publishing, writing.reposts, writing.deletions).all(),
                        new ReplyActs(writing.hiding, writing.approvals).all(),
                        new FeedActs(people.accounts, attention.likes, attention.votes, attention.notifications).all(),
                        new InsightActs(reading.posts, attention.gathering).all()));
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
        return new Seed(
                people.accounts,
                membership.credentials,
                membership.moderation,
                platform.apps,
                platform.permissions,
                platform.tokens,
                platform::isAlive);
    }

    /** Lets everything end that was begun, then lets go of the database. */
    @Override
    public void close() {
        attention.close();
        tools.aside.close();
        people.argon2.close();
        reading.studio.close();
        tools.close();
    }
}
