package bobbin.http;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.base.Setting;
import bobbin.http.HttpSettings.Limits;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What one caller may take of the server: bytes and time. */
class BoundsTest {
    private static final int BODY = 4096;
    private static final Duration SHORT = Duration.ofMillis(400);
    private static final Duration LONG = Duration.ofSeconds(30);

    private final CountDownLatch ended = new CountDownLatch(1);
    private Server server = started(LONG, LONG, LONG);

    @AfterEach
    void stop() {
        server.close();
    }

    private Server started(Duration idle, Duration request, Duration response) {
        var limits = new Limits(BODY, 2 * BODY, 100, idle, request, response, LONG);
        var settings = HttpSettings.from(Setting::standard).onPorts(0, 0).within(limits);
        return Server.start(settings, this::measure, this::measure);
    }

    private Response measure(Request request) {
        if (request.path().equals("/huge")) {
            return Response.stream(200, "video/mp4", 1L << 40, this::writeWithoutEnd);
        }
        try {
            return Response.text(200, String.valueOf(request.body().length));
        } catch (Malformed e) {
            return Response.text(400, e.kind() + " " + e.getMessage());
        }
    }

    private void writeWithoutEnd(OutputStream out) throws IOException {
        try {
            while (ended.getCount() > 0) {
                out.write(new byte[1 << 20]);
            }
        } finally {
            ended.countDown();
        }
    }

    private void restart(Duration idle, Duration request, Duration response) {
        server.close();
        server = started(idle, request, response);
    }

    @Test
    void takesABodyUpToTheBound() {
        try (var wire = new Wire(server.port())) {
            wire.send("POST /a HTTP/1.1\nHost: x\nContent-Length: 4096\n\n" + "a".repeat(BODY));
            assertThat(wire.answer().text()).isEqualTo("4096");
            assertThat(wire.send("GET /b HTTP/1.1\nHost: x\n\n").answer().text())
                    .isEqualTo("0");
        }
    }

    @Test
    void answersATooLargeBodyAndCloses() {
        try (var wire = new Wire(server.port())) {
            wire.send("POST /a HTTP/1.1\nHost: x\nContent-Length: 4097\n\n" + "a".repeat(BODY + 1));
            var answer = wire.answer();
            assertThat(answer.text()).isEqualTo("BODY_TOO_LARGE The body is larger than 4096 bytes.");
            assertThat(answer.header("Connection")).isEqualTo("close");
        }
    }

    @Test
    void letsTheAnswerArriveAlthoughTheClientSendsAllOfALargeBodyFirst() {
        try (var wire = new Wire(server.port())) {
            wire.send("POST /a HTTP/1.1\nHost: x\nContent-Length: 8388608\n\n").send(new byte[8 << 20]);
            assertThat(wire.answer().text()).startsWith("BODY_TOO_LARGE");
        }
    }

    @Test
    void neverAsksForABodyThatIsTooLarge() {
        try (var wire = new Wire(server.port())) {
            wire.send("POST /a HTTP/1.1\nHost: x\nExpect: 100-continue\nContent-Length: 8388608\n\n");
            assertThat(wire.answer().status()).isEqualTo(400);
        }
    }

    @Test
    void refusesTooMuchInManyPieces() {
        try (var wire = new Wire(server.port())) {
            wire.send("POST /a HTTP/1.1\nHost: x\nTransfer-Encoding: chunked\n\n");
            wire.send(("800\n" + "a".repeat(2048) + "\n").repeat(3) + "0\n\n");
            assertThat(wire.answer().text()).startsWith("BODY_TOO_LARGE");
        }
    }

    @Test
    void refusesAPieceThatWouldFillTheMemory() {
        try (var wire = new Wire(server.port())) {
            wire.send("POST /a HTTP/1.1\nHost: x\nTransfer-Encoding: chunked\n\n7fffffff\nabc");
            assertThat(wire.answer().text()).startsWith("BODY_TOO_LARGE");
        }
    }

    @Test
    void refusesBrokenPieces() {
        try (var wire = new Wire(server.port())) {
            wire.send("POST /a HTTP/1.1\nHost: x\nTransfer-Encoding: chunked\n\nxyz\n");
            assertThat(wire.answer().text()).isEqualTo("BODY The body is not as its head announces it.");
        }
    }

