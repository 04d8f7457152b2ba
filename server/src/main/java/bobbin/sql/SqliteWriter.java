package bobbin.sql;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes to a SQLite file. All writes that wait when it looks are one batch: run one after another in one transaction,
 * each inside its own savepoint, and acknowledged after the one commit, which is most of what a write costs. A write that fails goes back
 * to its savepoint and disturbs nobody; if the batch itself fails, nobody in it has written.
 */
final class SqliteWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteWriter.class);
    private static final int LARGEST_BATCH = 256;
    /** How often an idle writer looks whether another process has written. */
    private static final long LOOK_OUT_MILLIS = 50;

    private final Jdbi jdbi;
    private final Duration patience;
    private final BlockingQueue<SqliteWrite<?>> waiting;
    private final AtomicLong foreignWrites = new AtomicLong();
    private final AtomicLong commits = new AtomicLong();
    private final AtomicLong writes = new AtomicLong();
    private final Object door = new Object();
    private final Thread thread = Thread.ofPlatform().name("sqlite-writer").unstarted(this::run);
    private volatile boolean closed;

    // Used by the thread only.
    private @Nullable SqliteTransaction connection;
    private int dataVersion;

    private SqliteWriter(Jdbi jdbi, int waitingWrites, Duration patience) {
        this.jdbi = jdbi;
        this.patience = patience;
        this.waiting = new ArrayBlockingQueue<>(waitingWrites);
    }

    static SqliteWriter start(Jdbi jdbi, int waitingWrites, Duration patience) {
        SqliteWriter writer = new SqliteWriter(jdbi, waitingWrites, patience);
        writer.thread.start();
        return writer;
    }

    <T extends @Nullable Object> T write(Session<T> session) {
        SqliteWrite<T> write = new SqliteWrite<>(session);
        accept(write);
        return write.await(patience);
    }

    /** What of the load is its own. */
    Load load() {
        return new Load(waiting.size(), 0, 0, 0, commits.get(), writes.get());
    }

    long foreignWrites() {
        return foreignWrites.get();
    }

    /** Finishes what was accepted. */
    @Override
    public void close() {
        synchronized (door) {
            closed = true;
        }
        // Wakes the thread; if there is no room, it is awake.
        waiting.offer(new SqliteWrite<>(handle -> handle));
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept(SqliteWrite<?> write) {
        synchronized (door) {
            if (closed) {
                throw new Unavailable("The database is closed");
            }
            if (!waiting.offer(write)) {
                throw new Unavailable("Too many writes are waiting");
            }
        }
    }

    private void run() {
        List<SqliteWrite<?>> batch = new ArrayList<>(LARGEST_BATCH);
        while (!closed || !waiting.isEmpty()) {
            awaitBatch(batch);
            if (batch.isEmpty()) {
                lookOut();
            } else {
                write(batch);
                batch.clear();
            }
        }
        disconnect();
    }

    private void awaitBatch(List<SqliteWrite<?>> batch) {
        try {
            SqliteWrite<?> first = waiting.poll(LOOK_OUT_MILLIS, TimeUnit.MILLISECONDS);
            if (first != null) {
                batch.add(first);
                waiting.drainTo(batch, LARGEST_BATCH - 1);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts the writer", e);
        }
    }

    private void write(List<SqliteWrite<?>> batch) {
        List<SqliteWrite<?>> mine = batch.stream().filter(SqliteWrite::take).toList();
        try {
            SqliteTransaction transaction = connect();
            transaction.begin();
            countForeignWrites(transaction);
            for (SqliteWrite<?> write : mine) {
                run(write, transaction);
            }
            transaction.commit();
        } catch (Throwable e) { // Whatever it is, this thread goes on.
            LOG.warn("batch=lost writes={} reason={}", mine.size(), e.getMessage());
            disconnect();
            mine.forEach(write -> write.lost(new Unavailable(e)));
            return;
        }
        commits.incrementAndGet();
        writes.addAndGet(mine.size());
        mine.forEach(SqliteWrite::acknowledge);
    }

    private static void run(SqliteWrite<?> write, SqliteTransaction transaction) throws SQLException {
        transaction.savepoint();
        try {
            write.run(transaction.handle());
            transaction.keep();
        } catch (Throwable e) { // Whatever it is, it belongs to the caller of this write.
            write.failed(e);
            transaction.undo(e);
        }
    }

    private SqliteTransaction connect() throws SQLException {
        if (connection == null) {
            connection = new SqliteTransaction(jdbi);
            dataVersion = connection.dataVersion();
        }
        return connection;
    }

    private void disconnect() {
        if (connection != null) {
            connection.close();
            connection = null;
            // What happens until the next connection is open cannot be told from our own writes.
            foreignWrites.incrementAndGet();
        }
    }

    private void lookOut() {
        try {
            countForeignWrites(connect());
        } catch (SQLException | RuntimeException e) {
            LOG.debug("lookout=failed reason={}", e.getMessage());
            disconnect();
        }
    }

    private void countForeignWrites(SqliteTransaction transaction) throws SQLException {
        int now = transaction.dataVersion();
        if (now != dataVersion) {
            dataVersion = now;
            foreignWrites.incrementAndGet();
        }
    }
}
