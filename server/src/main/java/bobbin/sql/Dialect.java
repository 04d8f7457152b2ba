package bobbin.sql;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Set;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** All that differs between the engines, apart from full-text search. */
public enum Dialect {
    SQLITE("without rowid", "") {
        @Override
        Failure failure(SQLException e) {
            return e instanceof SQLiteException sqlite ? failure(sqlite.getResultCode()) : Failure.OTHER;
        }

        private Failure failure(SQLiteErrorCode code) {
            return switch (code) {
                case SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_UNIQUE, SQLITE_CONSTRAINT_ROWID ->
                    Failure.DUPLICATE;
                default ->
                    switch (code.code & 0xff) {
                        // busy, locked, out of memory, interrupted, input or output failed, disk full, cannot open,
                        // locking protocol
                        case 5, 6, 7, 9, 10, 13, 14, 15 -> Failure.UNAVAILABLE;
                        default -> Failure.OTHER;
                    };
            };
        }
    },

    POSTGRESQL("", "collate \"C\"") {
        @Override
        Failure failure(SQLException e) {
            if (e instanceof SQLTransientConnectionException) {
                return Failure.UNAVAILABLE;
            }
            String state = Objects.requireNonNullElse(e.getSQLState(), "unknown");
            return switch (state) {
                case "23505" -> Failure.DUPLICATE;
                case "40001", "40P01" -> Failure.PASSING;
                default -> PASSING_AWAY.contains(state.substring(0, 2)) ? Failure.UNAVAILABLE : Failure.OTHER;
            };
        }
    };

    /** Classes of SQLSTATE: connection, resources (disk full, too many connections), operator (shutdown), system. */
    private static final Set<String> PASSING_AWAY = Set.of("08", "53", "57", "58");

    private final String clustered;
    private final String bytewise;

    Dialect(String clustered, String bytewise) {
        this.clustered = clustered;
        this.bytewise = bytewise;
    }

    /** What the failure of a statement or of a commit means. */
    enum Failure {
        DUPLICATE,
        /** Worth another run at once: the engine gave this transaction up in favour of another. */
        PASSING,
        UNAVAILABLE,
        OTHER
    }

    abstract Failure failure(SQLException e);

    /** What follows a {@code create table} so that rows lie in the order of their primary key. */
    String clustered() {
        return clustered;
    }

    /** What follows the type of a text column so that it is compared by its bytes, and texts with the same beginning lie together. */
    String bytewise() {
        return bytewise;
    }
}
