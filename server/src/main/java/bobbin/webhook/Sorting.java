package bobbin.webhook;

import bobbin.base.Id;
import bobbin.base.Ids;
import bobbin.sql.Database;
import bobbin.sql.Tx;
import bobbin.sql.Unavailable;
import bobbin.webhook.Delivery.Last;
import bobbin.webhook.Delivery.State;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns events into deliveries: what happened into what is to be told to whom, in words that do not change any more (12 §12.7). */
public final class Sorting {
    private static final Logger LOG = LoggerFactory.getLogger(Sorting.class);
    private static final int PIECE = 64;
    private static final int KEPT = 2_000;
    private static final int BETWEEN_TIDYINGS = 100;

    private final Database database;
    private final Ids ids;
    private final Subscriptions subscriptions;
    private final Addressing addressing;
    private final NoticeFields words;
    private final Streams streams;
    private final OutboxStore outbox = new OutboxStore();
    private final DeliveryStore store = new DeliveryStore();
    /** How many deliveries of an app were written since its log was cut. */
    private final Map<Id, Integer> sinceTidying = new HashMap<>();

    public Sorting(
            Database database,
            Ids ids,
            Subscriptions subscriptions,
            Addressing addressing,
            NoticeFields words,
            Streams streams) {
        this.database = database;
        this.ids = ids;
        this.subscriptions = subscriptions;
        this.addressing = addressing;
        this.words = words;
        this.streams = streams;
    }

    /** Sorts all that has happened until now. */
    synchronized void sortAll() {
        for (List<Event> events = events(); !events.isEmpty(); events = events()) {
            sort(events);
        }
    }

    private List<Event> events() {
        return database.read(tx -> outbox.oldest(tx, PIECE));
    }

    private void sort(List<Event> events) {
        Instant now = database.read(Tx::now);
        Map<Event, List<Delivery>> made = new HashMap<>();
        events.forEach(event -> made.put(event, deliveries(event, now)));
        database.change(tx -> {
            for (Event event : events) {
                if (outbox.take(tx, event)) {
                    made.getOrDefault(event, List.of()).forEach(delivery -> store.insert(tx, delivery));
                }
            }
        });
        streams.wake(made.values().stream()
                .flatMap(each -> each.stream().map(Delivery::app))
                .collect(Collectors.toSet()));
        made.values().forEach(each -> each.forEach(delivery -> tidy(delivery.app())));
    }

    /** Nothing must hold up what happened later; so what cannot be put into words is lost, and said to be. */
    private List<Delivery> deliveries(Event event, Instant now) {
        try {
            return addressing.notices(event).stream()
                    .map(notice -> delivery(notice, now))
                    .toList();
        } catch (Unavailable e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("webhook=lost event={} kind={} post={}", event.id(), event.kind(), event.post(), e);
            return List.of();
        }
    }

    private Delivery delivery(Notice notice, Instant now) {
        Id app = notice.grant().app();
        Reception reception = subscriptions.reception(app);
        Optional<String> lane = reception.receiver(notice.field()).map(Subscription::url);
        return new Delivery(
                app,
                ids.next(Id.Kind.EVENT, app),
                notice.grant().account(),
                notice.field(),
                notice.post().id(),
                words.body(notice, reception.manner()),
                lane.isPresent() ? State.WAITING : State.STREAMED,
                lane.orElse(""),
                now,
                0,
                lane.map(_ -> now),
                Last.NONE);
    }

    private void tidy(Id app) {
        if (sinceTidying.merge(app, 1, Integer::sum) >= BETWEEN_TIDYINGS) {
            sinceTidying.remove(app);
            database.change(tx -> store.keep(tx, app, KEPT));
        }
    }
}
