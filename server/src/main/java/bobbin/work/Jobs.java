package bobbin.work;

import bobbin.base.Id;
import bobbin.base.Ids;
import bobbin.sql.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Puts work off, in the transaction that causes it. */
public final class Jobs {
    private final Ids ids;
    private final JobStore store = new JobStore();
    /** Rung when something is due at once, so that it does not wait for the next look at the table. */
    private final Semaphore bell = new Semaphore(0);

    public Jobs(Ids ids) {
        this.ids = ids;
    }

    /** To be done at this time or soon after; the job lives with its subject. */
    public void add(Tx tx, String kind, Id subject, Instant due) {
        add(tx, kind, subject, due, "");
    }

    public void add(Tx tx, String kind, Id subject, Instant due, String payload) {
        store.insert(tx, new Job(ids.next(Id.Kind.JOB, subject), kind, subject, payload, 0), due);
        if (!due.isAfter(tx.now())) {
            tx.afterCommit(this::ring);
        }
    }

    /**
     * Work of the whole system, of which there is one job however often it is asked for; its handler says when to do it again. Ask at every
     * start.
     */
    public void keep(Tx tx, String kind, Instant due) {
        Id id = new Id(Integer.toUnsignedLong(kind.hashCode()));
        store.insert(tx, new Job(id, kind, id, "", 0), due);
    }

    void ring() {
        bell.release();
    }

    /** Waits for the bell, but no longer than this. */
    void listen(Duration time) throws InterruptedException {
        if (bell.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS)) {
            bell.drainPermits();
        }
    }
}
