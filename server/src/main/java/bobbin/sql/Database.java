package bobbin.sql;

import bobbin.sql.Dialect.Failure;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database. The only way to it is a transaction: {@link #read}, {@link #write}, {@link #change}. A transaction inside a transaction is
 * refused: pass the {@link Tx} on instead.
 *
 * <p>Failures come out of these methods: {@link Duplicate}, {@link Unavailable}, or whatever the work threw; then nothing is written.
 */
public final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    /** How often a transaction is run at most, if the engine keeps giving it up in favour of others. */
    private static final int RUNS = 10;

    private final Dialect dialect;
    private final Engine engine;
    private final InstantSource time;
    private final boolean alone;
    private final ScopedValue<Tx> open = ScopedValue.newInstance();
    private final OwnWrites ownWrites = new OwnWrites();

    private Database(Dialect dialect, Engine engine, InstantSource time, boolean alone) {
        this.dialect = dialect;
        this.engine = engine;
        this.time = time;
        this.alone = alone;
    }

    /**
     * Opens the database for a server, and brings its schema up to date. Refuses an SQLite file that another server has open, and an old
     * schema if the settings forbid to change it ({@link IllegalStateException}).
     */
    public static Database open(DatabaseSettings settings, InstantSource time) {
        return open(settings, time, true);
    }

    /** Opens the database for a command, which may run beside a server. Its writes wait for the server's, and the other way round. */
    public static Database join(DatabaseSettings settings, InstantSource time) {
        return open(settings, time, false);
    }

    private static Database open(DatabaseSettings settings, InstantSource time, boolean alone) {
        Dialect dialect = settings.dialect();
        Engine engine = switch (dialect) {
            case SQLITE -> Sqlite.open(settings, alone);
            case POSTGRESQL -> Postgres.open(settings);
        };
        return new Database(dialect, engine, time, alone && dialect == Dialect.SQLITE);
    }

    /**
     * Brings the schema up to date, also where {@code database.migrate_on_start} is off.
     *
     * @return the versions that were missing, in order
     */
    public static List<String> migrate(DatabaseSettings settings) {
        return Migrations.of(settings).run();
    }

    /** Deletes the SQLite file with all that is in it. Refuses one that a server has open, and a database that is no SQLite file. */
    public static void erase(DatabaseSettings settings) {
        if (settings.dialect() != Dialect.SQLITE) {
            throw new IllegalStateException("Only an SQLite file can be erased");
        }
        Sqlite.erase(settings.file());
    }

    /** Whether this is the only server that has it open, so that nothing runs any more that an earlier one had begun. */
    public boolean isAlone() {
        return alone;
    }

    /** Which engine this is. For full-text search; nothing else should ask. */
    public Dialect dialect() {
        return dialect;
    }

    /**
     * Reads. For point reads and short ranges, which take at most a few milliseconds. Each statement sees what was committed when it began;
     * what must be of one moment is read in one statement. Writing is refused on SQLite, so that tests find it.
     */
    public <T extends @Nullable Object> T read(Work<T> work) {
        return transact(engine::read, work, false);
    }

    /**
     * Reads what may take longer: searches, exports, ranges of insights. On SQLite a few such reads run at a time, each on a platform
     * thread, because a native call holds the carrier of a virtual one.
     */
    public <T extends @Nullable Object> T readLong(Work<T> work) {
        return transact(engine::readLong, work, false);
    }

    /**
     * Writes, and answers with what the work answers once that is durable. The work is run again if the engine asks for it; and once if it
     * ends in a {@link Duplicate}: an id may have been taken (then the next one is free), or another write was faster (then the work now
     * sees it and can say so in its own words). Keep it short: on SQLite every other write waits for it.
     */
    public <T extends @Nullable Object> T write(Work<T> work) {
        try {
            return transact(engine::write, work, true);
        } catch (Duplicate _) {
            return transact(engine::write, work, true);
        }
    }

    /** Writes, like {@link #write}, with nothing to answer. */
    public void change(Action action) {
        this.<@Nullable Void>write(tx -> {
            action.run(tx);
            return null;
        });
    }

    /**
     * A number that grows whenever another process has written, so that a cache can tell that it must forget; or empty on PostgreSQL, where
     * nobody can tell and nothing may be cached that others change.
     *
     * <p>Costs nothing to ask. On SQLite a write sees it exactly: when its work runs, every foreign write before it is counted. Otherwise
     * the number is at most 50 milliseconds late. (The writer looks at {@code pragma data_version} when a batch begins and every 50
     * milliseconds while it is idle, some ten microseconds each.)
     */
    public OptionalLong foreignWrites() {
        return engine.foreignWrites();
    }

    AtomicLongArray watch(String table) {
        return ownWrites.watch(table);
    }

    /** How much it has to do at this moment, and has done. */
    public Load load() {
        return engine.load();
    }

    /** Whether the database answers at all; asks it. */
    public boolean answers() {
        try {
            return read(tx -> tx.query("select 1").mapTo(Integer.class).one()) == 1;
        } catch (Unavailable _) {
            return false;
        }
    }

    /** Finishes every write that was accepted and every read that has begun; further ones end in {@link Unavailable}. */
    @Override
    public void close() {
        engine.close();
    }

    /** One of the three ways in which an engine lends a connection. */
    @FunctionalInterface
    private interface Way {
        <T extends @Nullable Object> T lend(Session<T> session) throws SQLException;
    }

    private record Answer<T extends @Nullable Object>(T value, Tx tx) {}

    private <T extends @Nullable Object> T transact(Way way, Work<T> work, boolean writes) {
        if (open.isBound()) {
            throw new IllegalStateException("A transaction is open already: pass its Tx on instead of opening another");
        }
        Answer<T> answer = repeatedly(way, handle -> {
            Tx tx = new Tx(handle, time.instant().truncatedTo(ChronoUnit.MILLIS), writes);
            T value = ScopedValue.where(open, tx).call(() -> work.run(tx));
            return new Answer<>(value, tx);
        });
        ownWrites.count(answer.tx().written());
        answer.tx().afterwards().forEach(Database::runAfterwards);
        return answer.value();
    }

    private <T> T repeatedly(Way way, Session<T> session) {
        for (int run = 1; ; run++) {
            try {
                return way.lend(session);
            } catch (RuntimeException | SQLException e) {
                if (run == RUNS || failure(e) != Failure.PASSING) {
                    throw translated(e);
                }
                LOG.debug("transaction=again run={} reason={}", run, e.getMessage());
                pause(run);
            }
        }
    }

    private RuntimeException translated(Exception e) {
        return switch (failure(e)) {
            case DUPLICATE -> new Duplicate(e);
            case PASSING, UNAVAILABLE -> new Unavailable(e);
            case OTHER -> e instanceof RuntimeException thrown ? thrown : new IllegalStateException(e);
        };
    }

    private Failure failure(Exception e) {
        return Failures.sqlBehind(e).map(dialect::failure).orElse(Failure.OTHER);
    }

    /** By chance, so that two transactions that met do not meet again. */
    private static void pause(int run) {
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(run * 2_000_000L));
    }

    private static void runAfterwards(Runnable effect) {
        try {
            effect.run();
        } catch (RuntimeException e) {
            LOG.error("effect=failed although its transaction is committed", e);
        }
    }
}
