package bobbin.media;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * The way by which videos come in: as many pieces at a time as there are processors, and a rest after each. Videos that come as fast as they
 * can be sent, many at once, so take an eighth of the machine, and less if others need it; whoever waits for an answer does not wait for
 * them.
 */
final class Lane {
    /** How long it rests after a piece, in times of what the piece took. */
    private static final int REST = 7;

    private final Semaphore free = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    /** What is written here gets there, in time. A piece is what is written at once. */
    OutputStream into(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                pass(out, bytes, from, length);
            }
        };
    }

    private void pass(OutputStream out, byte[] bytes, int from, int length) throws IOException {
        free.acquireUninterruptibly();
        try {
            long begun = System.nanoTime();
            out.write(bytes, from, length);
            Thread.sleep(Duration.ofNanos(REST * (System.nanoTime() - begun)));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // the next piece will not be kept
        } finally {
            free.release();
        }
    }
}
