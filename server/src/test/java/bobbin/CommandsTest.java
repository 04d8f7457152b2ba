package bobbin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
    @TempDir
    Path folder;

    @Test
    void explainsItself() {
        CommandRun run = CommandRun.in(folder, "--help");

        assertThat(run.code()).isEqualTo(Exit.DONE);
        assertThat(run.out()).contains("Usage: bobbin").contains("Exit codes").contains("config");
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void printsItsVersion() {
        assertThat(CommandRun.in(folder, "--version").out()).startsWith("bobbin ");
    }

    @Test
    void saysWhatItCanDoIfNothingIsAsked() {
        CommandRun run = CommandRun.in(folder);

        assertThat(run.code()).isEqualTo(Exit.MISUSED);
        assertThat(run.err()).contains("Usage: bobbin");
    }

    @Test
    void proposesTheCommandThatWasMeant() {
        CommandRun run = CommandRun.in(folder, "confg");

        assertThat(run.code()).isEqualTo(Exit.MISUSED);
        assertThat(run.err().strip()).isEqualTo("confg is not known. Did you mean config?");
    }

    @Test
    void tellsFaultsOfFlagsAndVariablesTogether() {
        CommandRun run = CommandRun.with(
                Map.of("BOBBIN_LOG_LEVLE", "warn"), folder, "config", "--log-fromat=text", "--log-format");

        assertThat(run.code()).isEqualTo(Exit.MISUSED);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .containsExactlyInAnyOrder(
                        "--log-fromat is not known. Did you mean --log-format?",
                        "Missing required parameter for option '--log-format' (<value>).",
                        "BOBBIN_LOG_LEVLE is not known. Did you mean BOBBIN_LOG_LEVEL?");
    }

    @Test
    void takesTheValueOfAFlagWithOrWithoutAnEqualsSign() {
        assertThat(CommandRun.in(folder, "config", "--log-level", "error").out())
                .containsPattern("error +--log-level");
        assertThat(CommandRun.in(folder, "config", "--log-level=error").out()).containsPattern("error +--log-level");
    }
}
