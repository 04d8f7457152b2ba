package bobbin.http;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.base.Setting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests at the edge of the protocol: whoever can still be answered is answered (06 §3 rule 4). */
class OddRequestsTest {
    private final Server server =
            Server.start(HttpSettings.from(Setting::standard).onPorts(0, 0), this::echo, this::echo);

    @AfterEach
    void stop() {
        server.close();
    }

    private Response echo(Request request) {
        try {
            return Response.text(200, request.path() + " " + request.bodyText());
        } catch (Malformed e) {
            return Response.text(400, e.kind() + " " + e.getMessage());
        }
    }

    @Test
    void passesOverAnEmptyLineInFrontOfARequest() {
        try (var wire = new Wire(server.port())) {
            wire.send("\nPOST /a HTTP/1.1\nHost: x\nContent-Length: 2\n\nhi\nGET /b HTTP/1.1\nHost: x\n\n");

            assertThat(wire.answer().text()).isEqualTo("/a hi");
            assertThat(wire.answer().text()).isEqualTo("/b ");
        }
    }

    @Test
    void takesNoTargetForNone() {
        for (String line :
                new String[] {"GET  HTTP/1.1", "GET ?a=b HTTP/1.1", "GET  /x HTTP/1.1", "GET /x  HTTP/1.1"}) {
            try (var wire = new Wire(server.port())) {
                wire.send("GET /before HTTP/1.1\nHost: x\n\n" + line + "\nHost: x\n\n");

                assertThat(wire.answer().status()).isEqualTo(200);
                var answer = wire.answer();
                assertThat(answer.status()).as(line).isEqualTo(400);
                assertThat(answer.text()).startsWith("{\"error\":{\"message\":\"The request cannot be read\"");
            }
        }
    }

    @Test
    void answersWhoStopsInTheMiddleOfABodyButStillListens() {
        for (String head : new String[] {"Content-Length: 100\n\nabc", "Transfer-Encoding: chunked\n\n5\nab"}) {
            try (var wire = new Wire(server.port())) {
                wire.send("POST /a HTTP/1.1\nHost: x\n" + head).end();

                assertThat(wire.answer().text()).isEqualTo("BODY The body is not as its head announces it.");
                assertThat(wire.isClosed()).isTrue();
            }
        }
    }
}
