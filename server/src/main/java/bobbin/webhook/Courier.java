package bobbin.webhook;

import bobbin.sql.Database;
import bobbin.sql.Tx;
import bobbin.webhook.Dispatch.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells apps what happened: has events sorted, and sends what is due, each receiver apart from the others. Every server has one; what one
 * claims, the others leave alone, until the claim ends.
 */
public final class Courier implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    /** Longer than any exchange; after that its sender counts as dead. */
    private static final Duration HOLD = Duration.ofMinutes(1);

    private static final Duration GRACE = Duration.ofSeconds(5);
    /** How many a thread sends before others have their turn. */
    private static final int MOST_IN_A_ROW = 16;

    private final Database database;
    private final Sorting sorting;
    private final Subscriptions subscriptions;
    private final Dispatch dispatch;
    private final Bell bell;
    private final DeliveryStore store = new DeliveryStore();
    private final Lanes lanes = new Lanes();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("webhook-", 1).factory());
    private final Thread watch = Thread.ofVirtual().name("webhook-watch").unstarted(this::work);
    private volatile boolean closed;

    /** A courier that does nothing by itself, only when it is told to {@link #runDue}. */
    public Courier(
            Database database, Sorting sorting, Subscriptions subscriptions, Deliveries deliveries, Dispatch dispatch) {
        this.database = database;
        this.sorting = sorting;
        this.subscriptions = subscriptions;
        this.bell = deliveries.bell();
        this.dispatch = dispatch;
    }

    /** Tells from now on whatever happens. If no other server can be running, it begins with what an earlier one left when it died. */
    public void start() {
        if (database.isAlone()) {
            database.change(store::letGo);
        }
        watch.start();
    }

    /**
     * Tells all that is to be told now, one after the other on this thread.
     *
     * @return how many times something was sent
     */
    public int runDue() {
        sorting.sortAll();
        int sent = 0;
        for (List<String> due = dueLanes(); !due.isEmpty(); due = dueLanes()) {
            for (String lane : due) {
                Optional<Delivery> next = claim(lane, 1).stream().findFirst();
                while (next.isPresent()) {
                    next = deliver(next.get(), true);
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
            if (watch.isAlive()) {
                watch.join();
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
                sorting.sortAll();
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

    /** Begins to send what is due at one address, as far as that is possible now. */
    private void fill(String lane) {
        int room = lanes.enter(lane, Lanes.MOST_PER_HOST);
        List<Delivery> claimed = room == 0 ? List.of() : claim(lane, room);
        lanes.leave(lane, room - claimed.size());
        claimed.forEach(first -> threads.execute(() -> run(lane, first)));
    }

    private List<Delivery> claim(String lane, int room) {
        try {
            return database.write(tx -> claim(tx, lane, room));
        } catch (RuntimeException e) {
            LOG.warn("webhooks=unclaimed reason={}", e.getMessage());
            return List.of();
        }
    }

    private List<Delivery> claim(Tx tx, String lane, int most) {
        return store.due(tx, lane, most).stream()
                .flatMap(key -> store.claim(tx, key, tx.now().plus(HOLD)).stream())
                .toList();
    }

    private void run(String lane, Delivery first) {
        Optional<Delivery> next = Optional.of(first);
        try {
            for (int i = 1; next.isPresent(); i++) {
                next = deliver(next.get(), i < MOST_IN_A_ROW);
            }
        } catch (RuntimeException e) {
            next.ifPresent(
                    held -> LOG.warn("webhook=held app={} id={} reason={}", held.app(), held.id(), e.getMessage()));
        } finally {
            lanes.leave(lane, 1);
            bell.ring();
        }
    }

    /**
     * Sends a delivery.
     *
     * @param goesOn whether the next is to be claimed, in the transaction that writes down how this one went
     */
    private Optional<Delivery> deliver(Delivery delivery, boolean goesOn) {
        Outcome outcome = dispatch.send(delivery);
        outcome.receiver().ifPresent(_ -> lanes.note(delivery.lane(), outcome.succeeded()));
        boolean another = goesOn && !closed && lanes.mayGoOn(delivery.lane());
        return database.write(tx -> {
            store.settle(tx, delivery, outcome.state(), outcome.due(), outcome.last());
            outcome.receiver().ifPresent(receiver -> subscriptions.note(tx, receiver, outcome.succeeded()));
            return another ? claim(tx, delivery.lane(), 1).stream().findFirst() : Optional.empty();
        });
    }
}
