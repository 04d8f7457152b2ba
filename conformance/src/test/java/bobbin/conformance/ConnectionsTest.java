package bobbin.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How connections are used and misused: whoever can be answered gets JSON (17 §2, 06 §3). */
class ConnectionsTest {
    private final Dev dev = Dev.server();
    private final String token = dev.user("ann").token();
    private final String id = dev.user("ann").id();

    @Test
    @Spec("17 §2")
    void answersOneCallAfterTheOtherOnOneConnection() {
        String answers = raw("\r\nPOST /me?method=get&access_token=" + token
                + " HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n5\r\na=b&c\r\n0\r\n\r\n"
                + "\r\nGET /nobody HTTP/1.1\r\nHost: localhost\r\n\r\n"
                + "HEAD /me?access_token=" + token + " HTTP/1.1\r\nHost: localhost\r\n\r\n"
                + "GET /me?access_token=" + token + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answers.split("HTTP/1.1 200", -1)).hasSize(4);
        assertThat(answers.split("HTTP/1.1 400", -1)).hasSize(2);
        assertThat(answers.split("\\{\"id\":\"" + id + "\"}", -1)).hasSize(3);
    }

    @Test
    @Spec("17 §2")
    void answersOldProxiesAndIgnoresUpgrades() {
        assertThat(raw("GET /me?access_token=" + token + " HTTP/1.0\r\n\r\n")).contains(" 200 ", id);
        assertThat(raw("GET http://elsewhere.example/me?access_token=" + token
                        + " HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\n\r\n"))
                .contains(" 200 ", id);
        assertThat(raw("GET /me?access_token=" + token
                        + " HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\n"
                        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"))
                .contains(" 200 ", id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",
                "Content-Length: 5, 5\r\n\r\nabcde",
                "Content-Length: -1\r\n\r\n",
                "Content-Length: x\r\n\r\n",
                "Content-Length: 99999999999999999999\r\n\r\n",
                "Content-Length: 5000000000\r\n\r\n",
                "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\nzz\r\nabc",
                "Transfer-Encoding: chunked\r\n\r\n-5\r\nabcde\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\nabcde\r\n0\r\n\r\n",
                "Content-Length: 3\r\nX : y\r\n\r\nabc",
                "Content-Length: 3\r\nno colon\r\n\r\nabc",
                "Content-Length: 3\r\nX: a\r\n folded\r\n\r\nabc",
                "Host: another.example\r\nContent-Length: 3\r\n\r\nabc"
            })
    @Spec({"06 §3", "17 §2"})
    void answersContradictionsWithAnError(String rest) {
        String answer = raw("POST /me/threads?access_token=" + token
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + rest);

        assertThat(answer)
                .startsWith("HTTP/1.1 400 ")
                .contains("{\"error\":{\"message\":\"", "\"type\":\"THApiException\",\"code\":100");
        assertThat(answer.split("HTTP/1.1 ", -1)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET  HTTP/1.1",
                "GET ?access_token=x HTTP/1.1",
                "GET",
                "GET /me",
                "GET /me HTTP/2.0",
                "GET /me http/1.1",
                "GET /a b HTTP/1.1",
                "\u0001\u0002"
            })
    @Spec({"06 §3", "17 §2"})
    void answersLinesThatAreNone(String line) {
        String answer = raw(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 400 ")
                .contains(
                        "{\"error\":{\"message\":\"The request cannot be read\",\"type\":\"THApiException\",\"code\":100");
    }

    private String raw(String request) {
        return RawHttp.send(dev.graph(), request);
    }
}
