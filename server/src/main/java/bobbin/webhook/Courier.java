package bobbin.webhook;

import bobbin.base.Id;
import bobbin.base.Ids;
import bobbin.sql.Database;
import bobbin.sql.Tx;
import bobbin.sql.Unavailable;
import bobbin.webhook.Delivery.Last;
import bobbin.webhook.Delivery.State;
import bobbin.webhook.Dispatch.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells apps what happened: turns events into deliveries, and sends what is due, each receiver apart from the others. Every server has
 * one; what one claims, the others leave alone, until the claim ends.
 */
public final class Courier implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    /** Longer than any exchange; after that its sender counts as dead. */
    private static final Duration HOLD = Duration.ofMinutes(1);

    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final int PIECE = 64;
    /** How many a thread sends before others have their turn. */
    private static final int MOST_IN_A_ROW = 16;

    private static final int KEPT = 2_000;
    private static final int BETWEEN_TIDYINGS = 100;

    private final Database database;
    private final Ids ids;
    private final Subscriptions subscriptions;
    private final Addressing addressing;
    private final NoticeFields words;
    private final Dispatch dispatch;
    private final Bell bell;
    private final Streams streams;
    private final OutboxStore outbox = new OutboxStore();
    private final DeliveryStore store = new DeliveryStore();
    private final Lanes lanes = new Lanes();
    /** How many deliveries of an app were written since its log was cut; of the one thread that writes them. */
    private final Map<Id, Integer> sinceTidying = new HashMap<>();

    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("webhook-", 1).factory());
    private final Thread sorter = Thread.ofVirtual().name("webhook-sorter").unstarted(this::work);
    private volatile boolean closed;

    /** A courier that does nothing by itself, only when it is told to {@link #runDue}. */
    public Courier(
            Database database,
            Ids ids,
            Subscriptions subscriptions,
            Deliveries deliveries,
            Addressing addressing,
            NoticeFields words,
            Dispatch dispatch,
            Streams streams) {
        this.database = database;
        this.ids = ids;
        this.subscriptions = subscriptions;
        this.bell = deliveries.bell();
        this.addressing = addressing;
        this.words = words;
        this.dispatch = dispatch;
        this.streams = streams;
    }

    /** Tells from now on whatever happens. If no other server can be running, it begins with what an earlier one left when it died. */
    public void start() {
        if (database.isAlone()) {
            database.change(store::letGo);
        }
        sorter.start();
    }

    /**
     * Tells all that is to be told now, one after the other on this thread.
     *
     * @return how many times something was sent
     */
    public int runDue() {
        sortAll();
        int sent = 0;
        for (List<String> due = dueLanes(); !due.isEmpty(); due = dueLanes()) {
            for (String lane : due) {
                for (Optional<Delivery> next = next(lane); next.isPresent(); next = next(lane)) {
                    deliver(next.get());
                    sent++;
                }
            }
        }
        return sent;
    }

    /** How many deliveries are being sent. */
    public int running() {
        return lanes.busy();
    }

    @Override
    public void close() {
        closed = true;
        bell.ring();
        try {
            if (sorter.isAlive()) {
                sorter.join();
            }
            threads.shutdown();
            if (!threads.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("webhooks=interrupted again_at=start");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        threads.shutdownNow();
    }

    private void work() {
        while (!closed) {
            try {
                subscriptions.all(); // so that publishing knows them without a look-up
                sortAll();
                dueLanes().forEach(this::fill);
                bell.listen(POLL);
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("webhooks=delayed reason={}", e.getMessage());
                pause();
            }
        }
    }

    private void pause() {
        try {
            bell.listen(POLL);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }

    /** In another order each time, so that none is always the last. */
    private List<String> dueLanes() {
        List<String> due = new ArrayList<>(database.read(store::dueLanes));
        Collections.shuffle(due);
        return due;
    }

    private synchronized void sortAll() {
        for (List<Event> events = events(); !events.isEmpty(); events = events()) {
            sort(events);
        }
    }

    private List<Event> events() {
        return database.read(tx -> outbox.oldest(tx, PIECE));
    }

    private void sort(List<Event> events) {
        Map<Event, List<Delivery>> made = new HashMap<>();
        events.forEach(event -> made.put(event, deliveries(event)));
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
    private List<Delivery> deliveries(Event event) {
        try {
            return addressing.notices(event).stream().map(this::delivery).toList();
        } catch (Unavailable e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("webhook=lost event={} kind={} post={}", event.id(), event.kind(), event.post(), e);
            return List.of();
        }
    }

    private Delivery delivery(Notice notice) {
        Id app = notice.grant().app();
        Reception reception = subscriptions.reception(app);
        Optional<String> lane = reception.receiver(notice.field()).map(Subscription::url);
        var now = database.read(Tx::now);
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

    /** Begins to send what is due at one address, as far as that is possible now. */
    private void fill(String lane) {
        int room = lanes.enter(lane, Lanes.MOST_PER_HOST);
        List<Delivery> claimed = room == 0 ? List.of() : claim(lane, room);
        lanes.leave(lane, room - claimed.size());
        claimed.forEach(first -> threads.execute(() -> run(lane, first)));
    }

    private List<Delivery> claim(String lane, int room) {
        try {
            List<DeliveryStore.Key> due = database.read(tx -> store.due(tx, lane, room));
            return due.isEmpty()
                    ? List.of()
                    : database.write(tx -> due.stream()
                            .flatMap(key -> store.claim(tx, key, tx.now().plus(HOLD)).stream())
                            .toList());
        } catch (RuntimeException e) {
            LOG.warn("webhooks=unclaimed reason={}", e.getMessage());
            return List.of();
        }
    }

    private void run(String lane, Delivery first) {
        try {
            Optional<Delivery> next = Optional.of(first);
            for (int i = 1; next.isPresent(); i++) {
                deliver(next.get());
                boolean goesOn = i < MOST_IN_A_ROW && !closed && lanes.mayGoOn(lane);
                next = goesOn ? next(lane) : Optional.empty();
            }
        } catch (RuntimeException e) {
            LOG.warn("webhook=held app={} id={} reason={}", first.app(), first.id(), e.getMessage());
        } finally {
            lanes.leave(lane, 1);
            bell.ring();
        }
    }

    private Optional<Delivery> next(String lane) {
        return claim(lane, 1).stream().findFirst();
    }

    private void deliver(Delivery delivery) {
        Outcome outcome = dispatch.send(delivery);
        outcome.receiver().ifPresent(_ -> lanes.note(delivery.lane(), outcome.succeeded()));
        database.change(tx -> {
            store.settle(tx, delivery, outcome.state(), outcome.due(), outcome.last());
            outcome.receiver().ifPresent(receiver -> subscriptions.note(tx, receiver, outcome.succeeded()));
        });
    }
}
