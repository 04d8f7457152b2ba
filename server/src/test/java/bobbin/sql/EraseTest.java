package bobbin.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bobbin.base.DataDirectory;
import bobbin.base.Setting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EraseTest {
    @TempDir
    Path folder;

    @Test
    void deletesTheFileAndWhatIsBesideIt() throws Exception {
        Database.open(settings(), InstantSource.system()).close();
        Files.writeString(folder.resolve("bobbin.db-wal"), "left behind");
        Files.writeString(folder.resolve("other"), "not ours");

        Database.erase(settings());

        assertThat(folder.resolve("bobbin.db")).doesNotExist();
        assertThat(folder.resolve("bobbin.db-wal")).doesNotExist();
        assertThat(folder.resolve("other")).exists();
    }

    @Test
    void leavesAFileAloneThatAServerHasOpen() {
        try (Database _ = Database.open(settings(), InstantSource.system())) {
            assertThatThrownBy(() -> Database.erase(settings())).hasMessageContaining("Another Bobbin");
            assertThat(folder.resolve("bobbin.db")).exists();
        }
    }

    @Test
    void hasNothingToDoWhereThereIsNoFile() {
        Database.erase(settings());

        assertThat(folder).isEmptyDirectory();
    }

    private DatabaseSettings settings() {
        return DatabaseSettings.from(new Setting.Values() {
            @Override
            public <T> T get(Setting<T> setting) {
                return setting.equals(DataDirectory.SETTING) ? setting.type().cast(folder) : setting.standard();
            }
        });
    }
}
