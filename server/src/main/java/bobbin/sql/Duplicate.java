package bobbin.sql;

/** A row with this key exists already. The transaction has left nothing behind. */
public final class Duplicate extends RuntimeException {
    private static final long serialVersionUID = 1;

    Duplicate(Throwable cause) {
        super("A row with this key exists already", cause);
    }
}
