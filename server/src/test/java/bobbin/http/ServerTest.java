package bobbin.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bobbin.base.Setting;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class ServerTest {
    private static final HttpSettings SETTINGS =
            HttpSettings.from(Setting::standard).onPorts(0, 0);

    /** Says what arrived. */
    private final Server server =
            Server.start(SETTINGS, ServerTest::echo, request -> Response.text(200, "management " + request.path()));

    @AfterEach
    void stop() {
        server.close();
    }

    private static Response echo(Request request) {
        String said = "%s %s?%s [%s] %s"
                .formatted(request.method(), request.path(), request.rawQuery(), request.bodyText(), request.host());
        return switch (request.path()) {
            case "/fails" -> throw new IllegalStateException("secret");
            case "/overflows" -> throw new StackOverflowError("secret");
            case "/form" -> Response.text(200, request.form().toString());
            case "/long" -> Response.text(200, "long ".repeat(1000));
            case "/file" -> Response.stream(200, "video/mp4", 6, out -> out.write("stream".getBytes(UTF_8)));
            case "/short" ->
                Response.stream(200, "video/mp4", 60, _ -> {
                    throw new IOException("the disk is gone");
                });
            case "/cookies" -> Response.noContent().and("Set-Cookie", "a=1").and("Set-Cookie", "b=2");
            case "/trace" -> Response.text(200, request.id() + " " + MDC.get("trace"));
            default -> Response.text(200, said);
        };
    }

    private String ask(String request) {
        try (var wire = new Wire(server.port())) {
            return wire.send(request).answer().text();
        }
    }

    @Test
    void keepsTheConnectionForTheNextRequest() {
        try (var wire = new Wire(server.port())) {
            assertThat(wire.send("GET /a HTTP/1.1\nHost: x\n\n").answer().text())
                    .isEqualTo("GET /a? [] x");
            assertThat(wire.send("GET /b HTTP/1.1\nHost: x\n\n").answer().text())
                    .isEqualTo("GET /b? [] x");
        }
    }

    @Test
    void answersRequestsThatCameAllAtOnceInTheirOrder() {
        try (var wire = new Wire(server.port())) {
            wire.send("POST /a HTTP/1.1\nHost: x\nContent-Length: 3\n\none"
                    + "GET /ü HTTP/1.1\nHost: x\n\n"
                    + "POST /c HTTP/1.1\nHost: x\nTransfer-Encoding: chunked\n\n2\ntw\n1\no\n0\n\n"
                    + "GET /d?e HTTP/1.1\nHost: x\n\n");
            assertThat(wire.answer().text()).isEqualTo("POST /a? [one] x");
            assertThat(wire.answer().text()).isEqualTo("GET /%C3%BC? [] x");
            assertThat(wire.answer().text()).isEqualTo("POST /c? [two] x");
            assertThat(wire.answer().text()).isEqualTo("GET /d?e [] x");
        }
    }

    @Test
    void takesRawSignsInTheTarget() {
        assertThat(ask("GET /me?fields=children{id}|^\"<>`\\&q=Grüße,%7B%zz HTTP/1.1\nHost: x\n\n"))
                .isEqualTo("GET /me?fields=children{id}|^\"<>`\\&q=Gr%C3%BC%C3%9Fe,%7B%zz [] x");
    }

    @Test
    void readsTheBodyOfAGet() {
        assertThat(ask("GET /search HTTP/1.1\nHost: x\nContent-Length: 3\n\nq=a"))
                .isEqualTo("GET /search? [q=a] x");
    }

    @Test
    void takesAWholeAddressAsTarget() {
        assertThat(ask("GET http://y/a?b#c HTTP/1.1\nHost: x\n\n")).isEqualTo("GET /a?b [] x");
    }

    @Test
    void answersHeadLikeGetWithoutBody() {
        try (var wire = new Wire(server.port())) {
            var head = wire.send("HEAD /a HTTP/1.1\nHost: x\n\n").answer(false);
            assertThat(head.status()).isEqualTo(200);
            assertThat(head.header("Content-Length")).isEqualTo(String.valueOf("GET /a? [] x".length()));
            var stream = wire.send("HEAD /file HTTP/1.1\nHost: x\n\n").answer(false);
            assertThat(stream.header("Content-Length")).isEqualTo("6");
            assertThat(wire.send("GET /b HTTP/1.1\nHost: x\n\n").answer().text())
                    .isEqualTo("GET /b? [] x");
        }
    }

    @Test
    void waitsForTheBodyOfWhoWantsToBeToldToSendIt() {
        try (var wire = new Wire(server.port())) {
            wire.send("POST /a HTTP/1.1\nHost: x\nExpect: 100-continue\nContent-Length: 3\n\n");
            assertThat(wire.answer().status()).isEqualTo(100);
            assertThat(wire.send("one").answer().text()).isEqualTo("POST /a? [one] x");
            assertThat(wire.send("GET /b HTTP/1.1\nHost: x\n\n").answer().text())
                    .isEqualTo("GET /b? [] x");
        }
    }

    @Test
    void closesWhereTheClientAsksForIt() {
        for (String close : new String[] {"close", "Close", "keep-alive, close"}) {
            try (var wire = new Wire(server.port())) {
                var answer = wire.send("GET /a HTTP/1.1\nHost: x\nConnection: " + close + "\n\n")
                        .answer();
                assertThat(answer.header("Connection")).isEqualTo("close");
                assertThat(wire.isClosed()).isTrue();
            }
        }
    }

    @Test
    void speaksTheOldProtocolOfProxies() {
        try (var wire = new Wire(server.port())) {
            var answer = wire.send("GET /a HTTP/1.0\n\n").answer();
            assertThat(answer.text()).isEqualTo("GET /a? [] localhost:" + server.port());
            assertThat(wire.isClosed()).isTrue();
        }
    }

    @Test
    void ignoresAnOfferToChangeTheProtocol() {
        assertThat(ask("""
                        GET /a HTTP/1.1
                        Host: x
                        Connection: Upgrade, HTTP2-Settings
                        Upgrade: h2c
                        HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA

                        """)).isEqualTo("GET /a? [] x");
    }

    @Test
    void packsLongTextsForWhoAsksForIt() throws IOException {
        try (var wire = new Wire(server.port())) {
            var packed = wire.send("GET /long HTTP/1.1\nHost: x\nAccept-Encoding: br, GZIP;q=0.5\n\n")
                    .answer();
            assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
            assertThat(packed.header("Vary")).isEqualTo("Accept-Encoding");
            assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
                    .hasSize(5000);

            var plain = wire.send("GET /long HTTP/1.1\nHost: x\nAccept-Encoding: gzip;q=0\n\n")
                    .answer();
            assertThat(plain.header("Content-Encoding")).isEmpty();
            assertThat(plain.header("Vary")).isEqualTo("Accept-Encoding");
            assertThat(plain.body()).hasSize(5000);

            var little = wire.send("GET /a HTTP/1.1\nHost: x\nAccept-Encoding: gzip\n\n")
                    .answer();
            assertThat(little.header("Content-Encoding")).isEmpty();
        }
    }

    @Test
    void streamsWhatIsTooLargeForMemory() {
        assertThat(ask("GET /file HTTP/1.1\nHost: x\n\n")).isEqualTo("stream");
    }

    @Test
    void closesWhereAStreamEndsEarly() {
        try (var wire = new Wire(server.port())) {
            wire.send("GET /short HTTP/1.1\nHost: x\n\n");
            assertThat(wire.isClosed()).isTrue();
        }
    }

    @Test
    void sendsEveryCookieInItsOwnLine() {
        try (var wire = new Wire(server.port())) {
            var answer = wire.send("GET /cookies HTTP/1.1\nHost: x\n\n").answer();
            assertThat(answer.status()).isEqualTo(204);
            assertThat(answer.headers().all("Set-Cookie")).containsExactly("a=1", "b=2");
        }
    }

    @Test
    void tellsTheLogUnderWhichNumberItAnswers() {
        String[] ids = ask("GET /trace HTTP/1.1\nHost: x\n\n").split(" ", -1);

        assertThat(ids[0]).matches("A[A-Za-z0-9_-]{22}").isEqualTo(ids[1]);
    }

    @Test
    void showsNothingOfAFailure() {
        for (String path : new String[] {"/fails", "/overflows"}) {
            try (var wire = new Wire(server.port())) {
                var answer = wire.send("GET " + path + " HTTP/1.1\nHost: x\n\n").answer();
                assertThat(answer.status()).isEqualTo(500);
                assertThat(answer.header("Content-Type")).isEqualTo("application/json; charset=UTF-8");
                assertThat(answer.text()).isEqualTo("""
                                {"error":{"message":"An unexpected error has occurred. Please retry your request later.",\
                                "type":"OAuthException","code":2,"is_transient":true,"fbtrace_id":"%s"}}""".formatted(answer.header("x-fb-trace-id")));
                assertThat(wire.send("GET /a HTTP/1.1\nHost: x\n\n").answer().status())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void refusesWhatAHandlerCouldNotRead() {
        try (var wire = new Wire(server.port())) {
            var answer = wire.send("POST /form HTTP/1.1\nHost: x\nContent-Length: 5\n\na=%zz")
                    .answer();
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text()).startsWith("{\"error\":{\"message\":\"The request cannot be read\"");
        }
    }

    @Test
    void hasAPortOfItsOwnForItsManagement() {
        try (var wire = new Wire(server.managementPort())) {
            assertThat(wire.send("GET /livez HTTP/1.1\nHost: x\n\n").answer().text())
                    .isEqualTo("management /livez");
        }
    }

    @Test
    void saysWhichPortIsTaken() {
        var taken = SETTINGS.onPorts(0, server.port());

        assertThatThrownBy(() -> Server.start(taken, ServerTest::echo, ServerTest::echo))
                .isInstanceOf(PortTaken.class)
                .hasMessage("Port %d of 127.0.0.1 cannot be had: Address already in use", server.port());
    }
}
