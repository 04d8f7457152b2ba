package bobbin.search;

import bobbin.base.Id;
import bobbin.base.Page;
import bobbin.post.Onlooker;
import bobbin.post.Post;
import bobbin.post.Posts;
import bobbin.search.Search.Mode;
import bobbin.search.Search.Order;
import bobbin.sql.Dialect;
import bobbin.sql.Tx;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds posts by what they say (08 §8.1). The index gives those that may fit, in the order that was asked for; each of them is then looked
 * at as it is now, because people become private and block each other after they have published.
 */
public final class Finder {
    /** More words of a query are not asked of the index: what has the longest of them is soon compared with the rest. */
    private static final int MOST_ASKED = 16;

    private final Posts posts;
    private final Findables findables;
    private final Openness openness;
    private final SearchStore store;

    public Finder(Dialect dialect, Posts posts, Findables findables, Openness openness) {
        this.posts = posts;
        this.findables = findables;
        this.openness = openness;
        this.store = SearchStore.on(dialect);
    }

    /** A page of what was found. */
    record Found(Page<Hit> hits, Map<Id, Post> posts) {
        static final Found NOTHING = new Found(Page.empty(), Map.of());

        boolean isEmpty() {
            return hits.items().isEmpty();
        }

        /** The posts, in a page that goes on by where they stand. */
        Page<Post> page() {
            return hits.map(hit -> Objects.requireNonNull(posts.get(hit.post())));
        }
    }

    /** @param author who alone may have written it, if anybody */
    Found find(Tx tx, Onlooker onlooker, Search asked, Optional<Id> author) {
        Set<String> words = words(asked);
        if (words.isEmpty()) {
            return Found.NOTHING;
        }
        asked.kind().map(Mark::kind).ifPresent(words::add);
        author.map(Mark::author).ifPresent(words::add);
        Predicate<Findable> fits = fits(asked);
        Map<Id, Post> found = new HashMap<>();
        Page<Hit> hits = asked.order() == Order.TOP
                ? Page.sifted(
                        asked.place(),
                        Hit::place,
                        part -> store.byStanding(tx, words, asked.times(), part),
                        piece -> sift(tx, onlooker, fits, piece, found))
                : Page.sifted(
                        asked.place().and(asked.times()),
                        Hit::place,
                        part -> store.byTime(tx, words, part),
                        piece -> sift(tx, onlooker, fits, piece, found));
        return new Found(hits, found);
    }

    /** What the index is asked for; empty if nothing can be found. */
    private static Set<String> words(Search asked) {
        Set<String> words = new HashSet<>();
        if (asked.mode() == Mode.TAG) {
            Topic topic = Topic.of(asked.q());
            if (!topic.key().isEmpty()) {
                words.add(Mark.topic(topic));
            }
        } else {
            Wanted.of(asked.q()).phrases().stream()
                    .flatMap(phrase -> Words.terms(phrase).stream())
                    .distinct()
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .limit(MOST_ASKED)
                    .forEach(words::add);
        }
        return words;
    }

    private static Predicate<Findable> fits(Search asked) {
        if (asked.mode() == Mode.TAG) {
            Topic topic = Topic.of(asked.q());
            return post -> post.isAbout(topic);
        }
        Wanted wanted = Wanted.of(asked.q());
        return post -> post.says(wanted);
    }

    private List<Hit> sift(Tx tx, Onlooker onlooker, Predicate<Findable> fits, List<Hit> piece, Map<Id, Post> found) {
        Map<Id, Post> all = posts.all(tx, piece.stream().map(Hit::post).toList());
        List<Post> there = piece.stream()
                .map(hit -> all.get(hit.post()))
                .filter(Objects::nonNull)
                .toList();
        findables.of(tx, openness.unhidden(tx, onlooker, there)).stream()
                .filter(fits)
                .map(Findable::post)
                .forEach(post -> found.put(post.id(), post));
        return piece.stream().filter(hit -> found.containsKey(hit.post())).toList();
    }
}
