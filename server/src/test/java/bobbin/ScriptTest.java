package bobbin;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.DevServer.Answer;
import bobbin.json.Json;
import bobbin.json.Node;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Acting as people and moving the clock, over HTTP and by commands (15 §15.20). */
class ScriptTest {
    @TempDir
    Path folder;

    @Test
    void actsAsPeople() {
        try (DevServer server = DevServer.start(folder)) {
            assertThat(act(server, "eve", "follow", "user", "dan").text("following"))
                    .isEqualTo("accepted");
            assertThat(act(server, "eve", "follow", "user", "cleo").text("following"))
                    .isEqualTo("requested");
            String post = act(server, "ann", "post", "text", "By a script").text("id");

            assertThat(server.graph("/" + post, "fields", "text", "access_token", server.token("ann"))
                            .text("text"))
                    .isEqualTo("By a script");
            act(server, "ann", "block", "user", "eve");
            assertThat(server.graph("/" + post, "access_token", server.token("eve"))
                            .body())
                    .contains("\"error_subcode\":33");
        }
    }

    @Test
    void saysWhatIsWrongInJson() {
        try (DevServer server = DevServer.start(folder)) {
            Answer unknown = act(server, "ann", "dance");
            assertThat(unknown.status()).isEqualTo(400);
            assertThat(message(unknown)).startsWith("There is no act dance. There is: accept, ");
            assertThat(message(act(server, "nobody", "follow", "user", "ann")))
                    .isEqualTo("There is nobody called nobody.");
            assertThat(act(server, "ann", "follow", "user", "ann").status()).isEqualTo(400);
            assertThat(message(act(server, "ann", "delete", "post", "DVYGybzgAQB")))
                    .startsWith("DVYGybzgAQB is neither the id of a post");
            String post = act(server, "ann", "post", "text", "mine").text("id");
            assertThat(message(act(server, "eve", "delete", "post", post))).startsWith("There is no such post");
            assertThat(message(send(server, "acts", "[1]"))).isEqualTo("The body is no JSON object.");
            assertThat(message(send(server, "acts", "nonsense"))).isEqualTo("The body is no JSON object.");
            assertThat(message(send(server, "other", "{}"))).startsWith("There is GET and POST /script/acts");
        }
    }

    @Test
    void wantsItsKey() {
        try (DevServer server = DevServer.start(folder)) {
            assertThat(server.get(script(server, "url") + "/acts").status()).isEqualTo(401);
            assertThat(server.send(request(server, "acts")
                                    .setHeader("Authorization", "Bearer x")
                                    .GET())
                            .status())
                    .isEqualTo(401);
            assertThat(server.send(request(server, "acts").GET()).body()).contains("\"act\":\"follow\"");
        }
    }

    @Test
    void findsTheDeveloperWhoWorksHere() {
        try (DevServer server = DevServer.start(folder)) {
            assertThat(CommandRun.in(folder, "act", "eve", "follow", "dan").code())
                    .isZero();
            assertThat(CommandRun.in(folder, "clock").code()).isZero();
            assertThat(CommandRun.in(folder, "user", "list", "--secret-key", "k".repeat(32))
                            .out())
                    .as("those of a server of one's own")
                    .doesNotContain("eve");
            assertThat(server.management("/readyz").status()).isEqualTo(200);
        }
    }

    @Test
    void movesTheClockForward() {
        Instant later;
        try (DevServer server = DevServer.start(folder)) {
            Instant before = now(server);
            assertThat(send(server, "clock", "{\"forward\":\"PT24H\"}").status())
                    .isEqualTo(200);
            assertThat(now(server)).isBetween(before.plus(Duration.ofHours(24)), before.plus(Duration.ofHours(25)));
            String post = act(server, "ann", "post", "text", "Tomorrow").text("id");
            assertThat(Instant.parse(
                            server.graph("/" + post, "fields", "timestamp", "access_token", server.token("ann"))
                                    .text("timestamp")
                                    .replace("+0000", "Z")))
                    .isAfter(before.plus(Duration.ofHours(23)));

            assertThat(send(server, "clock", "{\"to\":\"2000-01-01T00:00:00Z\"}")
                            .status())
                    .isEqualTo(400);
            assertThat(send(server, "clock", "{\"to\":\"2100-01-01T00:00:00Z\"}")
                            .status())
                    .isEqualTo(400);
            assertThat(message(send(server, "clock", "{}"))).startsWith("Say either");
            assertThat(message(send(server, "clock", "{\"forward\":\"a day\"}")))
                    .startsWith("Say either");
            later = now(server);
        }

        try (DevServer server = DevServer.start(folder)) {
            assertThat(now(server)).as("after a restart").isAfterOrEqualTo(later);
        }
        try (DevServer server = DevServer.start(folder, "--fresh")) {
            assertThat(now(server)).as("begun anew").isBefore(later.minus(Duration.ofHours(12)));
        }
    }

    @Test
    void doesTheSameByCommands() {
        try (DevServer server = DevServer.start(folder)) {
            assertThat(run("act", "eve", "follow", "dan").out()).containsPattern("following +accepted");
            String post = Json.parse(
                            run("act", "ann", "post", "By = command", "--json").out())
                    .text("id")
                    .orElseThrow();
            assertThat(server.graph("/" + post, "fields", "text", "access_token", server.token("ann"))
                            .text("text"))
                    .isEqualTo("By = command");
            assertThat(run("act").out()).contains("removeFollower");
            CommandRun refused = run("act", "eve", "follow", "eve");
            assertThat(refused.code()).isEqualTo(Exit.REFUSED);
            assertThat(refused.err()).contains("Nobody follows themselves");

            Instant before = now(server);
            assertThat(run("clock", "--forward", "P2D").out()).contains("now");
            assertThat(Json.parse(run("clock", "--json").out()).text("now").map(Instant::parse))
                    .hasValueSatisfying(now -> assertThat(now).isAfter(before.plus(Duration.ofDays(2))));
            assertThat(run("clock", "--forward", "-PT1H").code()).isEqualTo(Exit.MISUSED);
        }
        assertThat(CommandRun.in(folder, "clock", "--data", "elsewhere").code()).isEqualTo(Exit.UNAVAILABLE);
    }

    private CommandRun run(String... words) {
        String[] all = java.util.Arrays.copyOf(words, words.length + 2);
        all[words.length] = "--data";
        all[words.length + 1] = ".bobbin";
        return CommandRun.in(folder, all);
    }

    private static Answer act(DevServer server, String as, String act, String... arguments) {
        Map<String, String> body = new LinkedHashMap<>(Map.of("as", as, "act", act));
        for (int i = 0; i < arguments.length; i += 2) {
            body.put(arguments[i], arguments[i + 1]);
        }
        return send(server, "acts", Json.text(body));
    }

    private static Answer send(DevServer server, String path, String body) {
        return server.send(request(server, path).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder request(DevServer server, String path) {
        return HttpRequest.newBuilder(URI.create(script(server, "url") + "/" + path))
                .header("Authorization", "Bearer " + script(server, "key"));
    }

    private static Instant now(DevServer server) {
        return Instant.parse(server.send(request(server, "clock").GET()).text("now"));
    }

    private static String script(DevServer server, String name) {
        return server.note().get("script").flatMap(script -> script.text(name)).orElseThrow();
    }

    private static String message(Answer refused) {
        return refused.json()
                .get("error")
                .flatMap((Node error) -> error.text("message"))
                .orElseThrow();
    }
}
