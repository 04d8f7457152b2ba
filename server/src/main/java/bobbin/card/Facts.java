package bobbin.card;

import bobbin.account.Account;
import bobbin.base.Id;
import bobbin.location.Place;
import bobbin.media.Media;
import bobbin.post.Onlooker;
import bobbin.post.Post;
import bobbin.post.References;
import bobbin.preview.Preview;
import bobbin.sql.Tx;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is known about some posts, each thing looked up for all of them at once.
 *
 * @param items of carousels
 * @param mentioned the usernames in the text of a post, by where they stand
 * @param choices how the viewer voted
 */
record Facts(
        Instant now,
        Map<Id, Account> people,
        Map<Id, Post> items,
        Map<Id, Media> media,
        Map<Id, Map<Integer, String>> mentioned,
        Map<Id, Place> places,
        Map<Id, List<Long>> votes,
        Map<Id, Integer> choices,
        Map<Id, Tally> tallies,
        Map<Id, Preview> previews) {

    /** What one transaction reads. */
    private record Read(
            Instant now,
            Map<Id, Account> people,
            Map<Id, Post> items,
            Map<Id, Map<Integer, String>> mentioned,
            Map<Id, Tally> tallies,
            Map<Id, Preview> previews) {}

    static Facts of(Cards cards, Onlooker viewer, List<Post> posts) {
        Cards.Sources from = cards.sources;
        Read read = from.database().read(tx -> read(tx, from, posts));
        Set<Id> media = Stream.concat(posts.stream(), read.items().values().stream())
                .flatMap(post -> post.content().visuals().media().stream())
                .collect(Collectors.toSet());
        List<Id> polls = posts.stream()
                .filter(post -> post.poll().isPresent())
                .map(Post::id)
                .toList();
        return new Facts(
                read.now(),
                read.people(),
                read.items(),
                from.posts().media(media),
                read.mentioned(),
                from.places().all(references(posts, References::place)),
                from.votes().votes(polls),
                viewer.account()
                        .map(account -> from.votes().choices(account, polls))
                        .orElse(Map.of()),
                read.tallies(),
                read.previews());
    }

    private static Read read(Tx tx, Cards.Sources from, List<Post> posts) {
        Map<Id, Map<Integer, Id>> named = new HashMap<>();
        posts.forEach(post -> named.put(post.id(), from.mentioning().places(tx, post)));
        Set<Id> people = new HashSet<>();
        posts.forEach(post -> people.add(post.author()));
        named.values().forEach(places -> people.addAll(places.values()));
        Map<Id, Account> known = from.accounts().all(tx, people);
        List<Id> items = posts.stream()
                .flatMap(post -> post.content().visuals().children().stream())
                .toList();
        return new Read(
                tx.now(),
                known,
                from.posts().all(tx, items),
                named.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, each -> usernames(each.getValue(), known))),
                from.tallies().of(tx, posts.stream().map(Post::id).toList()),
                from.previews().of(tx, posts));
    }

    /** Of those who are still there. */
    private static Map<Integer, String> usernames(Map<Integer, Id> places, Map<Id, Account> known) {
        Map<Integer, String> usernames = new HashMap<>();
        places.forEach((place, id) -> Optional.ofNullable(known.get(id))
                .filter(Account::isActive)
                .ifPresent(account -> usernames.put(place, account.username())));
        return usernames;
    }

    private static Collection<Id> references(List<Post> posts, Function<References, Optional<Id>> which) {
        return posts.stream()
                .flatMap(post -> which.apply(post.content().references()).stream())
                .collect(Collectors.toSet());
    }
}
