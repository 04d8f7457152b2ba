package bobbin.search;

import bobbin.base.Id;
import bobbin.post.Post;
import bobbin.post.Posts;
import bobbin.preview.Preview;
import bobbin.preview.Previews;
import bobbin.sql.Tx;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Brings together what posts say wherever they say something: in themselves, in their items, and in the title behind their link. */
public final class Findables {
    private final Posts posts;
    private final Previews previews;

    public Findables(Posts posts, Previews previews) {
        this.posts = posts;
        this.previews = previews;
    }

    /** In the same order. */
    List<Findable> of(Tx tx, Collection<Post> some) {
        Map<Id, Post> items = posts.all(
                tx,
                some.stream()
                        .flatMap(post -> post.content().visuals().children().stream())
                        .toList());
        Map<Id, Preview> known = previews.of(tx, some);
        return some.stream()
                .map(post -> new Findable(
                        post,
                        post.content().visuals().children().stream()
                                .map(items::get)
                                .filter(Objects::nonNull)
                                .toList(),
                        Optional.ofNullable(known.get(post.id())).map(Preview::title)))
                .toList();
    }
}
