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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Listening to what happens, on a whole server (docs/reference/stream.md). */
@Timeout(120)
class StreamTest {
    /** For its database: the server is one of its own. */
    @RegisterExtension
    final Fixture fixture = new Fixture();

    @TempDir
    Path folder;

    private static final String LAST = "This is the last one.";
    private static final Event NONE = new Event("", "", "");

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
            return NONE;
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }

    @Test
    void tellsWhatHappensAndGoesOnWhereItWas() throws Exception {
        try (DevServer server = start()) {
            Event first;
            try (Reader reader = listen(server, appToken(server), "")) {
                assertThat(reader.response()
                                .headers()
                                .firstValue("Content-Type")
                                .orElseThrow())
                        .startsWith("text/event-stream");
                publish(server, "ann", "One");
                first = reader.next();
                assertThat(first.field()).isEqualTo("publish");
                assertThat(Json.parse(first.data()).text("app_id")).contains(server.app("id"));
            }
            publish(server, "ann", "Two");
            try (Reader reader = listen(server, server.token("ann"), first.id())) {
                Event second = reader.next();
                assertThat(second.id()).isNotEqualTo(first.id());
                assertThat(second.data()).isNotEqualTo(first.data());
            }
        }
    }

    /** Within a second, if the machine has time for it. */
    @Test
    void endsWithTheToken() throws Exception {
        try (DevServer server = start();
                Reader ended = listen(server, server.token("ann"), "");
                Reader other = listen(server, server.token("bob"), "")) {
            String[] words = {"token", "revoke", server.token("ann"), "--data", ".bobbin"};
            assertThat(CommandRun.in(folder, with(words)).code()).isEqualTo(Exit.DONE);
            long began = System.nanoTime();

            assertThat(ended.next()).isEqualTo(NONE);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
            publish(server, "bob", "Still here");
            assertThat(other.next().field()).isEqualTo("publish");
        }
    }

    @Test
    void endsWhenThePersonRemovesTheApp() throws Exception {
        try (DevServer server = start();
                Browser browser = new Browser(server.note("web_url"));
                Reader ended = listen(server, server.token("ann"), "")) {
            browser.submit(
                    browser.get("/login"),
                    "/login",
                    Map.of("username", "ann", "password", server.user("ann", "password")));
            browser.submit(browser.get("/settings/apps"), "/settings/apps/" + server.app("id"), Map.of("do", "remove"));
            long began = System.nanoTime();

            assertThat(ended.next()).isEqualTo(NONE);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
        }
    }

    /** Nobody waits for one who takes nothing, and nothing is lost for them. */
    @Test
    void keepsNobodyWaitingForASlowReader() throws Exception {
        try (DevServer server = start();
                Reader slow = listen(server, appToken(server), "");
                Reader other = listen(server, appToken(server), "")) {
            for (int i = 0; i < 20; i++) {
                publish(server, "bob", "@ann @cleo @eve Number " + i);
            }
            publish(server, "bob", "@ann " + LAST);
            List<String> all = until(other, LAST);

            assertThat(all).hasSizeGreaterThanOrEqualTo(20 * 4).doesNotHaveDuplicates();
            assertThat(until(slow, LAST)).isEqualTo(all);
            try (Reader again = listen(server, appToken(server), all.get(40))) {
                assertThat(until(again, LAST)).isEqualTo(all.subList(41, all.size()));
            }
        }
    }

    @Test
    void endsWithTheServer() throws Exception {
        try (DevServer server = start();
                Reader reader = listen(server, appToken(server), "")) {
            assertThat(server.stop()).isEqualTo(Exit.DONE);
            assertThat(reader.next()).isEqualTo(NONE);
        }
    }

    @Test
    void wantsATokenAndHasBounds() {
        try (DevServer server = start("--webhooks-streams", "0")) {
            assertThat(server.get(server.note("graph_url") + "/_bobbin/stream").body())
                    .contains("\"code\":104");
            assertThat(server.graph("/_bobbin/stream", "access_token", server.token("ann"))
                            .status())
                    .isEqualTo(503);
            assertThat(server.post("/_bobbin/stream", "access_token", server.token("ann"))
                            .body())
                    .contains("Unsupported request - method type: post");
        }
    }

    /** Asking for the head takes no place. */
    @Test
    void hasAPlaceForAsManyAsItSays() throws Exception {
        try (DevServer server = start("--webhooks-streams", "1")) {
            String path =
                    server.note("graph_url") + "/_bobbin/stream?" + DevServer.form("access_token", server.token("ann"));
            for (int i = 0; i < 3; i++) {
                assertThat(server.send(HttpRequest.newBuilder(URI.create(path)).HEAD())
                                .status())
                        .isEqualTo(200);
            }
            try (Reader reader = listen(server, server.token("ann"), "")) {
                assertThat(reader.response().statusCode()).isEqualTo(200);
                assertThat(server.get(path).body()).contains("\"code\":4,");
            }
        }
    }

    /** A server on the engine that is tested. */
    private DevServer start(String... flags) {
        return DevServer.start(folder, with(flags));
    }

    private String[] with(String... words) {
        String url = fixture.settings.url();
        Stream<String> database = url.isEmpty() ? Stream.of() : Stream.of("--database-url", url);
        return Stream.concat(Stream.of(words), database).toArray(String[]::new);
    }

    /** The ids of all events up to the first that has these words. */
    private static List<String> until(Reader reader, String words) throws IOException {
        List<String> ids = new ArrayList<>();
        Event event;
        do {
            event = reader.next();
            ids.add(event.id());
        } while (!event.data().contains(words));
        return ids;
    }

    private static String appToken(DevServer server) {
        return "TH|" + server.app("id") + "|" + server.app("secret");
    }

    private static void publish(DevServer server, String name, String text) {
        assertThat(server.post(
                                "/me/threads",
                                "media_type",
                                "TEXT",
                                "text",
                                text,
                                "auto_publish_text",
                                "true",
                                "access_token",
                                server.token(name))
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
