package bobbin.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * PostgreSQL and its kin, through a pool of connections. Transactions are {@code read committed}; reads need none, each of their statements
 * is one.
 */
final class Postgres implements Engine {
    private static final int STANDARD_CONNECTIONS = 16;
    private static final int CONNECT_SECONDS = 5;
    /** After that without an answer a connection counts as lost, unless the address says otherwise. Not for migrations. */
    private static final int SILENCE_SECONDS = 60;

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final Turns turns;
    private final AtomicLong writes = new AtomicLong();

    private Postgres(HikariDataSource pool, Duration patience) {
        this.pool = pool;
        this.jdbi = Statements.setUp(Jdbi.create(pool));
        this.turns = new Turns(pool.getMaximumPoolSize(), patience);
    }

    static Postgres open(DatabaseSettings settings) {
        PGSimpleDataSource source = source(settings);
        new Migrations(source, Dialect.POSTGRESQL).runOrCheck(settings.migrateOnStart());
        if (source.getSocketTimeout() == 0) {
            source.setSocketTimeout(SILENCE_SECONDS);
        }
        HikariConfig config = new HikariConfig();
        config.setPoolName("postgresql");
        config.setDataSource(source);
        config.setMaximumPoolSize(settings.connections() == 0 ? STANDARD_CONNECTIONS : settings.connections());
        config.setMinimumIdle(Math.min(2, config.getMaximumPoolSize()));
        config.setConnectionTimeout(Math.max(250, settings.patience().toMillis()));
        return new Postgres(new HikariDataSource(config), settings.patience());
    }

    static PGSimpleDataSource source(DatabaseSettings settings) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setTcpKeepAlive(true);
        source.setApplicationName("bobbin");
        source.setUrl(settings.url());
        if (!settings.user().isEmpty()) {
            source.setUser(settings.user());
        }
        if (!settings.password().isEmpty()) {
            source.setPassword(settings.password());
        }
        return source;
    }

    @Override
    public <T extends @Nullable Object> T read(Session<T> session) throws SQLException {
        turns.begin();
        try (Handle handle = jdbi.open()) {
            return session.with(handle);
        } finally {
            turns.end();
        }
    }

    @Override
    public <T extends @Nullable Object> T readLong(Session<T> session) throws SQLException {
        return read(session);
    }

    @Override
    public <T extends @Nullable Object> T write(Session<T> session) throws SQLException {
        turns.begin();
        try (Handle handle = jdbi.open()) {
            T answer = handle.inTransaction(session::with);
            writes.incrementAndGet();
            return answer;
        } finally {
            turns.end();
        }
    }

    @Override
    public Load load() {
        int open = pool.getHikariPoolMXBean().getTotalConnections();
        return new Load(turns.waiting(), turns.taken(), open, pool.getMaximumPoolSize(), writes.get(), writes.get());
    }

    @Override
    public OptionalLong foreignWrites() {
        return OptionalLong.empty();
    }

    /** Waits for the transactions that run. */
    @Override
    public void close() {
        turns.close();
        pool.close();
    }
}
