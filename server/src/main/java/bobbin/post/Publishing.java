package bobbin.post;

import bobbin.base.Id;
import bobbin.base.Ids;
import bobbin.media.Media;
import bobbin.media.Media.State;
import bobbin.media.MediaSource;
import bobbin.media.Medias;
import bobbin.post.PostSettings.Repeat;
import bobbin.sql.Database;
import bobbin.sql.Tx;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Publishing in two steps, or in one (04 §1). */
public final class Publishing {
    private final Database database;
    private final Ids ids;
    private final PostSettings settings;
    private final PostRules rules;
    private final PostEvents events;
    private final Visibility visibility;
    private final Medias medias;
    private final Gallery gallery;
    private final PostStore store = new PostStore();

    public Publishing(
            Database database,
            Ids ids,
            PostSettings settings,
            Visibility visibility,
            Medias medias,
            PostRules rules,
            PostEvents events) {
        this.database = database;
        this.ids = ids;
        this.settings = settings;
        this.visibility = visibility;
        this.medias = medias;
        this.gallery = new Gallery(medias, ids);
        this.rules = rules;
        this.events = events;
    }

    /**
     * The first step: checks what is to be published, keeps it, and answers with the id of its container. An image is fetched before
     * that, a video afterwards.
     */
    public Id draft(Writer writer, Draft draft) {
        Optional<MediaSource> source = draft.source();
        Content content = Content.of(draft, settings);
        return switch (draft.type()) {
            case IMAGE -> draftImage(writer, draft, content, source.orElseThrow());
            case VIDEO ->
                keep(
                        writer,
                        draft,
                        (tx, container) -> container.showing(container
                                .content()
                                .visuals()
                                .showing(medias.fetchLater(tx, writer.account(), source.orElseThrow())
                                        .id())),
                        content);
            case TEXT, CAROUSEL, REPOST -> keep(writer, draft, (_, container) -> container, content);
        };
    }

    /** Refuses whatever it can before it asks the other server for anything (04 §2). */
    private Id draftImage(Writer writer, Draft draft, Content content, MediaSource source) {
        database.read(tx -> container(tx, writer, content, draft));
        Media image = medias.fetchImage(writer.account(), source);
        return keep(
                writer,
                draft,
                (_, container) -> container,
                content.showing(content.visuals().showing(image.id())));
    }

    private Id keep(Writer writer, Draft draft, BiFunction<Tx, Container, Container> finish, Content content) {
        return database.write(tx -> {
            Container container = finish.apply(tx, container(tx, writer, content, draft));
            store.insert(tx, container);
            return container.id();
        });
    }

    /**
     * The second step: turns a container into a post, exactly once however many call at the same time. Waits a while for what is not
     * ready. Refuses containers that are unknown, expired, failed, or bound to somebody or some app else.
     */
    public Published publish(Writer writer, Id containerId) {
        awaitMedia(writer, containerId);
        return database.write(tx -> {
            Container container = kept(tx, writer, containerId);
            if (container.post().isPresent() && container.role() == Role.POST) {
                return again(container);
            }
            Post post =
                    container.publish(ids.next(Id.Kind.POST, writer.account()), tx.now(), gallery.of(tx, container));
            if (!store.use(tx, container.publishedAs(post))) {
                return again(kept(tx, writer, containerId));
            }
            refuseLostQuote(tx, writer, post);
            keep(tx, writer, gallery.hang(tx, container, post));
            return new Published(post.id(), container.share());
        });
    }

    /** Both steps in one (04 §11). */
    public Published publishAtOnce(Writer writer, Draft draft) {
        Content content = Content.of(draft, settings);
        return database.write(tx -> {
            Container container = container(tx, writer, content, draft);
            Post post = container.publish(ids.next(Id.Kind.POST, writer.account()), tx.now(), List.of());
            store.insert(tx, container.publishedAs(post));
            keep(tx, writer, post);
            return new Published(post.id(), container.share());
        });
    }

    /** A container of one's own, for seven days. */
    public Optional<Kept> container(Writer writer, Id id) {
        return database.read(tx ->
                find(tx, writer, id).map(container -> new Kept(container, gallery.of(tx, container))));
    }

