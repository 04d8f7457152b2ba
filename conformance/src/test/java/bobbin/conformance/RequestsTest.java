package bobbin.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Requests as they come over the wire, good and broken. */
class RequestsTest {
    private final Dev dev = Dev.server();
    private final Api ann = dev.as("ann");
    private final String me = dev.user("ann").id();

    @Test
    @Spec({"00 decision 11", "17 §2"})
    void readsRawTargets() {
        for (String target : List.of(
                "/me?fields=id,username&x={a|b}^c&access_token=" + ann.token(),
                "/v1.0/me?fields=username&note=caf\u00e9&access_token=" + ann.token(),
                "/me?fields=username%2Cname&blank=a+b%20c&access_token=" + ann.token())) {
            String answer = RawHttp.send(
                    dev.graph(), "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assertThat(answer).startsWith("HTTP/1.1 200").contains("\"username\":\"ann\"");
        }
    }

    @Test
    @Spec({"06 §3", "17 §2"})
    void answersBrokenRequestsInTheEnvelope() {
        for (String request : List.of(
                "GET /me?access_token=%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /" + "x".repeat(200_000) + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "NONSENSE\r\n\r\n",
                "GET /me HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(200_000) + "\r\nConnection: close\r\n\r\n")) {
            String answer = RawHttp.send(dev.graph(), request);
            assertThat(answer)
                    .startsWith("HTTP/1.1 4")
                    .contains("{\"error\":{\"message\":")
                    .doesNotContain("<html", "\tat ");
        }
    }

    @Test
    @Spec({"01 §4", "06 §3", "17 §2"})
    void answersWhatCannotBeReadInTheEnvelope() {
        HttpRequest.Builder json = ann.request("/me/threads?access_token=" + ann.token())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"text\":"));
        Answer unreadable = ann.send(json);
        assertThat(unreadable.status()).isEqualTo(400);
        assertThat(unreadable.text()).startsWith("{\"error\":{\"message\":");
        assertThat(unreadable.at("/error/code").asInt()).isEqualTo(100);

        Answer huge = ann.send(ann.request("/me/threads?access_token=" + ann.token())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("text=" + "x".repeat(2 << 20))));
        assertThat(huge.status()).isEqualTo(400);
        assertThat(huge.text()).startsWith("{\"error\":{\"message\":");
    }

    @Test
    @Spec("17 §2")
    void waitsForTheBodyOfAClientThatAsksFirst() {
        String body = Api.form("access_token", ann.token(), "method", "get");
        String answer = RawHttp.send(
                dev.graph(),
                "POST /me HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nUpgrade: h2c\r\n"
                        + "Connection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                        + body.length() + "\r\n\r\n" + body);

        assertThat(answer).contains("HTTP/1.1 200").contains("\"id\":\"" + me + "\"");
    }
}
