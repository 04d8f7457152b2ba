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
import java.util.Set;
import java.util.stream.Collectors;

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
        return media(
                tx,
                visuals.children().isEmpty()
                        ? visuals.media().stream().toList()
                        : mediaOf(items(tx, container.author(), visuals.children())));
    }

    /** Checks the items of a carousel, and keeps what they show until it is published. Names those that are no good. */
    Content collect(Tx tx, Writer writer, Content carousel) {
        List<Id> wanted = carousel.visuals().children();
        List<Container> items = items(tx, writer.account(), wanted).stream()
                .filter(item -> item.role() == Role.ITEM && item.isOf(writer) && !item.isExpired(tx.now()))
                .toList();
        Set<Id> usable = media(tx, mediaOf(items)).stream()
                .filter(media -> media.state() != State.ERROR)
                .map(Media::id)
                .collect(Collectors.toSet());
        List<Container> good = items.stream()
                .filter(item -> usable.containsAll(mediaOf(List.of(item))))
                .toList();
        List<Id> found = good.stream().map(Container::id).toList();
        refuse(wanted.stream().filter(id -> !found.contains(id)).toList());
        List<Id> shown = mediaOf(good);
        if (!medias.prolong(tx, writer.account(), shown)) {
            refuse(wanted);
        }
        return carousel.showing(carousel.visuals().showing(shown.getFirst(), wanted));
    }

    private static void refuse(List<Id> bad) {
        if (!bad.isEmpty()) {
            throw PostProblems.CHILDREN_INVALID.refuse(
                    bad.stream().map(Id::toString).collect(Collectors.joining(", ")));
        }
    }

    /** Hangs up what a container shows: keeps it as long as the post, and makes a post of each item. */
    Post hang(Tx tx, Container container, Post post) {
        List<Container> items =
                items(tx, container.author(), container.content().visuals().children());
        List<Id> shown =
                items.isEmpty() ? container.content().visuals().media().stream().toList() : mediaOf(items);
        if (!shown.isEmpty() && !medias.keep(tx, post.author(), post.id(), shown)) {
            throw PostProblems.MEDIA_MISSING.refuse(container.id());
        }
        List<Id> children = new ArrayList<>();
        for (Container item : items) {
            Post child = new Post(
                    ids.next(Id.Kind.POST, post.author()),
                    post.author(),
                    post.app(),
                    item.content().within(post),
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

    /** The items of a carousel that there are, in its order. */
    private List<Container> items(Tx tx, Id author, List<Id> wanted) {
        return wanted.isEmpty()
                ? List.of()
                : store.containers(tx, author, wanted).stream()
                        .sorted(Comparator.comparingInt(item -> wanted.indexOf(item.id())))
                        .toList();
    }

    private List<Media> media(Tx tx, List<Id> wanted) {
        return wanted.isEmpty()
                ? List.of()
                : medias.find(tx, wanted).stream()
                        .sorted(Comparator.comparingInt(media -> wanted.indexOf(media.id())))
                        .toList();
    }

    private static List<Id> mediaOf(List<Container> items) {
        return items.stream()
                .flatMap(item -> item.content().visuals().media().stream())
                .toList();
    }
}
