package bobbin.insight;

import bobbin.post.Posts;
import bobbin.sql.Database;
import bobbin.sql.Unavailable;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has happened and is not yet written down: gathered in memory, so that nobody who looks at a page waits for the database, and written
 * in batches about a second later. A clean stop loses nothing; a killed server loses the last second.
 */
public final class Gathering implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Gathering.class);
    /** How many are written in one transaction: a few milliseconds, because all other writes wait for it. */
    private static final int BATCH = 250;
    /** How many wait in memory at most; who brings more writes them down first. */
    private static final int MOST = 50_000;

    private final Counting counting;
    private final InstantSource time;
    private final Executor later;
    private final Deque<Happening> waiting = new ConcurrentLinkedDeque<>();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicBoolean called = new AtomicBoolean();
    private final ReentrantLock writing = new ReentrantLock();

    /**
     * @param zone in which days begin
     * @param later runs what it is given after about a second
     */
    public Gathering(
            Database database, Posts posts, ZoneId zone, InsightSettings settings, InstantSource time, Executor later) {
        this.counting = new Counting(database, posts, new Hours(zone), settings);
        this.time = time;
        this.later = later;
    }

    /**
     * Takes something that happens now.
     *
     * @throws Unavailable if too much waits, and cannot be written
     */
    void add(Function<Instant, Happening> happening) {
        if (count.get() >= MOST) {
            flush();
        }
        waiting.add(happening.apply(time.instant()));
        count.incrementAndGet();
        if (called.compareAndSet(false, true)) {
            later.execute(this::flushIfPossible);
        }
    }

    /** Writes down all that has happened until now. */
    public void flush() {
        if (count.get() == 0 && !writing.isLocked()) {
            return;
        }
        writing.lock();
        try {
            called.set(false);
            for (List<Happening> batch = next(); !batch.isEmpty(); batch = next()) {
                write(batch);
            }
        } finally {
            writing.unlock();
        }
    }

    /** Deletes what is needed no longer. To be done once a day. */
    public void forget() {
        counting.forget(time.instant());
    }

    /** Writes down all that has happened until now. */
    @Override
    public void close() {
        flushIfPossible();
    }

    private void flushIfPossible() {
        try {
            flush();
        } catch (Unavailable e) {
            LOG.warn("happenings=unsaved waiting={} reason={}", count.get(), e.getMessage());
        }
    }

    private void write(List<Happening> batch) {
        try {
            counting.write(batch);
        } catch (Unavailable e) {
            batch.reversed().forEach(waiting::addFirst);
            count.addAndGet(batch.size());
            throw e;
        } catch (RuntimeException e) {
            LOG.error("happenings=lost count={}", batch.size(), e);
        }
    }

    private List<Happening> next() {
        List<Happening> batch = new ArrayList<>();
        while (batch.size() < BATCH) {
            Happening first = waiting.poll();
            if (first == null) {
                break;
            }
            batch.add(first);
        }
        count.addAndGet(-batch.size());
        return batch;
    }
}
