package bobbin.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bobbin.Fixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MigrationsTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final DatabaseSettings empty = fixture.empty();

    @Test
    void bringsAnEmptyDatabaseUpToDateOnce() {
        assertThat(Database.migrate(empty)).contains("6");
        assertThat(Database.migrate(empty)).isEmpty();
    }

    @Test
    void migratesWhenTheServerStarts() {
        try (Database database = Database.open(empty, fixture.time)) {
            assertThat(jobs(database)).isZero();
        }
    }

    @Test
    void startsOnAnOldSchemaOnlyIfItMayMigrate() {
        assertThatThrownBy(() -> Database.open(notOnStart(), fixture.time)).hasMessageContaining("bobbin migrate");

        Database.migrate(empty);
        try (Database database = Database.open(notOnStart(), fixture.time)) {
            assertThat(jobs(database)).isZero();
        }
    }

    @Test
    void refusesASchemaThatWasMadeByOtherScripts() {
        fixture.database.change(tx -> tx.update("update flyway_schema_history set checksum = 1 where version = '6'")
                .execute());
        fixture.database.close();

        assertThatThrownBy(() -> Database.open(fixture.settings, fixture.time)).hasMessageContaining("checksum");
    }

    private DatabaseSettings notOnStart() {
        return new DatabaseSettings(
                empty.url(),
                empty.user(),
                empty.password(),
                empty.directory(),
                empty.connections(),
                empty.waitingWrites(),
                empty.patience(),
                false);
    }

    private static int jobs(Database database) {
        return database.read(
                tx -> tx.query("select count(*) from job").mapTo(Integer.class).one());
    }
}
