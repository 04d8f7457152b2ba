package bobbin.search;

import bobbin.base.Id;
import bobbin.post.Post;
import bobbin.post.PostEvents;
import bobbin.post.Posts;
import bobbin.post.References;
import bobbin.preview.PreviewEvents;
import bobbin.sql.Database;
import bobbin.sql.Tx;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes posts findable in the very transaction in which others can see them, until they are deleted, and anew when it becomes known what
 * the page behind their link is called.
 */
public final class Indexing implements PostEvents, PreviewEvents {
    private final Posts posts;
    private final Findables findables;
    private final Standings standings;
    private final SearchStore store;

    public Indexing(Database database, Posts posts, Findables findables, Standings standings) {
        this.posts = posts;
        this.findables = findables;
        this.standings = standings;
        this.store = SearchStore.on(database.dialect());
    }

    @Override
    public void shown(Tx tx, Post post) {
        if (Findable.isOne(post)) {
            findables.of(tx, List.of(post)).forEach(found -> store.insert(tx, post.id(), found.terms()));
        }
        tellOthers(tx, post);
    }

    @Override
    public void known(Tx tx, Collection<Id> some) {
        findables
                .of(tx, posts.all(tx, some).values())
                .forEach(found -> store.replace(tx, found.post().id(), found.terms()));
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
}
