package bobbin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrateCommandTest {
    @TempDir
    Path folder;

    @Test
    void makesTheSchemaOnceAndSaysWhatWasMissing() {
        CommandRun first = CommandRun.in(folder, "migrate", "--json", "--data", "store");
        CommandRun second = CommandRun.in(folder, "migrate", "--json", "--data", "store");

        assertThat(first.code()).isEqualTo(Exit.DONE);
        assertThat(first.out()).startsWith("{\"applied\":[");
        assertThat(folder.resolve("store/bobbin.db")).exists();
        assertThat(second.out().strip()).isEqualTo("{\"applied\":[]}");
    }
}
