package bobbin.sql;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets so many in at a time, the others in order; nobody waits longer than the patience; once closed, nobody comes in. */
final class Turns implements AutoCloseable {
    private final Semaphore free;
    private final int most;
    private final Duration patience;
    private volatile boolean closed;

    Turns(int most, Duration patience) {
        this.free = new Semaphore(most, true);
        this.most = most;
        this.patience = patience;
    }

    /** Must be followed by {@link #end}. */
    void begin() {
        try {
            if (!free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Unavailable("Too many are waiting for a connection");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Unavailable("Interrupted while waiting for a connection");
        }
        if (closed) {
            free.release();
            throw new Unavailable("The database is closed");
        }
    }

    void end() {
        free.release();
    }

    /** How many are in. */
    int taken() {
        return most - free.availablePermits();
    }

    /** How many would like to be. */
    int waiting() {
        return free.getQueueLength();
    }

    /** Waits for those who are in. */
    @Override
    public void close() {
        closed = true;
        free.acquireUninterruptibly(most);
        free.release(most);
    }
}
