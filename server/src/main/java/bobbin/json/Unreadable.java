package bobbin.json;

/** Says that a text is no JSON, or more of it than we read. Has no stack trace, because it is expected. */
public final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unreadable(String reason) {
        super(reason, null, false, false);
    }
}
