package bobbin.card;

import bobbin.account.Accounts;
import bobbin.base.Id;
import bobbin.location.Places;
import bobbin.post.Mentioning;
import bobbin.post.Onlooker;
import bobbin.post.Post;
import bobbin.post.PostSettings;
import bobbin.post.PostVotes;
import bobbin.post.Posts;
import bobbin.preview.Previews;
import bobbin.sql.Database;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the cards of posts. What a post quotes or answers is on its card only if the viewer may see it. */
public final class Cards {
    final Sources sources;
    final PostSettings settings;

    /** Where everything comes from. */
    public record Sources(
            Database database,
            Posts posts,
            Mentioning mentioning,
            Accounts accounts,
            Places places,
            PostVotes votes,
            Tallies tallies,
            Previews previews) {}

    public Cards(Sources sources, PostSettings settings) {
        this.sources = sources;
        this.settings = settings;
    }

    /**
     * The card of a post that the viewer may see.
     *
     * @param media the base of the addresses of pictures, without a slash at the end
     * @param counted how the page has looks and clicks counted
     */
    public Optional<Card> of(Onlooker viewer, Post post, String media, Counted counted) {
        return of(viewer, List.of(post), media, counted).stream().findFirst();
    }

    /** The cards of posts that the viewer may see, in their order; without those whose author was removed a moment ago. */
    public List<Card> of(Onlooker viewer, List<Post> posts, String media, Counted counted) {
        Map<Id, Post> near = seen(viewer, posts);
        Facts facts = Facts.of(
                this,
                viewer,
                Stream.concat(posts.stream(), near.values().stream()).toList());
        Deck deck = new Deck(this, viewer, facts, near, media, counted);
        return posts.stream().map(deck::card).flatMap(Optional::stream).toList();
    }

    /** What these posts quote, show again and answer, as far as the viewer may see it. */
    private Map<Id, Post> seen(Onlooker viewer, Collection<Post> posts) {
        Map<Id, Post> seen = new HashMap<>();
        posts.stream()
                .map(post -> post.content().references())
                .flatMap(to -> Stream.concat(
                        Stream.concat(to.quoted().stream(), to.reposted().stream()), to.repliedTo().stream()))
                .distinct()
                .forEach(id -> sources.posts().visible(viewer, id).ifPresent(post -> seen.put(id, post)));
        return seen;
    }
}
