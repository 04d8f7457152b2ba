package bobbin.http;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.base.Setting;
import bobbin.http.HttpSettings.Limits;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers that are written as they come. */
class LiveBodyTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final int PIECE = 64 << 10;

    private final AtomicLong taken = new AtomicLong();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Server server = Server.start(
            HttpSettings.from(Setting::standard)
                    .onPorts(0, 0)
                    .within(new Limits(4096, 4096, 100, LONG, LONG, Duration.ofMillis(300), LONG)),
            _ -> Response.live(200, "text/plain", this::talk),
            _ -> Response.noContent());

    @AfterEach
    void stop() {
        server.close();
    }

    /** What waits for the reader is what the two systems have room for: 4 MiB here, and never what is still to come. */
    @Test
    void endsWithAReaderWhoTakesNothing() throws Exception {
        try (var wire = new Wire(server.port())) {
            wire.send("GET / HTTP/1.1\nHost: x\n\n");

            assertThat(over.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(taken.get()).isLessThan(64 << 20);
        }
    }

    private void talk(Response.Wire wire) throws IOException {
        try {
            while (true) {
                wire.write(new byte[PIECE]);
                taken.addAndGet(PIECE);
            }
        } finally {
            over.countDown();
        }
    }
}
