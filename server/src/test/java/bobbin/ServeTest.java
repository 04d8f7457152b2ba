package bobbin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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
}
