package bobbin.sql;

/**
 * The database cannot do this now but may soon: the disk is full, the connection is lost, too many writes are waiting. A write that ends so
 * has as a rule left nothing behind; where the connection broke during the commit, nobody can know.
 */
public final class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unavailable(String message) {
        super(message);
    }

    Unavailable(Throwable cause) {
        super("The database is not available: " + cause.getMessage(), cause);
    }
}