    @Test
    void takesMoreOfAFormWithFiles() {
        try (var wire = new Wire(server.port())) {
            wire.send(
                    "POST /a HTTP/1.1\nHost: x\nContent-Type: multipart/form-data; boundary=b\nContent-Length: 8192\n\n");
            assertThat(wire.send("a".repeat(2 * BODY)).answer().text()).isEqualTo("8192");
        }
    }

    @Test
    void takesALongTargetOnlyWhereATextMayStandInIt() {
        String text = "a".repeat(60_000);
        try (var wire = new Wire(server.port())) {
            wire.send("POST /v1.0/me/threads?text=" + text + " HTTP/1.1\nHost: x\n\n");
            assertThat(wire.answer().status()).isEqualTo(200);
            wire.send("POST /v1.0/me/threads_publish?text=" + text + " HTTP/1.1\nHost: x\n\n");
            assertThat(wire.answer().status()).isEqualTo(400);
        }
    }

    @Test
    void refusesInTheUsualShapeWhatIsNoRequest() {
        for (String broken : new String[] {
            "nonsense\n\n",
            "GET / HTTP/3.7\nHost: x\n\n",
            "GET /a HTTP/1.1\n\n",
            "GET /a HTTP/1.1\nHost: x\nHost: y\n\n",
            "GET /a HTTP/1.1\nHost: x/<script>\n\n",
            "GET /a HTTP/1.1\nHost: x\nno colon\n\n",
            "GET /a HTTP/1.1\nHost: x\nContent-Length : 3\n\nabc",
            "POST /a HTTP/1.1\nHost: x\nContent-Length: -1\n\n",
            "POST /a HTTP/1.1\nHost: x\nContent-Length: 3\nTransfer-Encoding: chunked\n\n",
            "GET /a HTTP/1.1\nHost: x\nLong: " + "a".repeat(40_000) + "\n\n",
            "GET /" + "a".repeat(70_000) + " HTTP/1.1\nHost: x\n\n"
        }) {
            try (var wire = new Wire(server.port())) {
                var answer = wire.send(broken).answer();
                assertThat(answer.status()).as(broken).isEqualTo(400);
                assertThat(answer.header("Content-Type")).isEqualTo("application/json; charset=UTF-8");
                assertThat(answer.header("Connection")).isEqualTo("close");
                assertThat(answer.text())
                        .startsWith(
                                "{\"error\":{\"message\":\"The request cannot be read\",\"type\":\"THApiException\",\"code\":100,")
                        .contains(answer.header("x-fb-trace-id"));
            }
        }
    }

    @Test
    void acceptsSignsOutsideAsciiInAHeader() {
        try (var wire = new Wire(server.port())) {
            assertThat(wire.send("GET /a HTTP/1.1\nHost: x\nUser-Agent: Grüße\n\n")
                            .answer()
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void endsAConnectionThatRests() {
        restart(SHORT, LONG, LONG);
        try (var silent = new Wire(server.port());
                var used = new Wire(server.port())) {
            used.send("GET /a HTTP/1.1\nHost: x\n\n").answer();
            assertThat(silent.isClosed()).isTrue();
            assertThat(used.isClosed()).isTrue();
        }
    }

    @Test
    void endsARequestThatDoesNotEnd() {
        restart(LONG, SHORT, LONG);
        for (String unfinished : new String[] {
            "GET /a HT",
            "GET /a HTTP/1.1\nHost: x\nAccept:",
            "POST /a HTTP/1.1\nHost: x\nContent-Length: 10\n\nabc",
            "POST /a HTTP/1.1\nHost: x\nTransfer-Encoding: chunked\n\n5\nab"
        }) {
            try (var wire = new Wire(server.port())) {
                assertThat(wire.send(unfinished).isClosed()).isTrue();
            }
        }
    }

    @Test
    void endsAnAnswerThatNobodyTakes() throws InterruptedException {
        restart(LONG, LONG, SHORT);
        try (var wire = new Wire(server.port())) {
            wire.send("GET /huge HTTP/1.1\nHost: x\n\n");
            assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }
}
