package bobbin.webhook;

import bobbin.app.Actor;
import bobbin.app.Apps;
import bobbin.base.Id;
import bobbin.base.Ids;
import bobbin.sql.Database;
import bobbin.webhook.Delivery.Last;
import bobbin.webhook.Delivery.State;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What was sent to apps and how that went, and sending it again (12 §12.7, §12.9). */
public final class Deliveries {
    /** How many the log of an app shows (12 §12.7). */
    public static final int SHOWN = 500;

    private static final Duration MEMORY = Duration.ofDays(30);

    private final Database database;
    private final Ids ids;
    private final Apps apps;
    private final Subscriptions subscriptions;
    private final DeliveryStore store = new DeliveryStore();
    private final Bell bell = new Bell();

    public Deliveries(Database database, Ids ids, Apps apps, Subscriptions subscriptions) {
        this.database = database;
        this.ids = ids;
        this.apps = apps;
        this.subscriptions = subscriptions;
    }

    /** The newest deliveries of an app, at most that many and at most {@link #SHOWN}. */
    public List<Delivery> log(Id app, int most) {
        return database.read(tx -> store.newest(tx, app, Math.min(most, SHOWN)));
    }

    /** Sends once more what was sent, or given up: the very same bytes under the same id. */
    public void sendAgain(Actor actor, Id app, Id delivery) {
        apps.requireEdit(actor, app);
        database.change(tx -> {
            Delivery found = store.find(tx, app, delivery)
                    .filter(Delivery::isDone)
                    .orElseThrow(WebhookProblems.DELIVERY_MISSING::refuse);
            Subscription receiver = subscriptions
                    .find(tx, app, found.field().topic())
                    .orElseThrow(() ->
                            WebhookProblems.NO_RECEIVER.refuse(found.field().wire()));
            store.resend(tx, found, receiver.url());
            tx.afterCommit(bell::ring);
        });
    }

    /** Deletes what is old and done. To be done once a day. */
    public void forget() {
        List<Integer> slots =
                database.readLong(tx -> store.slotsBefore(tx, Id.floor(tx.now().minus(MEMORY))));
        slots.forEach(slot -> database.change(
                tx -> store.deleteBefore(tx, slot, Id.floor(tx.now().minus(MEMORY)))));
    }

    /** Sends a sample of a field, signed like any other, to where the app wants the field's topic. */
    void test(Actor actor, Id app, Field field, String body) {
        apps.requireEdit(actor, app);
        database.change(tx -> {
            Subscription receiver = subscriptions
                    .find(tx, app, field.topic())
                    .orElseThrow(() -> WebhookProblems.NO_RECEIVER.refuse(field.wire()));
            store.insert(
                    tx,
                    new Delivery(
                            app,
                            ids.next(Id.Kind.EVENT, app),
                            Id.LOWEST,
                            field,
                            Id.LOWEST,
                            body,
                            State.WAITING,
                            receiver.url(),
                            tx.now(),
                            0,
                            Optional.of(tx.now()),
                            Last.NONE));
            tx.afterCommit(bell::ring);
        });
    }

    Bell bell() {
        return bell;
    }
}
