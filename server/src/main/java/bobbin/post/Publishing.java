package bobbin.post;

import bobbin.base.Id;
import bobbin.base.Ids;
import bobbin.post.PostSettings.Repeat;
import bobbin.sql.Database;
import bobbin.sql.Tx;
import java.util.List;
import java.util.Optional;

/** Publishing in two steps, or in one (04 §1). */
public final class Publishing {
    private final Database database;
    private final Ids ids;
    private final PostSettings settings;
    private final PostRules rules;
    private final PostEvents events;
    private final Visibility visibility;
    private final PostStore store = new PostStore();

    public Publishing(
            Database database,
            Ids ids,
            PostSettings settings,
            Visibility visibility,
            PostRules rules,
            PostEvents events) {
        this.database = database;
        this.ids = ids;
        this.settings = settings;
        this.visibility = visibility;
        this.rules = rules;
        this.events = events;
    }

    /** The first step: checks what is to be published, keeps it, and answers with the id of its container. */
    public Id draft(Writer writer, Draft draft) {
        Content content = Content.of(draft, settings);
        return database.write(tx -> {
            Container container = container(tx, writer, content, draft.share());
            store.insert(tx, container);
            return container.id();
        });
    }

    /**
     * The second step: turns a container into a post, exactly once however many call at the same time.
     * Refuses containers that are unknown, expired, or bound to somebody or some app else.
     */
    public Published publish(Writer writer, Id containerId) {
        return database.write(tx -> {
            Container container = kept(tx, writer, containerId);
            if (container.post().isPresent()) {
                return again(container);
            }
            Post post = container.publish(ids.next(Id.Kind.POST, writer.account()), tx.now());
            if (!store.use(tx, container.publishedAs(post))) {
                return again(kept(tx, writer, containerId));
            }
            keep(tx, post);
            return new Published(post.id(), container.share());
        });
    }

    /** Both steps in one (04 §11). */
    public Published publishAtOnce(Writer writer, Draft draft) {
        Content content = Content.of(draft, settings);
        return database.write(tx -> {
            Container container = container(tx, writer, content, draft.share());
            Post post = container.publish(ids.next(Id.Kind.POST, writer.account()), tx.now());
            store.insert(tx, container.publishedAs(post));
            keep(tx, post);
            return new Published(post.id(), container.share());
        });
    }

    /** A container of one's own, for seven days. */
    public Optional<Container> container(Writer writer, Id id) {
        return database.read(tx -> find(tx, writer, id));
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

    private Container container(Tx tx, Writer writer, Content content, CrossShare share) {
        Id id = ids.next(Id.Kind.CONTAINER, writer.account());
        Content settled = content.references()
                .quoted()
                .map(quoted -> content.quoting(quotable(tx, writer, quoted)))
                .orElse(content);
        Container container = new Container(id, writer.account(), writer.app(), settled, share, Optional.empty());
        rules.drafting(tx, container);
        return container;
    }

    /** What can be quoted is what can be seen; who quotes a repost quotes its original (04 §5.5). */
    private Id quotable(Tx tx, Writer writer, Id quoted) {
        return store.post(tx, quoted)
                .filter(post -> visibility.canSee(tx, Onlooker.of(writer.account()), post))
                .map(post -> post.content().references().reposted().orElse(post.id()))
                .orElseThrow(() -> PostProblems.NO_MEDIA.refuse("quote_post_id"));
    }

    private void keep(Tx tx, Post post) {
        rules.publishing(tx, post);
        store.insert(tx, post);
        events.published(tx, post);
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
