package bobbin.sql;

/**
 * How much the database has to do.
 *
 * @param waiting calls that wait for a connection, or on SQLite for their turn to write
 * @param busy connections that work for a call now; on SQLite those that read
 * @param open connections there are
 * @param most connections there may be
 * @param commits how often writes were made durable since the database was opened
 * @param writes how many writes went into these commits; on SQLite those that wait together share one
 */
public record Load(int waiting, int busy, int open, int most, long commits, long writes) {

    /** Both together. */
    Load plus(Load other) {
        return new Load(
                waiting + other.waiting,
                busy + other.busy,
                open + other.open,
                most + other.most,
                commits + other.commits,
                writes + other.writes);
    }
}
