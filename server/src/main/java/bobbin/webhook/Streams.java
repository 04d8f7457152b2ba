package bobbin.webhook;

import bobbin.base.Id;
import bobbin.sql.Database;
import bobbin.sql.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * What happens to an app's users as it happens, for programs that listen instead of running a server. Fed from the same deliveries as the
 * webhooks: while an app listens, and a day longer, its events are kept, subscribed or not.
 */
public final class Streams {
    private static final Duration KEPT = Duration.ofDays(1);

    private final Database database;
    private final Subscriptions subscriptions;
    private final Addressing addressing;
    private final Semaphore room;
    private final DeliveryStore store = new DeliveryStore();
    private final Set<Listening> open = ConcurrentHashMap.newKeySet();

    public Streams(Database database, Subscriptions subscriptions, Addressing addressing, WebhookSettings settings) {
        this.database = database;
        this.subscriptions = subscriptions;
        this.addressing = addressing;
        this.room = new Semaphore(settings.streams());
    }

    /** Keeps what happens to an app's users from now on; the position at which a stream begins now. Refuses if there is no room for one. */
    Id begin(Id app) {
        if (room.availablePermits() == 0) {
            throw WebhookProblems.TOO_MANY_STREAMS.refuse();
        }
        keep(app);
        return Id.floor(database.read(Tx::now));
    }

    /**
     * Takes a place and listens. Refuses if there is none.
     *
     * @param app whose events
     * @param account only those about this person; empty for all of the app's users
     * @param start the last event that was heard, or where {@link #begin} said
     */
    Listening listen(Id app, Optional<Id> account, Id start) {
        if (!room.tryAcquire()) {
            throw WebhookProblems.TOO_MANY_STREAMS.refuse();
        }
        Listening listening = new Listening(app, account, start);
        open.add(listening);
        return listening;
    }

    /** How many are open. */
    public int count() {
        return open.size();
    }

    /** Something was written down for these apps. */
    void wake(Collection<Id> apps) {
        open.forEach(listening -> {
            if (apps.contains(listening.app)) {
                listening.bell.ring();
            }
        });
    }

    private void keep(Id app) {
        Instant now = database.read(Tx::now);
        if (!subscriptions.reception(app).streams(now.plus(KEPT.dividedBy(2)))) {
            subscriptions.keepForStreams(app, now.plus(KEPT));
        }
    }

    /** One who listens. For one thread. */
    final class Listening implements AutoCloseable {
        /** Another server may commit an older id a little later than a younger one. */
        private static final Duration OVERLAP = Duration.ofSeconds(5);

        private static final int PIECE = 100;

        private final Id app;
        private final Optional<Id> account;
        private final Id start;
        private final Bell bell = new Bell();
        private final Set<Id> heard = new HashSet<>();
        private Id position;

        private Listening(Id app, Optional<Id> account, Id start) {
            this.app = app;
            this.account = account;
            this.start = start;
            this.position = start;
        }

        /** What has happened since the last time; waits for something, but no longer than this. Nothing that is not allowed any more. */
        List<Delivery> next(Duration patience) throws InterruptedException {
            List<Delivery> found = read();
            if (found.isEmpty()) {
                bell.listen(patience);
                keep(app);
                found = read();
            }
            return found;
        }

        private List<Delivery> read() {
            Id overlap = Id.floor(position.time().minus(OVERLAP));
            Id from = overlap.compareTo(start) > 0 ? overlap : start;
            List<Delivery> found = database.read(tx -> store.after(tx, app, from, heard.size() + PIECE));
            List<Delivery> fresh =
                    found.stream().filter(each -> heard.add(each.id())).toList();
            fresh.stream()
                    .map(Delivery::id)
                    .filter(id -> id.compareTo(position) > 0)
                    .forEach(id -> position = id);
            Id forgotten = Id.floor(position.time().minus(OVERLAP));
            heard.removeIf(id -> id.compareTo(forgotten) < 0);
            return fresh.stream().filter(this::concerns).toList();
        }

        private boolean concerns(Delivery delivery) {
            return account.map(delivery.account()::equals).orElse(true)
                    && database.read(tx -> addressing.obstacle(tx, delivery)).isEmpty();
        }

        @Override
        public void close() {
            open.remove(this);
            room.release();
        }
    }
}
