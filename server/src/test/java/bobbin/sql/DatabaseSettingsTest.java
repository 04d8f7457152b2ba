package bobbin.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bobbin.base.Setting;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DatabaseSettingsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Test
    void isASqliteFileInTheDataDirectoryUnlessToldOtherwise() {
        DatabaseSettings settings = DatabaseSettings.from(Setting::standard);

        assertThat(settings.dialect()).isEqualTo(Dialect.SQLITE);
        assertThat(settings.file()).isEqualTo(Path.of("data", "bobbin.db"));
    }

    @Test
    void readsWhichEngineTheAddressMeans() {
        assertThat(at("jdbc:sqlite:/var/lib/bobbin/x.db").file()).isEqualTo(Path.of("/var/lib/bobbin/x.db"));
        assertThat(at("jdbc:postgresql://db/bobbin").dialect()).isEqualTo(Dialect.POSTGRESQL);
    }

    @Test
    void refusesWhatItCannotUse() {
        assertThatThrownBy(() -> at("jdbc:mysql://db/bobbin")).hasMessageContaining("database.url");
        assertThatThrownBy(() -> with(-1, 1, PATIENCE)).hasMessageContaining("database.pool_size");
        assertThatThrownBy(() -> with(0, 0, PATIENCE)).hasMessageContaining("database.waiting_writes");
        assertThatThrownBy(() -> with(0, 1, Duration.ZERO)).hasMessageContaining("database.patience");
    }

    @Test
    void keepsThePasswordToItself() {
        DatabaseSettings settings = new DatabaseSettings(
                "jdbc:postgresql://db/bobbin?password=pst", "ann", "pst", Path.of("data"), 0, 1, PATIENCE, true);

        assertThat(settings.toString()).doesNotContain("pst");
    }

    private static DatabaseSettings at(String url) {
        return new DatabaseSettings(url, "", "", Path.of("data"), 0, 1, PATIENCE, true);
    }

    private static DatabaseSettings with(int connections, int waiting, Duration patience) {
        return new DatabaseSettings("", "", "", Path.of("data"), connections, waiting, patience, true);
    }
}
