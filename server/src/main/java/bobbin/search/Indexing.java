package bobbin.search;

import bobbin.base.Id;
import bobbin.post.Post;
import bobbin.post.PostEvents;
import bobbin.post.Posts;
import bobbin.post.References;
import bobbin.sql.Database;
import bobbin.sql.Tx;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes posts findable in the very transaction in which others can see them, until they are deleted. */
public final class Indexing implements PostEvents {
    private final Posts posts;
    private final Standings standings;
    private final SearchStore store;

    public Indexing(Database database, Posts posts, Standings standings) {
        this.posts = posts;
        this.standings = standings;
        this.store = SearchStore.on(database.dialect());
    }

    @Override
    public void shown(Tx tx, Post post) {
        if (Findable.isOne(post)) {
            store.insert(tx, post.id(), new Findable(post, items(tx, post)).terms());
        }
        tellOthers(tx, post);
    }

    @Override
    public void deleted(Tx tx, Post post) {
        store.delete(tx, post.id());
        tellOthers(tx, post);
    }

    /** What a post answers, quotes or shows again has one more of that, or one less. */
    private void tellOthers(Tx tx, Post post) {
        References references = post.content().references();
        Stream.of(references.repliedTo(), references.quoted(), references.reposted())
                .flatMap(Optional::stream)
                .forEach(other -> standings.engaged(tx, other));
    }

    private List<Post> items(Tx tx, Post post) {
        List<Id> ids = post.content().visuals().children();
        Map<Id, Post> items = posts.all(tx, ids);
        return ids.stream().map(items::get).filter(Objects::nonNull).toList();
    }
}
