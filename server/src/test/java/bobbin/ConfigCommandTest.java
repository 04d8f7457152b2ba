package bobbin;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.base.Setting;
import bobbin.json.Json;
import bobbin.json.Node;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigCommandTest {
    @TempDir
    Path folder;

    @Test
    void printsEverySettingWithItsValueAndItsOrigin() {
        CommandRun run = CommandRun.with(Map.of("BOBBIN_LOG_FORMAT", "json"), folder, "config", "--log-level=warn");

        assertThat(run.code()).isEqualTo(Exit.DONE);
        assertThat(run.out())
                .containsPattern("(?m)^log.format +json +BOBBIN_LOG_FORMAT$")
                .containsPattern("(?m)^log.level +warn +--log-level$")
                .containsPattern("(?m)^fidelity +friendly +default$");
        assertThat(run.out().lines()).hasSize(1 + Settings.all().size());
    }

    @Test
    void printsTheSameForPrograms() {
        CommandRun run = CommandRun.in(folder, "config", "--json", "--log-level=warn");

        assertThat(run.out()).contains("{\"key\":\"log.level\",\"value\":\"warn\",\"origin\":\"--log-level\"}");
        assertThat(Json.parse(run.out())).isInstanceOf(Node.Sequence.class);
    }

    @Test
    void masksSecrets() {
        CommandRun run = CommandRun.with(Map.of("BOBBIN_SECRET_KEY", "0123456789abcdef".repeat(4)), folder, "config");

        assertThat(run.out()).doesNotContain("0123456789").containsPattern("secret.key +\\*{8} +BOBBIN_SECRET_KEY");
    }

    @Test
    void printsThePageOfSettingsAsItStandsInTheDocumentation() throws Exception {
        assertThat(CommandRun.in(folder, "config", "--reference").out())
                .as("docs/operate/settings.md; its first lines say how to print it anew")
                .isEqualTo(Files.readString(Path.of("docs/operate/settings.md")));
    }

    @Test
    void givesEverySettingNamesOfItsOwn() {
        assertThat(Settings.all()).extracting(SettingText::flag).doesNotHaveDuplicates();
        assertThat(Settings.all()).extracting(SettingText::variable).doesNotHaveDuplicates();
        assertThat(Settings.all()).extracting(Setting::meaning).allMatch(meaning -> meaning.endsWith("."));
    }

    @Test
    void canReadBackEveryDefault() {
        for (Setting<?> setting : Settings.all()) {
            String text = SettingText.show(setting.standard());
            if (!text.isEmpty()) {
                assertThat((Object) SettingText.parse(setting, text)).isEqualTo(setting.standard());
            }
        }
    }
}
