package bobbin.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection to a SQLite file, with its statements kept prepared. Used by one thread at a time. */
final class SqliteSession implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteSession.class);

    private final Handle handle;
    private final KeptStatements statements = new KeptStatements();

    private SqliteSession(Handle handle) {
        this.handle = handle;
        handle.setStatementBuilder(statements);
    }

    static SqliteSession writing(Jdbi jdbi) throws SQLException {
        return new SqliteSession(jdbi.open());
    }

    static SqliteSession reading(Jdbi jdbi) throws SQLException {
        SqliteSession session = writing(jdbi);
        try (Statement statement = session.connection().createStatement()) {
            statement.execute("pragma query_only = on");
        }
        return session;
    }

    Handle handle() {
        return handle;
    }

    Connection connection() {
        return handle.getConnection();
    }

    /** Lets go of everything that a transaction left open. */
    void tidyUp() {
        handle.clean();
    }

    /** The same after a failure; if it was a statement that failed, the driver has given that one up, and none is trusted any more. */
    void tidyUpAfter(Throwable failure) {
        handle.clean();
        if (Failures.sqlBehind(failure).isPresent()) {
            statements.forget();
        }
    }

    @Override
    public void close() {
        try {
            handle.close();
        } catch (RuntimeException e) {
            LOG.warn("connection=unclosed reason={}", e.getMessage());
        }
    }
}
