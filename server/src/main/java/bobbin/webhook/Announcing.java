package bobbin.webhook;

import bobbin.base.Id;
import bobbin.base.Ids;
import bobbin.oauth.Grant;
import bobbin.oauth.Grants;
import bobbin.post.Post;
import bobbin.post.PostEvents;
import bobbin.sql.Tx;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes down what happens to posts, in the transaction in which it happens: what is written down will be told, what is not committed
 * will not. Where it is known that nobody listens, nothing is written, and nothing is asked of the database.
 */
public final class Announcing implements PostEvents {
    private final Ids ids;
    private final Subscriptions subscriptions;
    private final Grants grants;
    private final Deliveries deliveries;
    private final OutboxStore outbox = new OutboxStore();

    public Announcing(Ids ids, Subscriptions subscriptions, Grants grants, Deliveries deliveries) {
        this.ids = ids;
        this.subscriptions = subscriptions;
        this.grants = grants;
        this.deliveries = deliveries;
    }

    @Override
    public void published(Tx tx, Post post) {
        if (subscriptions.mayBeWanted(List.of(Field.PUBLISH), appsOf(post.author()), tx.now())) {
            announce(tx, Event.Kind.PUBLISHED, post);
        }
    }

    /** Whom it concerns is asked later: those who own what it answers, and those whom it names. */
    @Override
    public void shown(Tx tx, Post post) {
        boolean names =
                post.content().text().filter(text -> text.indexOf('@') >= 0).isPresent();
        if ((post.isReply() || names)
                && subscriptions.mayBeWanted(List.of(Field.REPLIES, Field.MENTIONS), Optional.empty(), tx.now())) {
            announce(tx, Event.Kind.SHOWN, post);
        }
    }

    @Override
    public void withdrawn(Tx tx, Post post) {
        if (subscriptions.mayBeWanted(List.of(Field.DELETE), appsOf(post.author()), tx.now())) {
            announce(tx, Event.Kind.WITHDRAWN, post);
        }
    }

    private void announce(Tx tx, Event.Kind kind, Post post) {
        if (outbox.insert(tx, new Event(ids.next(Id.Kind.EVENT, post.author()), kind, post.id()))) {
            tx.afterCommit(deliveries.bell()::ring);
        }
    }

    /** The apps that may act for somebody; empty if that would have to be looked up. */
    private Optional<Set<Id>> appsOf(Id account) {
        return grants.recall(account)
                .map(known -> known.stream().map(Grant::app).collect(Collectors.toSet()));
    }
}