    private void awaitMedia(Writer writer, Id id) {
        List<Id> pending = container(writer, id)
                .filter(kept -> kept.container().post().isEmpty())
                .stream()
                .flatMap(kept -> kept.media().stream())
                .filter(media -> media.state() == State.IN_PROGRESS)
                .map(Media::id)
                .toList();
        if (!pending.isEmpty() && settings.patience().isPositive()) {
            medias.await(pending, settings.patience());
        }
    }

    /** Deletes the containers that nobody can read any more, published or not. To be done once a day. */
    public void forget() {
        List<Integer> slots = database.readLong(tx -> store.slotsWithContainersBefore(tx, oldest(tx)));
        slots.forEach(slot -> database.change(tx -> store.deleteContainersBefore(tx, slot, oldest(tx))));
    }

    /** No container below it can be read. */
    private static Id oldest(Tx tx) {
        return Id.floor(tx.now().minus(Container.MEMORY).plusMillis(1));
    }

    /** What would be kept: everything is looked up and asked for that a container rests on. */
    private Container container(Tx tx, Writer writer, Content content, Draft draft) {
        Id id = ids.next(Id.Kind.CONTAINER, writer.account());
        Content settled = content.references()
                .quoted()
                .map(quoted -> content.quoting(
                        quotable(tx, writer, quoted).orElseThrow(() -> PostProblems.NO_MEDIA.refuse("quote_post_id"))))
                .orElse(content);
        Content placed = settled.references()
                .repliedTo()
                .map(target -> settled.replyingTo(target(tx, writer, target)))
                .orElse(settled);
        Content collected = placed.visuals().children().isEmpty() ? placed : gallery.collect(tx, writer, placed);
        Role role = draft.isItem() ? Role.ITEM : Role.POST;
        Container container =
                new Container(id, writer.account(), writer.app(), collected, role, draft.share(), Optional.empty());
        rules.drafting(tx, writer, container);
        return container;
    }

    /** What can be quoted is open to everybody, or one's own; who quotes a repost quotes its original (04 §5.5, 15 §15.8). */
    private Optional<Id> quotable(Tx tx, Writer writer, Id quoted) {
        return store.post(tx, quoted)
                .filter(post -> visibility.canSee(tx, Onlooker.of(writer.account()), post))
                .flatMap(post -> original(tx, post))
                .filter(post -> !post.isChild() && visibility.canQuote(tx, Onlooker.of(writer.account()), post))
                .map(Post::id);
    }

    /** What could be quoted when the container was made may be gone or closed by now (10 §10.8). */
    private void refuseLostQuote(Tx tx, Writer writer, Post post) {
        post.content()
                .references()
                .quoted()
                .filter(quoted -> quotable(tx, writer, quoted).isEmpty())
                .ifPresent(quoted -> {
                    throw PostProblems.MEDIA_MISSING.refuse(quoted);
                });
    }

    /** What can be answered is what can be seen; who answers a repost answers its original (04 §12). */
    private Post target(Tx tx, Writer writer, Id target) {
        return store.post(tx, target)
                .filter(post -> !post.isChild() && visibility.canSee(tx, Onlooker.of(writer.account()), post))
                .flatMap(post -> original(tx, post))
                .orElseThrow(() -> PostProblems.NO_MEDIA.refuse("reply_to_id"));
    }

    /** What a repost shows; any other post itself. */
    private Optional<Post> original(Tx tx, Post post) {
        return post.content()
                .references()
                .reposted()
                .map(id -> store.post(tx, id))
                .orElse(Optional.of(post));
    }

    private void keep(Tx tx, Writer writer, Post post) {
        rules.publishing(tx, writer, post);
        store.insert(tx, post);
        events.published(tx, post);
        if (!rules.holdsBack(tx, post)) {
            events.shown(tx, post);
        }
    }

    private Published again(Container published) {
        return published
                .post()
                .filter(_ -> settings.repeat() == Repeat.SAME_ID)
                .map(post -> new Published(post, published.share()))
                .orElseThrow(() -> PostProblems.MEDIA_MISSING.refuse(published.id()));
    }

    private Container kept(Tx tx, Writer writer, Id id) {
        return find(tx, writer, id).orElseThrow(() -> PostProblems.MEDIA_MISSING.refuse(id));
    }

    private Optional<Container> find(Tx tx, Writer writer, Id id) {
        return store.container(tx, writer.account(), id)
                .filter(container -> container.isOf(writer) && !container.isForgotten(tx.now()));
    }
}
