package bobbin.sql;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the schema up to date: the numbered scripts in {@code db/common} and in the engine's own folder, run by Flyway. Flyway takes
 * longer to begin than the rest of the server, so it is left alone while its table says that every script has run as it stands here.
 */
record Migrations(DataSource source, Dialect dialect) {

    static Migrations of(DatabaseSettings settings) {
        return switch (settings.dialect()) {
            case SQLITE -> new Migrations(Sqlite.source(settings), Dialect.SQLITE);
            case POSTGRESQL -> new Migrations(Postgres.source(settings), Dialect.POSTGRESQL);
        };
    }

    /** Migrates if something is missing, and then only if that is allowed. */
    void runOrCheck(boolean allowed) {
        if (upToDate()) {
            return;
        }
        if (!allowed) {
            throw new IllegalStateException("The database needs another schema: run bobbin migrate");
        }
        run();
    }

    /** The versions that were missing, in order. */
    List<String> run() {
        return Flyway.configure()
                .dataSource(source)
                .locations(folders().stream().map("classpath:"::concat).toArray(String[]::new))
                .failOnMissingLocations(true)
                .placeholders(Map.of("clustered", dialect.clustered(), "bytewise", dialect.bytewise()))
                // Or "create index concurrently" waits for Flyway's own transaction, for ever.
                .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
                .loggers("slf4j")
                .load()
                .migrate()
                .migrations
                .stream()
                .map(done -> done.version)
                .toList();
    }

    private boolean upToDate() {
        return done().entrySet().containsAll(wanted().entrySet());
    }

    /** The scripts that have run, by name, with Flyway's checksum of each. */
    private Map<String, Integer> done() {
        try (Connection connection = source.getConnection()) {
            return done(connection);
        } catch (SQLException e) {
            throw new Unavailable(e);
        }
    }

    private static Map<String, Integer> done(Connection connection) {
        Map<String, Integer> done = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select script, checksum from flyway_schema_history where success and checksum is not null")) {
            while (rows.next()) {
                done.put(rows.getString(1), rows.getInt(2));
            }
        } catch (SQLException _) {
            // There is no such table yet.
            return Map.of();
        }
        return done;
    }

    /** The scripts that we bring, in the same form. */
    private Map<String, Integer> wanted() {
        Map<String, Integer> wanted = new HashMap<>();
        for (String folder : folders()) {
            for (String script : scripts(folder)) {
                wanted.put(script, checksum(folder + "/" + script));
            }
        }
        if (wanted.isEmpty()) {
            throw new IllegalStateException("This Bobbin was built without its database scripts");
        }
        return wanted;
    }

    /** Those that hold scripts: an engine need not have any of its own. */
    private List<String> folders() {
        return Stream.of("db/common", "db/" + dialect.name().toLowerCase(Locale.ROOT))
                .filter(folder -> loader().getResource(folder) != null)
                .toList();
    }

    private static List<String> scripts(String folder) {
        try {
            List<String> names = new ArrayList<>();
            for (URL url : Collections.list(loader().getResources(folder))) {
                names.addAll(names(url, folder + "/"));
            }
            return names.stream().filter(name -> name.endsWith(".sql")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(URL folder, String prefix) throws IOException {
        if (folder.openConnection() instanceof JarURLConnection jar) {
            return jar.getJarFile().stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith(prefix))
                    .map(name -> name.substring(prefix.length()))
                    .toList();
        }
        try (Stream<Path> files = Files.list(Path.of(URI.create(folder.toString())))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** As Flyway does it: over the bytes of the lines, without their ends. */
    private static int checksum(String resource) {
        CRC32 sum = new CRC32();
        try (InputStream script = loader().getResourceAsStream(resource)) {
            new String(script.readAllBytes(), UTF_8).lines().forEach(line -> sum.update(line.getBytes(UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return (int) sum.getValue();
    }

    private static ClassLoader loader() {
        return Migrations.class.getClassLoader();
    }
}
