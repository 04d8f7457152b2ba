package bobbin;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** A command in this process that goes on until it is told to stop, as a server does. */
final class Started implements AutoCloseable {
    private final Stop stop = new Stop();
    private final StringWriter err = new StringWriter();
    private final Screen out;
    private final CompletableFuture<Integer> end;

    private Started(String ready, Path folder, String... arguments) {
        out = new Screen(ready);
        Surroundings world = new Surroundings(
                Map.of(), folder, new PrintWriter(out), new PrintWriter(err), InstantSource.system(), stop);
        end = CompletableFuture.supplyAsync(() -> run(world, arguments), Thread::startVirtualThread);
    }

    /**
     * Starts it in a folder, and waits until it has printed that it is ready.
     *
     * @param ready words of that
     */
    static Started command(String ready, Path folder, String... arguments) {
        Started started = new Started(ready, folder, arguments);
        try {
            started.out.seen.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (!started.screen().contains(ready)) {
            throw new IllegalStateException("It ended with " + started.end.join() + ": " + started.err);
        }
        return started;
    }

    private int run(Surroundings world, String... arguments) {
        try {
            return Commands.run(world, arguments);
        } finally {
            out.seen.countDown();
        }
    }

    /** What it has printed. */
    String screen() {
        return out.toString();
    }

    /** Stops it in order, and answers with its exit code. */
    int stop() {
        stop.wish();
        return end.join();
    }

    @Override
    public void close() {
        stop();
    }

    /** Keeps what is printed, and tells when a certain text was. */
    private static final class Screen extends StringWriter {
        private final String awaited;
        private final CountDownLatch seen = new CountDownLatch(1);

        Screen(String awaited) {
            this.awaited = awaited;
        }

        @Override
        public void flush() {
            if (toString().contains(awaited)) {
                seen.countDown();
            }
        }
    }
}
