package bobbin.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * SQLite: one file, one writer, a few readers that never wait for it. Short reads run on their caller's thread; long ones on platform
 * threads, because a native call holds the carrier of a virtual thread for as long as it takes.
 */
final class Sqlite implements Engine {
    private static final int LONG_READERS = 2;

    private final Optional<FileClaim> claim;
    private final SqliteWriter writer;
    private final SqliteReaders readers;
    private final SqliteReaders longReaders;
    private final ExecutorService longThreads;

    private Sqlite(Optional<FileClaim> claim, Jdbi jdbi, DatabaseSettings settings) {
        int cores = Runtime.getRuntime().availableProcessors();
        int connections = settings.connections() == 0 ? cores : settings.connections();
        this.claim = claim;
        this.writer = SqliteWriter.start(jdbi, settings.waitingWrites(), settings.patience());
        this.readers = new SqliteReaders(jdbi, connections, settings.patience());
        this.longReaders = new SqliteReaders(jdbi, LONG_READERS, settings.patience());
        this.longThreads = Executors.newFixedThreadPool(
                LONG_READERS,
                Thread.ofPlatform().name("sqlite-long-reader-", 1).daemon().factory());
    }

    /**
     * Opens the file, makes it if there is none.
     *
     * @param alone whether no other server may have it open
     */
    static Sqlite open(DatabaseSettings settings, boolean alone) {
        SQLiteDataSource source = source(settings);
        Optional<FileClaim> claim = alone ? Optional.of(FileClaim.on(settings.file())) : Optional.empty();
        try {
            new Migrations(source, Dialect.SQLITE).runOrCheck(settings.migrateOnStart());
        } catch (RuntimeException e) {
            claim.ifPresent(FileClaim::close);
            throw e;
        }
        return new Sqlite(claim, Statements.setUp(Jdbi.create(source)), settings);
    }

    /** Deletes the file and what SQLite keeps beside it. */
    static void erase(Path file) {
        if (!Files.exists(file)) {
            return;
        }
        try (FileClaim _ = FileClaim.on(file)) {
            for (String suffix : List.of("-wal", "-shm", "-journal", "")) {
                Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + file, e);
        }
    }

    /**
     * Durable at every commit; readers do not wait for the writer; other processes that write are waited for. Makes the folder of the file,
     * because SQLite does not.
     */
    static SQLiteDataSource source(DatabaseSettings settings) {
        Path file = settings.file().toAbsolutePath();
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the folder of " + file, e);
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout((int) settings.patience().toMillis());
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        config.setCacheSize(-16_000);
        config.setJournalSizeLimit(64 << 20);
        config.setGetGeneratedKeys(false);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    @Override
    public <T extends @Nullable Object> T read(Session<T> session) throws SQLException {
        return readers.read(session);
    }

    @Override
    public <T extends @Nullable Object> T readLong(Session<T> session) throws SQLException {
        Future<T> answer = submit(() -> longReaders.read(session));
        try {
            return answer.get();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Unavailable("Interrupted while reading");
        } catch (ExecutionException e) {
            throw Failures.rethrown(e.getCause());
        }
    }

    private <T extends @Nullable Object> Future<T> submit(Callable<T> read) {
        try {
            return longThreads.submit(read);
        } catch (RejectedExecutionException _) {
            throw new Unavailable("The database is closed");
        }
    }

    @Override
    public <T extends @Nullable Object> T write(Session<T> session) {
        return writer.write(session);
    }

    @Override
    public Load load() {
        return writer.load().plus(readers.load()).plus(longReaders.load());
    }

    @Override
    public OptionalLong foreignWrites() {
        return OptionalLong.of(writer.foreignWrites());
    }

    @Override
    public void close() {
        writer.close();
        longThreads.close();
        readers.close();
        longReaders.close();
        claim.ifPresent(FileClaim::close);
    }
}
