package bobbin.search;

import bobbin.base.Id;
import bobbin.base.Page;
import bobbin.base.Window;
import bobbin.post.Lifetime;
import bobbin.post.Mentioning;
import bobbin.post.Onlooker;
import bobbin.post.Post;
import bobbin.post.Posts;
import bobbin.search.Profiles.People;
import bobbin.sql.Database;
import bobbin.sql.Tx;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Where somebody was mentioned by others (08 §8.5). */
public final class Mentions {
    private final Database database;
    private final Mentioning mentioning;
    private final Posts posts;
    private final Openness openness;
    private final People people;

    public Mentions(Database database, Mentioning mentioning, Posts posts, Openness openness, People people) {
        this.database = database;
        this.mentioning = mentioning;
        this.posts = posts;
        this.openness = openness;
        this.people = people;
    }

    /** Public posts and replies that mention this onlooker, as far as the app may know of them. */
    Page<Post> of(Id app, Onlooker onlooker, Window window) {
        Id account = onlooker.account().orElseThrow();
        return database.read(tx -> Page.sifted(
                window, Post::id, part -> mentioning(tx, account, part), piece -> sift(tx, app, onlooker, piece)));
    }

    private List<Post> sift(Tx tx, Id app, Onlooker onlooker, List<Post> piece) {
        Id account = onlooker.account().orElseThrow();
        Set<Id> authors = piece.stream().map(Post::author).collect(Collectors.toSet());
        Set<Id> restricted =
                people.relations().restrictedAmong(tx, account, authors).keySet();
        // What one has hidden under one's own posts stays (08 §8.5).
        return openness.open(tx, onlooker, piece).stream()
                .filter(post -> post.content().lifetime() == Lifetime.LASTING)
                .filter(post -> !restricted.contains(post.author()))
                .filter(post -> people.policy().showsMentionBy(tx, app, post.author()))
                .toList();
    }

    private List<Post> mentioning(Tx tx, Id account, Window window) {
        List<Id> ids = mentioning.of(tx, account, window);
        Map<Id, Post> found = posts.all(tx, ids);
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }
}
