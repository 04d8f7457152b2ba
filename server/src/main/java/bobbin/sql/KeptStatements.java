package bobbin.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the statements of one SQLite connection prepared, because its driver does not. A statement is lent while it runs; if the same is
 * wanted twice at a time, the second is prepared anew. The longest unused is closed when there are too many.
 */
final class KeptStatements extends DefaultStatementBuilder {
    private static final Logger LOG = LoggerFactory.getLogger(KeptStatements.class);
    private static final int MOST = 500;

    private final LinkedHashMap<String, PreparedStatement> idle = new LinkedHashMap<>();
    /** What each lent statement was prepared from: Jdbi asks for the SQL with question marks and gives back that with names. */
    private final IdentityHashMap<Statement, String> lent = new IdentityHashMap<>();

    @Override
    public PreparedStatement create(Connection connection, String sql, StatementContext context) throws SQLException {
        PreparedStatement kept = idle.remove(sql);
        PreparedStatement statement = kept != null ? kept : super.create(connection, sql, context);
        lent.put(statement, sql);
        return statement;
    }

    @Override
    public void close(Connection connection, String named, Statement statement) throws SQLException {
        String sql = lent.remove(statement);
        if (sql == null
                || !(statement instanceof PreparedStatement prepared)
                || idle.putIfAbsent(sql, prepared) != null) {
            statement.close();
            return;
        }
        if (idle.size() > MOST) {
            idle.pollFirstEntry().getValue().close();
        }
    }

    /** Closes all. Needed after a failure, because the driver gives up the statement that failed. */
    void forget() {
        for (PreparedStatement statement : idle.values()) {
            try {
                statement.close();
            } catch (SQLException e) {
                LOG.debug("statement=unclosed reason={}", e.getMessage());
            }
        }
        idle.clear();
        lent.clear();
    }

    @Override
    public void close(Connection connection) {
        forget();
    }
}
