package bobbin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import bobbin.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Listening to what happens, and the page of an app's webhooks, on a whole server (docs/reference/stream.md, 12 §12.9). */
@Timeout(120)
class StreamTest {
    @TempDir
    Path folder;

    /** An event as it came. */
    private record Event(String id, String field, String data) {}

    /** A reader of a stream. */
    private record Reader(HttpResponse<InputStream> response, BufferedReader lines) implements AutoCloseable {
        /** The next event; empty texts when the stream has ended. */
        Event next() throws IOException {
            String id = "";
            String field = "";
            String data = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    field = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data = line.substring(6);
                } else if (line.isEmpty() && !data.isEmpty()) {
                    return new Event(id, field, data);
                }
            }
            return new Event("", "", "");
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }

    @Test
    void tellsWhatHappensAndGoesOnWhereItWas() throws Exception {
        try (DevServer server = DevServer.start(folder)) {
            Event first;
            try (Reader reader = listen(server, appToken(server), "")) {
                assertThat(reader.response()
                                .headers()
                                .firstValue("Content-Type")
                                .orElseThrow())
                        .startsWith("text/event-stream");
                publish(server, "One");
                first = reader.next();
                assertThat(first.field()).isEqualTo("publish");
                assertThat(Json.parse(first.data()).text("app_id")).contains(server.app("id"));
            }
            publish(server, "Two");
            try (Reader reader = listen(server, server.token("ann"), first.id())) {
                Event second = reader.next();
                assertThat(second.id()).isNotEqualTo(first.id());
                assertThat(second.data()).isNotEqualTo(first.data());
            }
        }
    }

    @Test
    void endsWithTheToken() throws Exception {
        try (DevServer server = DevServer.start(folder);
                Reader reader = listen(server, server.token("ann"), "")) {
            assertThat(CommandRun.in(folder, "token", "revoke", server.token("ann"), "--data", ".bobbin")
                            .code())
                    .isEqualTo(Exit.DONE);
            long began = System.nanoTime();

            assertThat(reader.next()).isEqualTo(new Event("", "", ""));
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void endsWithTheServer() throws Exception {
        try (DevServer server = DevServer.start(folder);
                Reader reader = listen(server, appToken(server), "")) {
            assertThat(server.stop()).isEqualTo(Exit.DONE);
            assertThat(reader.next()).isEqualTo(new Event("", "", ""));
        }
    }

    @Test
    void wantsATokenAndHasBounds() {
        try (DevServer server = DevServer.start(folder, "--webhooks-streams", "0")) {
            assertThat(server.get(server.note("graph_url") + "/_bobbin/stream").body())
                    .contains("\"code\":104");
            assertThat(server.graph("/_bobbin/stream", "access_token", server.token("ann"))
                            .status())
                    .isEqualTo(503);
        }
    }

    @Test
    void showsTheWebhooksOfAnApp() {
        try (DevServer server = DevServer.start(folder);
                Hook hook = new Hook();
                Browser browser = new Browser(server.note("web_url"))) {
            String page = "/developers/apps/" + server.app("id") + "/webhooks";
            browser.submit(
                    browser.get("/login"),
                    "/login",
                    Map.of("username", "dan", "password", server.user("dan", "password")));
            Browser.Sight wrong = browser.submit(
                    browser.get(page), page, Map.of("callback_url", hook.address(), "verify_token", "wrong"));
            assertThat(wrong.text(".notice.problem")).contains("403");
            Browser.Sight saved = browser.submit(
                    browser.get(page), page, Map.of("callback_url", hook.address(), "verify_token", Hook.TOKEN));
            assertThat(saved.page().text()).contains("active").doesNotContain(Hook.TOKEN);
            Browser.Sight on = browser.submit(saved, page + "/on", Map.of("field", "REPLIES"));
            browser.submit(on, page + "/test", Map.of("field", "REPLIES"));
            assertThat(hook.next().field()).isEqualTo("replies");

            assertThat(CommandRun.in(folder, "webhook", "trigger", server.app("id"), "delete", "--data", ".bobbin")
                            .code())
                    .isEqualTo(Exit.DONE);
            assertThat(hook.next().field()).isEqualTo("delete");
            assertThat(CommandRun.in(folder, "webhook", "list", server.app("id"), "--data", ".bobbin")
                            .out())
                    .contains("replies", "active", hook.address());
            assertThat(CommandRun.in(folder, "webhook", "log", server.app("id"), "--data", ".bobbin")
                            .out())
                    .contains("delete", "replies");
        }
    }

    private static String appToken(DevServer server) {
        return "TH|" + server.app("id") + "|" + server.app("secret");
    }

    private static void publish(DevServer server, String text) {
        assertThat(server.post(
                                "/me/threads",
                                "media_type",
                                "TEXT",
                                "text",
                                text,
                                "auto_publish_text",
                                "true",
                                "access_token",
                                server.token("ann"))
                        .status())
                .isEqualTo(200);
    }

    /** Begins to listen, and waits for the first line, by which the server listens, too. */
    private static Reader listen(DevServer server, String token, String position) throws Exception {
        var request = HttpRequest.newBuilder(
                URI.create(server.note("graph_url") + "/_bobbin/stream?" + DevServer.form("access_token", token)));
        if (!position.isEmpty()) {
            request.header("Last-Event-ID", position);
        }
        HttpResponse<InputStream> response =
                server.client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        BufferedReader lines = new BufferedReader(new InputStreamReader(response.body(), UTF_8));
        assertThat(lines.readLine()).isEqualTo("retry: 2000");
        return new Reader(response, lines);
    }
}
