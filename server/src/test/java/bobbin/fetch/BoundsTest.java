package bobbin.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bobbin.base.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How much a fetch may cost us. */
class BoundsTest {
    private static final Bounds BOUNDS = new Bounds(1000, Duration.ofSeconds(10));

    private final Fetcher fetcher = new Fetcher(
            new FetchSettings(true, Texts.NONE, Texts.NONE, "Tester/1", Duration.ofSeconds(2), false),
            _ -> List.of(InetAddress.ofLiteral("127.0.0.1")));

    @AfterEach
    void close() {
        fetcher.close();
    }

    private static URI at(Origin origin) {
        return URI.create("http://good.test:" + origin.port());
    }

    private FetchFailed failure(Origin origin, Bounds bounds) {
        return catchThrowableOfType(FetchFailed.class, () -> fetcher.get(at(origin), bounds));
    }

    @Test
    void readsNoMoreThanTheBound() {
        try (var announced = new Origin(Origin.saying("200 OK", "a".repeat(1001)));
                var endless = new Origin((_, out) -> {
                    out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(UTF_8));
                    while (true) {
                        out.write(new byte[100]);
                    }
                });
                var exact = new Origin(Origin.saying("200 OK", "a".repeat(1000)))) {
            assertThat(failure(announced, BOUNDS).verdict()).isEqualTo(Verdict.TOO_LARGE);
            assertThat(failure(endless, BOUNDS).verdict()).isEqualTo(Verdict.TOO_LARGE);
            assertThat(fetcher.get(at(exact), BOUNDS).body()).hasSize(1000);
        }
    }

    @Test
    void waitsNoLongerThanTheBound() {
        var over = new CountDownLatch(1);
        Origin.Script silent = (_, _) -> await(over);
        Origin.Script stuckInHead = (_, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-".getBytes(UTF_8));
            await(over);
        };
        Origin.Script stuckInBody = (_, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc".getBytes(UTF_8));
            await(over);
        };
        for (Origin.Script script : List.of(silent, stuckInHead, stuckInBody)) {
            try (var origin = new Origin(script)) {
                FetchFailed failed = failure(origin, new Bounds(1000, Duration.ofMillis(200)));

                assertThat(failed.verdict()).isEqualTo(Verdict.TOO_LATE);
                assertThat(failed.hops().getFirst().time()).isLessThan(Duration.ofSeconds(5));
            }
        }
        over.countDown();
    }

    @Test
    void readsNoEndlessHead() {
        try (var many = new Origin((_, out) -> {
                    out.write("HTTP/1.1 200 OK\r\n".getBytes(UTF_8));
                    while (true) {
                        out.write("X-A: b\r\n".getBytes(UTF_8));
                    }
                });
                var longLine = new Origin((_, out) -> {
                    out.write("HTTP/1.1 200 OK\r\nX-A: ".getBytes(UTF_8));
                    while (true) {
                        out.write(new byte[] {'b', 'b', 'b', 'b'});
                    }
                });
                var broken = new Origin((_, out) -> out.write("nonsense\r\n\r\n".getBytes(UTF_8)))) {
            assertThat(failure(many, BOUNDS).verdict()).isEqualTo(Verdict.BROKEN);
            assertThat(failure(longLine, BOUNDS).verdict()).isEqualTo(Verdict.BROKEN);
            assertThat(failure(broken, BOUNDS).verdict()).isEqualTo(Verdict.BROKEN);
        }
    }

    @Test
    void noticesABodyThatEndsEarly() {
        try (var liar = new Origin(
                (_, out) -> out.write("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\nabc".getBytes(UTF_8)))) {
            FetchFailed failed = failure(liar, BOUNDS);

            assertThat(failed.verdict()).isEqualTo(Verdict.BROKEN);
            assertThat(failed.hops().getLast().bytes()).isEqualTo(3);
        }
    }

    @Test
    void tellsItsOwnFaultsFromThoseOfOthers() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        try (var origin = new Origin(Origin.saying("200 OK", "abc"))) {
            assertThatThrownBy(() -> fetcher.download(at(origin), BOUNDS, full))
                    .isInstanceOf(UncheckedIOException.class);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
