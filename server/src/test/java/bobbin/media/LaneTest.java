package bobbin.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LaneTest {
    private static final int WRITERS = 3 * Runtime.getRuntime().availableProcessors();

    private final Lane lane = new Lane();
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @Test
    void letsEverythingThroughInOrder() throws Exception {
        byte[] sent = new byte[300_000];
        new Random(1).nextBytes(sent);
        List<Callable<byte[]>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            writers.add(() -> received(sent));
        }

        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            for (Future<byte[]> received : threads.invokeAll(writers)) {
                assertThat(received.get()).isEqualTo(sent);
            }
        }
        assertThat(most).hasValueBetween(1, Runtime.getRuntime().availableProcessors());
    }

    @Test
    void passesOnThatThereIsNoRoom() throws IOException {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };

        for (int i = 0; i < WRITERS; i++) {
            assertThatThrownBy(() -> lane.into(full).write(new byte[10], 0, 10))
                    .isInstanceOf(IOException.class)
                    .hasMessage("No space left on device");
        }
    }

    private byte[] received(byte[] sent) throws IOException {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        try (OutputStream way = lane.into(counting(received))) {
            for (int from = 0; from < sent.length; from += 1 << 16) {
                way.write(sent, from, Math.min(1 << 16, sent.length - from));
            }
        }
        return received.toByteArray();
    }

    private OutputStream counting(OutputStream out) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                out.write(bytes, from, length);
                inside.decrementAndGet();
            }
        };
    }
}
