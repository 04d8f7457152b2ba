package bobbin.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The connection that writes, and the statements that begin and end things on it. */
final class SqliteTransaction implements AutoCloseable {
    private final SqliteSession session;
    private final PreparedStatement begin;
    private final PreparedStatement commit;
    private final PreparedStatement savepoint;
    private final PreparedStatement release;
    private final PreparedStatement undo;
    private final PreparedStatement dataVersion;

    SqliteTransaction(Jdbi jdbi) throws SQLException {
        session = SqliteSession.writing(jdbi);
        Connection connection = session.connection();
        begin = connection.prepareStatement("begin immediate");
        commit = connection.prepareStatement("commit");
        savepoint = connection.prepareStatement("savepoint one");
        release = connection.prepareStatement("release one");
        undo = connection.prepareStatement("rollback to one");
        dataVersion = connection.prepareStatement("pragma data_version");
    }

    Handle handle() {
        return session.handle();
    }

    /** Waits for other processes that write, up to the busy timeout. */
    void begin() throws SQLException {
        begin.execute();
    }

    void commit() throws SQLException {
        commit.execute();
    }

    void savepoint() throws SQLException {
        savepoint.execute();
    }

    /** Keeps what was done since the savepoint. */
    void keep() throws SQLException {
        session.tidyUp();
        release.execute();
    }

    /** Undoes what was done since the savepoint. Fails if the engine has undone the whole transaction already. */
    void undo(Throwable reason) throws SQLException {
        session.tidyUpAfter(reason);
        undo.execute();
        release.execute();
    }

    /** Changes when another connection has committed, and never by commits of this one. */
    int dataVersion() throws SQLException {
        try (ResultSet row = dataVersion.executeQuery()) {
            return row.getInt(1);
        }
    }

    /** An open transaction is rolled back. */
    @Override
    public void close() {
        session.close();
    }
}
