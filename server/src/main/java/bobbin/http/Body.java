package bobbin.http;

import org.jspecify.annotations.Nullable;

/** What came after the head of a request: its bytes, or why there are none. */
final class Body {
    static final Body NONE = new Body(new byte[0]);

    private final byte[] bytes;
    private final @Nullable Malformed refusal;

    Body(byte[] bytes) {
        this(bytes, null);
    }

    private Body(byte[] bytes, @Nullable Malformed refusal) {
        this.bytes = bytes;
        this.refusal = refusal;
    }

    static Body tooLarge(long limit) {
        return new Body(
                new byte[0],
                new Malformed(Malformed.Kind.BODY_TOO_LARGE, "The body is larger than %d bytes.".formatted(limit)));
    }

    static Body broken() {
        return new Body(new byte[0], new Malformed(Malformed.Kind.BODY, "The body is not as its head announces it."));
    }

    boolean isRefused() {
        return refusal != null;
    }

    /** No form begins with a brace, a bracket or a quote. */
    boolean beginsLikeJson() {
        for (byte sign : bytes()) {
            if (!Character.isWhitespace(sign)) {
                return sign == '{' || sign == '[' || sign == '"';
            }
        }
        return false;
    }

    byte[] bytes() {
        if (refusal != null) {
            throw refusal;
        }
        return bytes;
    }
}
