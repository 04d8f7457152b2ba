package bobbin;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.json.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeTest {
    @TempDir
    Path folder;

    @Test
    void refusesToStartWithoutKeyAndPublicAddressesAndSaysAllThatIsMissing() {
        CommandRun run = CommandRun.in(folder, "serve");

        assertThat(run.code()).isEqualTo(Exit.MISUSED);
        assertThat(run.err().lines())
                .hasSize(3)
                .anyMatch(line -> line.startsWith("secret.key is missing") && line.contains("openssl rand -hex 32"))
                .anyMatch(line -> line.startsWith("hosts.graph is missing"))
                .anyMatch(line -> line.startsWith("hosts.web is missing"));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refusesAKeyThatIsTooShortWithoutShowingIt() {
        CommandRun run = CommandRun.with(Map.of("BOBBIN_SECRET_KEY", "short-key"), folder, "serve");

        assertThat(run.code()).isEqualTo(Exit.MISUSED);
        assertThat(run.err())
                .contains("secret.key must have at least 32 characters")
                .doesNotContain("short-key");
    }

    @Test
    void refusesTheDataOfADevelopersBobbin() throws Exception {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/dev.json"), "{}");

        CommandRun run = CommandRun.in(folder, "serve");

        assertThat(run.err()).contains("a developer's Bobbin");
    }

    @Test
    void takesWhatItNeedsFromTheFile() throws Exception {
        Files.writeString(folder.resolve("bobbin.properties"), """
                secret.key = 0123456789abcdef0123456789abcdef
                hosts.graph = https://graph.threads.example
                hosts.web = https://threads.example
                database.url = jdbc:postgresql://127.0.0.1:1/none
                database.patience = PT0.2S
                """);

        CommandRun run = CommandRun.in(folder, "serve", "--port", "0");

        assertThat(run.code()).isEqualTo(Exit.UNAVAILABLE);
        assertThat(run.err()).contains("database").doesNotContain("0123456789");
    }

    @Test
    void servesPeopleAndAppsUnderItsPublicAddresses() throws Exception {
        Files.writeString(folder.resolve("bobbin.properties"), """
                secret.key = 0123456789abcdef0123456789abcdef
                hosts.graph = https://graph.threads.example
                hosts.web = https://threads.example
                accounts.sign_up = operator
                """);
        try (Started server = Started.command("management on port", folder, "serve", "--port", "0")) {
            assertThat(run("user", "create", "dan").code()).isEqualTo(Exit.DONE);
            String app = text("id", "app", "create", "Ours", "--admin", "dan");
            String token = text("access_token", "token", "issue", "dan", app);
            String api = address(server, "serves");

            String post = Json.parse(ask(
                            "POST",
                            api + "/v1.0/me/threads?media_type=TEXT&text=Hello"
                                    + "&auto_publish_text=true&access_token=" + token))
                    .text("id")
                    .orElseThrow();

            assertThat(ask("GET", api + "/v1.0/" + post + "?fields=text,permalink&access_token=" + token))
                    .contains("\"text\":\"Hello\"", "\"permalink\":\"https://threads.example/@dan/post/");
            assertThat(ask("GET", address(server, "management") + "/readyz")).contains("database ok");
            assertThat(server.stop()).isEqualTo(Exit.DONE);
        }
    }

    private CommandRun run(String... words) {
        return CommandRun.in(folder, words);
    }

    private String text(String name, String... words) {
        String[] all = Arrays.copyOf(words, words.length + 1);
        all[words.length] = "--json";
        return Json.parse(run(all).out()).text(name).orElseThrow();
    }

    /** Where it said that it listens. */
    private static String address(Started server, String what) {
        Matcher port = Pattern.compile(what + " on port (\\d+)").matcher(server.screen());
        assertThat(port.find()).isTrue();
        return "http://127.0.0.1:" + port.group(1);
    }

    private static String ask(String method, String address) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                    .method(method, HttpRequest.BodyPublishers.noBody())
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
