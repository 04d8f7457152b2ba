package bobbin.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import bobbin.base.Setting;
import bobbin.http.HttpSettings.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bodies that a handler reads piece by piece. */
class StreamedBodyTest {
    private static final long LARGEST = 64 << 20;
    private static final String END = "\r\n--b--\r\n";
    private static final String FORM = "Content-Type: multipart/form-data; boundary=b\n";
    private static final Duration LONG = Duration.ofSeconds(30);

    private Server server = started(LONG);

    private static Server started(Duration request) {
        var limits = new Limits(4096, 4096, 100, LONG, request, LONG, LONG);
        var settings = HttpSettings.from(Setting::standard).onPorts(0, 0).within(limits);
        return Server.start(settings, new Taker(), _ -> Response.noContent());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** Counts the bytes of a file, unless told to look at nothing. */
    private static final class Taker implements Handler {
        @Override
        public long streams(Request head) {
            return head.path().equals("/whole") ? 0 : LARGEST;
        }

        @Override
        public Response answer(Request request) {
            if (request.path().equals("/refused")) {
                return Response.text(403, "no");
            }
            try (InputStream file = request.open("file").orElse(InputStream.nullInputStream())) {
                byte[] buffer = new byte[8192];
                long bytes = 0;
                for (int read = file.read(buffer); read >= 0; read = file.read(buffer)) {
                    bytes += read;
                }
                return Response.text(
                        200, bytes + " of " + request.form().get("a").orElse("nothing"));
            } catch (Malformed e) {
                return Response.text(400, e.kind().name());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static String part(String head, String content) {
        return "--b\nContent-Disposition: form-data; " + head + "\n\n" + content;
    }

    private static String begin(String path, long file) {
        String start = part("name=a", "first\n") + part("name=file; filename=x", "");
        long length = start.replace("\n", "\r\n").length() + file + END.length();
        String head = "POST " + path + " HTTP/1.1\nHost: x\n" + FORM + "Content-Length: " + length;
        return head + "\n\n" + start;
    }

    private static Wire send(Wire wire, long bytes) {
        byte[] piece = new byte[1 << 16];
        for (long left = bytes; left > 0; left -= piece.length) {
            wire.send(left < piece.length ? new byte[(int) left] : piece);
        }
        return wire;
    }

    @Test
    void takesWhatDoesNotFitIntoMemory() {
        try (var wire = new Wire(server.port())) {
            for (long bytes : new long[] {20 << 20, 0, 1}) {
                wire.send(begin("/take", bytes));
                send(wire, bytes).send(END.getBytes(ISO_8859_1));

                assertThat(wire.answer().text()).isEqualTo(bytes + " of nothing");
            }
            wire.send("GET /whole HTTP/1.1\nHost: x\n\n");
            assertThat(wire.answer().text()).isEqualTo("0 of nothing");
        }
    }

    @Test
    void takesChunks() {
        String start = part("name=file; filename=x", "abc").replace("\n", "\r\n");
        try (var wire = new Wire(server.port())) {
            wire.send("POST /take HTTP/1.1\nHost: x\n" + FORM + "Transfer-Encoding: chunked\n\n");
            for (String chunk : new String[] {start, END, ""}) {
                wire.send((Integer.toHexString(chunk.length()) + "\r\n" + chunk + "\r\n").getBytes(ISO_8859_1));
            }

            assertThat(wire.answer().text()).isEqualTo("3 of nothing");
        }
    }

    @Test
    void readsNoMoreThanItTakes() {
        try (var wire = new Wire(server.port())) {
            wire.send(begin("/take", LARGEST + 1));
            send(wire, LARGEST + 1);

            assertThat(wire.answer().text()).isEqualTo("BODY_TOO_LARGE");
            assertThat(wire.isClosed()).isTrue();
        }
    }

    @Test
    void answersBeforeTheEndAndCloses() {
        try (var wire = new Wire(server.port())) {
            wire.send(begin("/refused", 10 << 20));
            send(wire, 1 << 20);

            assertThat(wire.answer().text()).isEqualTo("no");
            wire.end();
            assertThat(wire.isClosed()).isTrue();
        }
    }

    @Test
    void noticesABodyThatEndsEarly() {
        try (var wire = new Wire(server.port())) {
            wire.send(begin("/take", 1000));
            send(wire, 10).end();

            assertThat(wire.answer().text()).isIn("BODY", "MULTIPART");
        }
    }

    @Test
    void waitsNoLongerThanTheBoundForEachPiece() {
        stop();
        server = started(Duration.ofMillis(400));
        try (var wire = new Wire(server.port())) {
            wire.send(begin("/take", 10 << 20));
            send(wire, 3 << 20);

            assertThat(wire.isClosed()).isTrue();
        }
    }
}
