package bobbin.insight;

import bobbin.account.Account;
import bobbin.account.Accounts;
import bobbin.account.Relation;
import bobbin.account.Relations;
import bobbin.base.Id;
import bobbin.base.Page;
import bobbin.base.Window;
import bobbin.feed.Likes;
import bobbin.insight.Counter.Kind;
import bobbin.post.Post;
import bobbin.post.Posts;
import bobbin.sql.Database;
import bobbin.sql.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The numbers: of posts, of what people received, and of who follows them (11). All are of this moment: what this server has gathered is
 * written down before they are read.
 */
public final class Insights {
    private static final Duration DAY = Duration.ofDays(1);
    private static final int MOST_LINKS = 100;
    private static final int FOLLOWERS_AT_ONCE = 1000;

    private final Database database;
    private final Gathering gathering;
    private final Sources sources;
    private final ZoneId zone;
    private final Hours hours;
    private final int minFollowers;
    private final CountStore counts = new CountStore();
    private final ClickStore clicks = new ClickStore();
    private final EchoStore echoes = new EchoStore();

    /** Who knows what happens elsewhere. */
    public record Sources(Accounts accounts, Relations relations, Posts posts, Likes likes) {}

    /** @param zone in which days begin */
    public Insights(Database database, Gathering gathering, Sources sources, ZoneId zone, InsightSettings settings) {
        this.database = database;
        this.gathering = gathering;
        this.sources = sources;
        this.zone = zone;
        this.hours = new Hours(zone);
        this.minFollowers = settings.minFollowers();
    }

    /** What others have done with these posts, each by its id; with a reply, answers to it count, with any other post all replies below it. */
    public Map<Id, Numbers> of(Tx tx, Collection<Id> posts) {
        Map<Id, Id> authors = new HashMap<>();
        sources.posts().all(tx, posts).values().forEach(post -> authors.put(post.id(), post.author()));
        Map<Id, Long> views = counts.totals(tx, authors, Kind.VIEW);
        Map<Id, Long> shares = counts.totals(tx, authors, Kind.SHARE);
        Map<Id, Long> likes = sources.likes().of(tx, authors.keySet());
        Map<Id, Map<Echo.Kind, Long>> made = echoes.counts(tx, authors.keySet());
        Map<Id, Numbers> numbers = new HashMap<>();
        authors.keySet().forEach(id -> {
            Map<Echo.Kind, Long> each = made.getOrDefault(id, Map.of());
            numbers.put(
                    id,
                    new Numbers(
                            views.getOrDefault(id, 0L),
                            likes.getOrDefault(id, 0L),
                            each.getOrDefault(Echo.Kind.REPLY, 0L)
                                    + each.getOrDefault(Echo.Kind.BELOW, 0L)
                                    + each.getOrDefault(Echo.Kind.ANSWER, 0L),
                            each.getOrDefault(Echo.Kind.REPOST, 0L),
                            each.getOrDefault(Echo.Kind.QUOTE, 0L),
                            shares.getOrDefault(id, 0L)));
        });
        return numbers;
    }

    /**
     * What all posts and replies of somebody received at or after the first moment and before the second (08 §8.3). Views are counted by
     * the hour, shares not at all.
     */
    public Numbers received(Tx tx, Id author, Instant from, Instant to) {
        return new Numbers(
                views(tx, author, Set.of(Kind.POST_VIEW), from, to),
                sources.likes().received(tx, author, from, to),
                echoes.received(tx, author, Set.of(Echo.Kind.REPLY, Echo.Kind.ANSWER), from, to),
                echoes.received(tx, author, Set.of(Echo.Kind.REPOST), from, to),
                echoes.received(tx, author, Set.of(Echo.Kind.QUOTE), from, to),
                0);
    }

    /** Views of somebody's posts and profile within the last 24 hours: the impressions of the call budget (05 §4). */
    public long impressions(Id account, Instant now) {
        return database.read(tx ->
                views(tx, account, Set.of(Kind.POST_VIEW, Kind.PROFILE_VIEW), now.minus(DAY), now.plusSeconds(1)));
    }

