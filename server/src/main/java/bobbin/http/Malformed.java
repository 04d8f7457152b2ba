package bobbin.http;

/** Says that a request cannot be read. Has no stack trace, because it is expected; its message may be shown to the caller. */
public final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Kind kind;

    /** What cannot be read. */
    public enum Kind {
        /** Broken percent-encoding in the path. */
        PATH,
        /** Broken percent-encoding in the query or in a form. */
        FORM,
        MULTIPART,
        JSON,
        /** The transfer of the body: broken chunks, for example. */
        BODY,
        BODY_TOO_LARGE
    }

    public Malformed(Kind kind, String reason) {
        super(reason, null, false, false);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
