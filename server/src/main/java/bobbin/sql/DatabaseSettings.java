package bobbin.sql;

import bobbin.base.DataDirectory;
import bobbin.base.Setting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Which database, and how it is used.
 *
 * @param url JDBC address; empty for SQLite in the data directory
 * @param connections 0 for the engine's standard
 * @param waitingWrites SQLite only
 */
public record DatabaseSettings(
        String url,
        String user,
        String password,
        Path directory,
        int connections,
        int waitingWrites,
        Duration patience,
        boolean migrateOnStart) {
    static final Setting<String> URL = Setting.of(
            "database.url",
            String.class,
            "",
            "Where the database is: jdbc:postgresql://host/name, jdbc:sqlite:/path/to/file, or empty for SQLite in the data directory.");
    static final Setting<String> USER =
            Setting.of("database.user", String.class, "", "The PostgreSQL role; empty if the address names it.");
    static final Setting<String> PASSWORD = Setting.secret("database.password", "The password of the PostgreSQL role.");
    static final Setting<Integer> POOL_SIZE = Setting.of(
            "database.pool_size",
            Integer.class,
            0,
            "How many connections are kept (SQLite: how many read), 1 to 1000; 0 stands for the number of cores on SQLite and for 16 on PostgreSQL.");
    static final Setting<Integer> WAITING_WRITES = Setting.of(
            "database.waiting_writes",
            Integer.class,
            4096,
            "How many writes may wait for SQLite's only writer before further ones are refused, 1 to 1000000.");
    static final Setting<Duration> PATIENCE = Setting.of(
            "database.patience",
            Duration.class,
            Duration.ofSeconds(5),
            "How long a call waits for a connection or for its turn to write before it is refused, PT0.1S to PT10M.");
    static final Setting<Boolean> MIGRATE_ON_START = Setting.of(
            "database.migrate_on_start",
            Boolean.class,
            true,
            "Whether the server brings an older schema up to date when it starts; if not, it refuses to start until bobbin migrate has run.");

    public static final List<Setting<?>> ALL =
            List.of(URL, USER, PASSWORD, POOL_SIZE, WAITING_WRITES, PATIENCE, MIGRATE_ON_START);

    public DatabaseSettings {
        if (!url.isEmpty() && !url.startsWith("jdbc:sqlite:") && !url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("database.url begins with jdbc:sqlite: or jdbc:postgresql: or is empty");
        }
        check(POOL_SIZE, connections >= 0 && connections <= 1000, connections);
        check(WAITING_WRITES, waitingWrites >= 1 && waitingWrites <= 1_000_000, waitingWrites);
        check(PATIENCE, patience.toMillis() >= 100 && patience.compareTo(Duration.ofMinutes(10)) <= 0, patience);
    }

    public static DatabaseSettings from(Setting.Values values) {
        return new DatabaseSettings(
                values.get(URL),
                values.get(USER),
                values.get(PASSWORD),
                values.get(DataDirectory.SETTING),
                values.get(POOL_SIZE),
                values.get(WAITING_WRITES),
                values.get(PATIENCE),
                values.get(MIGRATE_ON_START));
    }

    Dialect dialect() {
        return url.startsWith("jdbc:postgresql:") ? Dialect.POSTGRESQL : Dialect.SQLITE;
    }

    /** The SQLite file. */
    Path file() {
        return url.isEmpty() ? directory.resolve("bobbin.db") : Path.of(url.substring("jdbc:sqlite:".length()));
    }

    /** Without the address and the password: both may be secret. */
    @Override
    public String toString() {
        return "DatabaseSettings[" + dialect() + "]";
    }

    private static void check(Setting<?> setting, boolean fine, Object value) {
        if (!fine) {
            throw new IllegalArgumentException(setting.key() + " cannot be " + value + ": " + setting.meaning());
        }
    }
}