    /** What others have done with a post. */
    Numbers of(Post post) {
        gathering.flush();
        return database.<Map<Id, Numbers>>read(tx -> of(tx, List.of(post.id()))).getOrDefault(post.id(), Numbers.NONE);
    }

    /** What is asked about somebody, in the order of asking; what is not told of a profile with few followers is left out. */
    Map<UserMetric, Figure> report(Id account, Collection<UserMetric> metrics, Range range, Optional<Breakdown> by) {
        gathering.flush();
        Map<UserMetric, Figure> report = new LinkedHashMap<>();
        for (UserMetric metric : metrics) {
            figure(account, metric, range, by).ifPresent(figure -> report.put(metric, figure));
        }
        return report;
    }

    private Optional<Figure> figure(Id account, UserMetric metric, Range range, Optional<Breakdown> by) {
        if (metric == UserMetric.FOLLOWER_DEMOGRAPHICS) {
            return by.flatMap(breakdown -> demographics(account, breakdown, range.now()));
        }
        return Optional.of(database.<Figure>readLong(tx -> switch (metric) {
            case VIEWS -> new Figure.Series(days(tx, account, range));
            case LIKES -> new Figure.Total(sources.likes().received(tx, account, range.from(), range.to()));
            case REPLIES -> received(tx, account, Echo.Kind.REPLY, range);
            case REPOSTS -> received(tx, account, Echo.Kind.REPOST, range);
            case QUOTES -> received(tx, account, Echo.Kind.QUOTE, range);
            case CLICKS ->
                new Figure.Links(
                        clicks.most(tx, account, hours.of(range.from()), hours.beyond(range.to()), MOST_LINKS));
            case FOLLOWERS_COUNT -> new Figure.Total(sources.relations().countFollowers(tx, account));
            case FOLLOWER_DEMOGRAPHICS -> throw new IllegalStateException("Not read in one piece");
        }));
    }

    private Figure received(Tx tx, Id account, Echo.Kind kind, Range range) {
        return new Figure.Total(echoes.received(tx, account, Set.of(kind), range.from(), range.to()));
    }

    /** Whole days, each under the moment at which it begins. */
    private Map<Instant, Long> days(Tx tx, Id account, Range range) {
        Map<Instant, Long> days = new LinkedHashMap<>();
        NavigableMap<Long, Instant> starts = new TreeMap<>();
        for (LocalDate date : range.days(zone)) {
            days.put(start(date), 0L);
            starts.put(hours.of(start(date)), start(date));
        }
        if (!starts.isEmpty()) {
            long end = hours.of(start(range.days(zone).getLast().plusDays(1)));
            counts.hours(tx, account, Set.of(Kind.POST_VIEW, Kind.PROFILE_VIEW), starts.firstKey(), end)
                    .forEach((hour, n) -> days.merge(starts.floorEntry(hour).getValue(), n, Long::sum));
        }
        return days;
    }

    private Instant start(LocalDate date) {
        return date.atStartOfDay(zone).toInstant();
    }

    /** The sum of all hours that the time between two moments touches. */
    private long views(Tx tx, Id account, Set<Kind> kinds, Instant from, Instant to) {
        return counts.hours(tx, account, kinds, hours.of(from), hours.beyond(to)).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** In pieces, so that no read takes long however many they are. */
    private Optional<Figure> demographics(Id account, Breakdown by, Instant now) {
        if (sources.relations().countFollowers(account) < minFollowers) {
            return Optional.empty();
        }
        LocalDate today = LocalDate.ofInstant(now, zone);
        Map<String, Long> shares = new HashMap<>();
        Window window = Window.newest(FOLLOWERS_AT_ONCE);
        boolean more = true;
        while (more) {
            Page<Relation> page = sources.relations().followers(account, window);
            Map<Id, Account> people = sources.accounts()
                    .all(page.items().stream().map(Relation::other).toList());
            people.values()
                    .forEach(person ->
                            by.of(person.details(), today).ifPresent(value -> shares.merge(value, 1L, Long::sum)));
            more = page.more();
            window = more ? window.beyond(page.items().getLast().id()) : window;
        }
        return Optional.of(new Figure.Shares(by, by.sorted(shares)));
    }
}
