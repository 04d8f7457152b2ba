package bobbin.sql;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** A write that waits for the writer: either the writer takes it, or its caller takes it back, whoever is first. */
final class SqliteWrite<T extends @Nullable Object> {
    private final Session<T> session;
    private final AtomicBoolean taken = new AtomicBoolean();
    private final CompletableFuture<T> outcome = new CompletableFuture<>();
    private Runnable acknowledgement = () -> {};

    SqliteWrite(Session<T> session) {
        this.session = session;
    }

    /** True for the first who asks. */
    boolean take() {
        return taken.compareAndSet(false, true);
    }

    void run(Handle handle) {
        T answer = session.with(handle);
        acknowledgement = () -> outcome.complete(answer);
    }

    /** This write went back to its savepoint. */
    void failed(Throwable reason) {
        acknowledgement = () -> outcome.completeExceptionally(reason);
    }

    /** The batch is committed. */
    void acknowledge() {
        acknowledgement.run();
    }

    /** The batch is not committed. */
    void lost(Throwable reason) {
        outcome.completeExceptionally(reason);
    }

    /** Waits for the outcome; takes the write back if its turn does not come within this time or the thread is interrupted. */
    T await(Duration patience) {
        try {
            return outcome.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            return takeBack("Too many writes are waiting");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return takeBack("Interrupted while waiting to write");
        } catch (ExecutionException e) {
            throw Failures.rethrown(e.getCause());
        }
    }

    private T takeBack(String reason) {
        if (take()) {
            throw new Unavailable(reason);
        }
        // It runs already. What it does can no longer be denied.
        try {
            return outcome.join();
        } catch (CompletionException e) {
            throw Failures.rethrown(e.getCause());
        }
    }
}
