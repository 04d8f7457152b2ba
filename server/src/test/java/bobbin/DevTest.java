package bobbin;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.json.Json;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bobbin dev}, started by its command and asked over HTTP. */
class DevTest {
    @TempDir
    Path folder;

    @Test
    void writesWhatItMadeForProgramsAndForItsOwnerOnly() throws Exception {
        try (DevServer server = DevServer.start(folder)) {
            assertThat(server.note().names())
                    .containsExactly(
                            "graph_url", "web_url", "admin_url", "script", "media", "app", "standard_app", "users");
            assertThat(server.note().get("app").orElseThrow().names()).containsExactly("id", "secret", "redirect_uris");
            assertThat(server.note().get("users").orElseThrow().items())
                    .extracting(user -> user.text("username").orElseThrow())
                    .containsExactly("ann", "bob", "cleo", "dan", "eve", "threads");
            assertThat(server.note().get("users").orElseThrow().items())
                    .allSatisfy(user -> assertThat(user.names())
                            .containsExactly("username", "password", "user_id", "access_token"));
            for (String name : List.of("dev.json", "secret.key")) {
                assertThat(PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(folder.resolve(".bobbin/" + name))))
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void printsWhatADeveloperNeeds() {
        try (DevServer server = DevServer.start(folder)) {
            assertThat(server.screen())
                    .contains(server.note("graph_url"), server.app("id"), server.app("secret"))
                    .contains("TOKEN=" + server.token("ann"), ".bobbin/dev.json")
                    .matches(text -> text.chars().allMatch(c -> c == '\n' || (c >= ' ' && c < 127)));
            assertThat(server.screen().lines().filter(line -> line.length() > 80))
                    .allMatch(line -> line.contains("TOKEN=") || line.contains("/oauth/authorize"));
        }
    }

    @Test
    void letsTheWelcomeTellWhomItMadeUnlessSomebodyWantsToSeeEveryStep() {
        try (CaughtLogs logs = new CaughtLogs()) {
            DevServer.start(folder).close();
            assertThat(logs.lines()).noneMatch(line -> line.contains("account_made"));

            DevServer.start(folder, "--fresh", "--log-level", "debug").close();
            assertThat(logs.lines()).anyMatch(line -> line.contains("account_made"));
        }
    }

    @Test
    void publishesInTwoStepsAndInOneAndReadsBoth() {
        try (DevServer server = DevServer.start(folder)) {
            String token = server.token("ann");
            String container = server.post(
                            "/v1.0/me/threads", "media_type", "TEXT", "text", "Two steps", "access_token", token)
                    .text("id");
            String second = server.post("/v1.0/me/threads_publish", "creation_id", container, "access_token", token)
                    .text("id");
            String first = server.post(
                            "/me/threads",
                            "media_type",
                            "TEXT",
                            "text",
                            "One step",
                            "auto_publish_text",
                            "true",
                            "access_token",
                            token)
                    .text("id");

            assertThat(server.graph("/v1.0/" + second, "fields", "text", "access_token", token)
                            .text("text"))
                    .isEqualTo("Two steps");
            assertThat(server.graph("/me/threads", "fields", "text", "access_token", token)
                            .body())
                    .contains("Two steps", "One step", first);
        }
    }

    @Test
    void knowsItsCast() {
        try (DevServer server = DevServer.start(folder)) {
            for (String username : List.of("ann", "bob", "cleo", "dan", "eve", "threads")) {
                var me = server.graph("/v1.0/me", "fields", "id,username", "access_token", server.token(username));
                assertThat(me.text("username")).isEqualTo(username);
                assertThat(me.text("id")).isEqualTo(server.user(username, "user_id"));
            }
            assertThat(CommandRun.in(folder, "user", "show", "ann", "--data", ".bobbin")
                            .out())
                    .containsPattern("state +active, verified");
            assertThat(CommandRun.in(folder, "user", "show", "cleo", "--data", ".bobbin")
                            .out())
                    .containsPattern("state +active, private");
        }
    }

    @Test
    void keepsDataAndTokensOverARestart() {
        String token;
        String post;
        try (DevServer server = DevServer.start(folder)) {
            token = server.token("ann");
            post = publish(server, token);
        }

        try (DevServer server = DevServer.start(folder)) {
            assertThat(server.token("ann")).isEqualTo(token);
            assertThat(server.graph("/" + post, "access_token", token).status()).isEqualTo(200);
        }
    }

    @Test
    void startsAnewIfAskedTo() throws Exception {
        String token;
        String post;
        try (DevServer server = DevServer.start(folder)) {
            token = server.token("ann");
            post = publish(server, token);
        }
        Path picture = folder.resolve(".bobbin/media/ab/abc.jpg");
        Files.createDirectories(picture.getParent());
        Files.writeString(picture, "of an earlier post");

        try (DevServer server = DevServer.start(folder, "--fresh")) {
            assertThat(picture).doesNotExist();
            assertThat(server.token("ann")).isNotEqualTo(token);
            assertThat(server.graph("/me", "access_token", token).text("error")).contains("190");
            assertThat(server.graph("/" + post, "access_token", server.token("ann"))
                            .body())
                    .contains("\"error_subcode\":33");
        }
    }

    @Test
    void makesTheNoteAgainIfItWasLost() throws Exception {
        String app;
        try (DevServer server = DevServer.start(folder)) {
            app = server.app("id");
        }
        Files.delete(folder.resolve(".bobbin/dev.json"));

        try (DevServer server = DevServer.start(folder)) {
            assertThat(server.app("id")).isEqualTo(app);
            assertThat(server.graph("/me", "access_token", server.token("dan")).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void saysSoIfThePortIsTaken() throws Exception {
        try (ServerSocket other = new ServerSocket(0)) {
            String port = String.valueOf(other.getLocalPort());
            CommandRun run = CommandRun.in(folder, "dev", "--port", port, "--http-host", "0.0.0.0");

            assertThat(run.code()).isEqualTo(Exit.UNAVAILABLE);
            assertThat(run.err())
                    .contains("Port " + port, "--port; 0 takes any")
                    .hasLineCount(1);
        }
    }

    @Test
    void leavesTheDataOfARealServerAlone() {
        CommandRun.in(folder, "migrate", "--data", ".bobbin");

        CommandRun run = CommandRun.in(folder, "dev", "--port", "0", "--fresh");

        assertThat(run.code()).isEqualTo(Exit.UNAVAILABLE);
        assertThat(run.err()).contains("real server");
        assertThat(folder.resolve(".bobbin/bobbin.db")).exists();
    }

    @Test
    void refusesDataThatAnotherBobbinHasOpen() {
        try (DevServer _ = DevServer.start(folder)) {
            CommandRun run = CommandRun.in(folder, "dev", "--port", "0");

            assertThat(run.code()).isEqualTo(Exit.UNAVAILABLE);
            assertThat(run.err()).contains("Another Bobbin").hasLineCount(1);
        }
    }

    @Test
    void obeysCommandsBesideIt() {
        try (DevServer server = DevServer.start(folder)) {
            String app = server.app("id");
            CommandRun made = command("user", "create", "finn", "--json");
            assertThat(made.code()).as(made.err()).isEqualTo(Exit.DONE);
            String token = Json.parse(
                            command("token", "issue", "finn", app, "--json").out())
                    .text("access_token")
                    .orElseThrow();

            assertThat(server.graph("/me", "fields", "username", "access_token", token)
                            .text("username"))
                    .isEqualTo("finn");
            assertThat(command("token", "debug", token).out()).containsPattern("is_valid +true");
            assertThat(command("token", "revoke", token).code()).isEqualTo(Exit.DONE);
            assertThat(server.graph("/me", "access_token", token).body()).contains("467");
            assertThat(command("token", "revoke", token).code()).isEqualTo(Exit.REFUSED);
        }
    }

    @Test
    void takesTheSameForGrantedAsTheCommandsBesideIt() {
        try (DevServer server = DevServer.start(folder)) {
            CommandRun run = command("app", "add-redirect", server.app("id"), "http://127.0.0.1:4000/callback");
            assertThat(run.code()).as(run.err()).isEqualTo(Exit.DONE);
            assertThat(command("config").out())
                    .containsPattern("(?m)^fidelity +meta +presumed$")
                    .containsPattern("(?m)^secret.key +\\*{8} +presumed$");
            assertThat(CommandRun.in(folder, "config").out()).containsPattern("(?m)^fidelity +friendly +default$");
        }
    }

    private CommandRun command(String... words) {
        String[] all = Arrays.copyOf(words, words.length + 2);
        all[words.length] = "--data";
        all[words.length + 1] = ".bobbin";
        return CommandRun.in(folder, all);
    }

    private static String publish(DevServer server, String token) {
        return server.post(
                        "/me/threads",
                        "media_type",
                        "TEXT",
                        "text",
                        "Hello",
                        "auto_publish_text",
                        "true",
                        "access_token",
                        token)
                .text("id");
    }
}
