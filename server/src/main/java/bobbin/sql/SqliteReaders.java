package bobbin.sql;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Lends the connections that read, each to one caller at a time; opened when first needed, the last used is lent first. */
final class SqliteReaders implements AutoCloseable {
    private final Jdbi jdbi;
    private final int most;
    private final Turns turns;
    private final ConcurrentLinkedDeque<SqliteSession> idle = new ConcurrentLinkedDeque<>();

    SqliteReaders(Jdbi jdbi, int most, Duration patience) {
        this.jdbi = jdbi;
        this.most = most;
        this.turns = new Turns(most, patience);
    }

    <T extends @Nullable Object> T read(Session<T> session) throws SQLException {
        turns.begin();
        try {
            return lend(session);
        } finally {
            turns.end();
        }
    }

    private <T extends @Nullable Object> T lend(Session<T> session) throws SQLException {
        SqliteSession lent = idle.pollFirst();
        if (lent == null) {
            lent = SqliteSession.reading(jdbi);
        }
        try {
            T answer = session.with(lent.handle());
            lent.tidyUp();
            return answer;
        } catch (Throwable e) {
            lent.tidyUpAfter(e);
            throw e;
        } finally {
            idle.addFirst(lent);
        }
    }

    /** What of the load is theirs. */
    Load load() {
        int busy = turns.taken();
        return new Load(turns.waiting(), busy, busy + idle.size(), most, 0, 0);
    }

    /** Waits for the reads that have begun. */
    @Override
    public void close() {
        turns.close();
        idle.forEach(SqliteSession::close);
    }
}
