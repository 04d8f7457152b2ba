package bobbin;

import bobbin.sql.Database;
import bobbin.sql.DatabaseSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Makes databases for tests: migrates one, once, and copies it for each test. */
public enum TestEngine {
    /** A file in a temporary folder for each test. */
    SQLITE {
        @Override
        DatabaseSettings empty() {
            return settings("", folder());
        }

        @Override
        DatabaseSettings fresh() {
            try {
                Path folder = folder();
                Files.copy(SqliteTemplate.FILE, folder.resolve("bobbin.db"));
                return settings("", folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        void drop(DatabaseSettings settings) {
            delete(settings.directory());
        }
    },

    /** A real PostgreSQL, started once, with a database for each test, which the next one takes over empty. */
    POSTGRESQL {
        @Override
        DatabaseSettings empty() {
            return settings(PostgresTemplate.copyOf("template1"), Path.of("unused"));
        }

        @Override
        DatabaseSettings fresh() {
            return settings(PostgresTemplate.emptied(), Path.of("unused"));
        }

        @Override
        void drop(DatabaseSettings settings) {
            PostgresTemplate.drop(settings.url());
        }
    };

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    static TestEngine named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** A database without any table. */
    abstract DatabaseSettings empty();

    /** A database with our schema. */
    abstract DatabaseSettings fresh();

    abstract void drop(DatabaseSettings settings);

    /** Ends all connections to a PostgreSQL database and lets nobody in, as if its machine were gone. */
    static void lose(DatabaseSettings settings) {
        String name = PostgresTemplate.name(settings.url());
        PostgresTemplate.execute("alter database " + name + " allow_connections false");
        PostgresTemplate.disconnect(name);
    }

    /** Lets everybody in again. */
    static void bringBack(DatabaseSettings settings) {
        PostgresTemplate.execute("alter database " + PostgresTemplate.name(settings.url()) + " allow_connections true");
    }

    private static DatabaseSettings settings(String url, Path folder) {
        return new DatabaseSettings(url, "", "", folder, 4, 4096, PATIENCE, true);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("bobbin-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class SqliteTemplate {
        static final Path FILE = make();

        private static Path make() {
            Path folder = folder();
            atTheEnd(() -> delete(folder));
            Database.migrate(settings("", folder));
            return folder.resolve("bobbin.db");
        }
    }

    private static final class PostgresTemplate {
        private static final String TEMPLATE = "template_of_tests";
        private static final String TABLES =
                "select count(*) from pg_class where relnamespace = 'public'::regnamespace";
        private static final String SCRIPTS =
                "select string_agg(script || checksum || success, ' ' order by installed_rank) from flyway_schema_history";
        private static final String EMPTY = """
                do $$ declare t regclass; begin
                    for t in select oid from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
                            and relname <> 'flyway_schema_history' loop
                        execute case when pg_relation_size(t) < 100000 then 'delete from ' else 'truncate ' end || t;
                    end loop;
                end $$
                """;
        private static final EmbeddedPostgres SERVER = start();
        private static final AtomicInteger COPIES = new AtomicInteger();
        private static final String ALL_TABLES = text(url(SERVER, TEMPLATE), TABLES);
        private static final String ALL_SCRIPTS = text(url(SERVER, TEMPLATE), SCRIPTS);
        /** Databases that tests have done with. To empty one takes a tenth of the time of another copy. */
        private static final Queue<String> EMPTIED = new ConcurrentLinkedQueue<>();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setLocaleConfig("locale", "C")
                        .setServerConfig("max_connections", "300")
                        .start();
                atTheEnd(() -> {
                    try {
                        server.close();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
                execute(url(server, "postgres"), "create database " + TEMPLATE);
                Database.migrate(settings(url(server, TEMPLATE), Path.of("unused")));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static String copyOf(String template) {
            String name = "copy_" + COPIES.incrementAndGet();
            execute("create database " + name + " template " + template);
            return url(SERVER, name);
        }

        static String emptied() {
            String url = EMPTIED.poll();
            return url == null ? copyOf(TEMPLATE) : url;
        }

        /** Keeps it for another test, unless it is not like the template any more. */
        static void drop(String url) {
            disconnect(name(url));
            if (empty(url)) {
                EMPTIED.add(url);
            } else {
                execute("drop database " + name(url) + " with (force)");
            }
        }

        static void disconnect(String name) {
            execute("select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '" + name + "'");
        }

        private static boolean empty(String url) {
            boolean isWhole = ALL_TABLES.equals(text(url, TABLES)) && ALL_SCRIPTS.equals(text(url, SCRIPTS));
            if (isWhole) {
                execute(url, EMPTY);
            }
            return isWhole;
        }

        private static String text(String url, String sql) {
            try (Connection connection = DriverManager.getConnection(url);
                    Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery(sql)) {
                result.next();
                return result.getString(1);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        static String name(String url) {
            return url.substring(url.lastIndexOf('/') + 1, url.indexOf('?'));
        }

        static void execute(String sql) {
            execute(url(SERVER, "postgres"), sql);
        }

        private static String url(EmbeddedPostgres server, String name) {
            return "jdbc:postgresql://localhost:" + server.getPort() + "/" + name + "?user=postgres";
        }

        private static void execute(String url, String sql) {
            try (Connection connection = DriverManager.getConnection(url);
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void atTheEnd(Runnable action) {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(action));
    }
}
