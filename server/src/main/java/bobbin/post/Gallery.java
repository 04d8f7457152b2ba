package bobbin.post;

import bobbin.base.Id;
import bobbin.base.Ids;
import bobbin.media.Media;
import bobbin.media.Media.State;
import bobbin.media.Medias;
import bobbin.sql.Tx;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The images and videos of containers and posts, and what a carousel is made of (04 §10). */
final class Gallery {
    private final Medias medias;
    private final Ids ids;
    private final PostStore store = new PostStore();

    Gallery(Medias medias, Ids ids) {
        this.medias = medias;
        this.ids = ids;
    }

    /** What a container shows, in the order of display: nothing, one, or those of its items. */
    List<Media> of(Tx tx, Container container) {
        Visuals visuals = container.content().visuals();
        List<Id> wanted = visuals.children().isEmpty()
                ? visuals.media().stream().toList()
                : items(tx, container).stream()
                        .flatMap(item -> item.content().visuals().media().stream())
                        .toList();
        return wanted.isEmpty()
                ? List.of()
                : medias.find(tx, wanted).stream()
                        .sorted(Comparator.comparingInt(media -> wanted.indexOf(media.id())))
                        .toList();
    }

    /** Checks the items of a carousel, and keeps what they show until it is published. Refuses them all if one is no good. */
    Content collect(Tx tx, Writer writer, Content carousel) {
        List<Id> wanted = carousel.visuals().children();
        List<Id> bad = wanted.stream().filter(id -> !isGood(tx, writer, id)).toList();
        if (!bad.isEmpty()) {
            throw PostProblems.CHILDREN_INVALID.refuse(
                    String.join(", ", bad.stream().map(Id::toString).toList()));
        }
        List<Id> media = wanted.stream()
                .flatMap(id -> store.container(tx, writer.account(), id).stream())
                .flatMap(item -> item.content().visuals().media().stream())
                .toList();
        if (!medias.prolong(tx, writer.account(), media)) {
            throw PostProblems.CHILDREN_INVALID.refuse(
                    String.join(", ", wanted.stream().map(Id::toString).toList()));
        }
        return carousel.showing(carousel.visuals().showing(media.getFirst(), wanted));
    }

    /** Hangs up what a container shows: keeps it as long as the post, and makes a post of each item. */
    Post hang(Tx tx, Container container, Post post) {
        List<Id> shown = of(tx, container).stream().map(Media::id).toList();
        if (!shown.isEmpty() && !medias.keep(tx, post.author(), post.id(), shown)) {
            throw PostProblems.MEDIA_MISSING.refuse(container.id());
        }
        List<Id> children = new ArrayList<>();
        for (Container item : items(tx, container)) {
            Post child = new Post(
                    ids.next(Id.Kind.POST, post.author()),
                    post.author(),
                    post.app(),
                    item.content().within(post.id()),
                    Optional.empty());
            store.insert(tx, child);
            store.use(tx, item.publishedAs(child));
            children.add(child.id());
        }
        Visuals visuals = post.content().visuals();
        return children.isEmpty()
                ? post
                : post.with(post.content().showing(visuals.showing(shown.getFirst(), children)));
    }

    /** Lets go of what a post has shown. */
    void take(Tx tx, Post post) {
        post.content().visuals().children().forEach(child -> store.delete(tx, post.author(), child));
        medias.release(tx, post.author(), post.id());
    }

    private List<Container> items(Tx tx, Container carousel) {
        return carousel.content().visuals().children().stream()
                .flatMap(id -> store.container(tx, carousel.author(), id).stream())
                .toList();
    }

    private boolean isGood(Tx tx, Writer writer, Id id) {
        return store.container(tx, writer.account(), id)
                .filter(item -> item.role() == Role.ITEM && item.isOf(writer))
                .filter(item -> !item.isExpired(tx.now()))
                .map(item -> of(tx, item))
                .filter(media -> !media.isEmpty() && media.stream().noneMatch(each -> each.state() == State.ERROR))
                .isPresent();
    }
}
