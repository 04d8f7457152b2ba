package bobbin.insight;

import bobbin.base.Id;
import bobbin.insight.Counter.Kind;
import bobbin.insight.Happening.Clicked;
import bobbin.insight.Happening.Noted;
import bobbin.insight.Happening.Shared;
import bobbin.insight.Happening.Viewed;
import bobbin.insight.Happening.Visited;
import bobbin.post.Post;
import bobbin.post.Posts;
import bobbin.sql.Database;
import bobbin.sql.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Decides what counts (15 §15.11) and writes it down, many happenings in one transaction: the sighting and the counters that it moves are
 * one, so that nothing has to be added up later and every number is of this moment.
 */
final class Counting {
    /** How long the same watcher sees the same post on the same surface, or shares it, without being counted again. */
    private static final Duration ONCE = Duration.ofMinutes(30);

    private static final Duration SIGHTINGS_KEPT = Duration.ofDays(2);
    private static final Duration HOURS_KEPT = Duration.ofDays(2 * 365 + 1);

    private static final Comparator<Noted> ORDER = Comparator.comparing(Noted::post)
            .thenComparingLong(noted -> noted.watcher().key())
            .thenComparing(Noted::kind)
            .thenComparing(Noted::at);

    private final Database database;
    private final Posts posts;
    private final Hours hours;
    private final boolean countsOwn;
    private final SightingStore sightings = new SightingStore();
    private final CountStore counts = new CountStore();
    private final ClickStore clicks = new ClickStore();

    Counting(Database database, Posts posts, Hours hours, InsightSettings settings) {
        this.database = database;
        this.posts = posts;
        this.hours = hours;
        this.countsOwn = settings.countsOwn();
    }

    /** What a batch comes to, added up before it is written. */
    private record Sums(Hours hours, SortedMap<Counter, Long> counts, SortedMap<ClickCounter, Long> clicks) {
        Sums(Hours hours) {
            this(hours, new TreeMap<>(), new TreeMap<>());
        }

        void count(Id owner, Id subject, Kind kind, Instant at) {
            counts.merge(new Counter(owner, subject, kind, hours.of(at)), 1L, Long::sum);
        }

        void click(Id author, Clicked click) {
            clicks.merge(new ClickCounter(author, hours.of(click.at()), click.url()), 1L, Long::sum);
        }
    }

    /** Writes down what happened. */
    void write(List<Happening> batch) {
        Map<Id, Post> originals = originals(batch);
        database.change(tx -> {
            Sums sums = new Sums(hours);
            batch.stream()
                    .filter(Noted.class::isInstance)
                    .map(Noted.class::cast)
                    .sorted(ORDER)
                    .forEach(noted -> find(originals, noted.post()).ifPresent(post -> note(tx, sums, noted, post)));
            batch.forEach(each -> count(sums, each, originals));
            sums.counts().forEach((counter, n) -> counts.add(tx, counter, n));
            sums.clicks().forEach((counter, n) -> clicks.add(tx, counter, n));
        });
    }

    /** Deletes what is needed no longer. To be done once a day. */
    void forget(Instant now) {
        Instant seen = now.minus(SIGHTINGS_KEPT);
        long oldest = hours.of(now.minus(HOURS_KEPT));
        database.readLong(tx -> sightings.slotsBefore(tx, seen))
                .forEach(slot -> database.change(tx -> sightings.deleteBefore(tx, slot, seen)));
        database.readLong(tx -> counts.slotsBefore(tx, oldest))
                .forEach(slot -> database.change(tx -> counts.foldBefore(tx, slot, oldest)));
        database.readLong(tx -> clicks.slotsBefore(tx, oldest))
                .forEach(slot -> database.change(tx -> clicks.deleteBefore(tx, slot, oldest)));
    }

    private void note(Tx tx, Sums sums, Noted noted, Post post) {
        boolean isOwnView = noted instanceof Viewed && noted.watcher().is(post.author());
        if ((isOwnView && !countsOwn) || !sightings.note(tx, post.author(), post.id(), noted, ONCE)) {
            return;
        }
        switch (noted) {
            case Viewed view -> {
                sums.count(post.author(), post.id(), Kind.VIEW, view.at());
                sums.count(post.author(), post.author(), Kind.POST_VIEW, view.at());
            }
            case Shared share -> sums.count(post.author(), post.id(), Kind.SHARE, share.at());
        }
    }

    private static void count(Sums sums, Happening each, Map<Id, Post> originals) {
        switch (each) {
            case Noted _ -> {} // counted before, in order
            case Visited visit -> {
                if (!visit.watcher().is(visit.profile())) {
                    sums.count(visit.profile(), visit.profile(), Kind.PROFILE_VIEW, visit.at());
                }
            }
            case Clicked click -> find(originals, click.post()).ifPresent(post -> sums.click(post.author(), click));
        }
    }

    private static Optional<Post> find(Map<Id, Post> originals, Id post) {
        return Optional.ofNullable(originals.get(post));
    }

    /** The posts that these are about; a repost stands for its original. Those that are deleted are left out. */
    private Map<Id, Post> originals(Collection<Happening> batch) {
        Set<Id> ids = new HashSet<>();
        batch.forEach(each -> {
            switch (each) {
                case Noted noted -> ids.add(noted.post());
                case Clicked click -> ids.add(click.post());
                case Visited _ -> {}
            }
        });
        return database.read(tx -> originals(tx, ids));
    }

    private Map<Id, Post> originals(Tx tx, Set<Id> ids) {
        Map<Id, Post> found = posts.all(tx, ids);
        Map<Id, Post> reposted = posts.all(
                tx,
                found.values().stream()
                        .map(post -> post.content().references().reposted())
                        .flatMap(Optional::stream)
                        .collect(Collectors.toSet()));
        Map<Id, Post> originals = new HashMap<>();
        found.forEach((id, post) -> {
            Id original = post.content().references().reposted().orElse(id);
            Post shown = original.equals(id) ? post : reposted.get(original);
            if (shown != null && shown.deletedAt().isEmpty()) {
                originals.put(id, shown);
            }
        });
        return originals;
    }
}
