package bobbin.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** What came after the head of a request: its bytes, or a stream of them, or why there are none. */
final class Body {
    static final Body NONE = new Body(new byte[0]);

    private final byte[] bytes;
    private final @Nullable InputStream stream;
    private final @Nullable Malformed refusal;

    Body(byte[] bytes) {
        this(bytes, null, null);
    }

    private Body(byte[] bytes, @Nullable InputStream stream, @Nullable Malformed refusal) {
        this.bytes = bytes;
        this.stream = stream;
        this.refusal = refusal;
    }

    /** A body that comes while it is read; its bytes seem to be none. */
    static Body streamed(InputStream stream) {
        return new Body(new byte[0], stream, null);
    }

    static Body tooLarge(long limit) {
        return new Body(
                new byte[0],
                null,
                new Malformed(Malformed.Kind.BODY_TOO_LARGE, "The body is larger than %d bytes.".formatted(limit)));
    }

    static Body broken() {
        return new Body(
                new byte[0], null, new Malformed(Malformed.Kind.BODY, "The body is not as its head announces it."));
    }

    boolean isRefused() {
        return refusal != null;
    }

    /** No form begins with a brace, a bracket or a quote. */
    boolean beginsLikeJson() {
        for (int i = textStart(); i < bytes().length; i++) {
            byte sign = bytes[i];
            if (!Character.isWhitespace(sign)) {
                return sign == '{' || sign == '[' || sign == '"';
            }
        }
        return false;
    }

    /** As UTF-8, without the mark of byte order that some clients put in front of it. */
    String text() {
        int start = textStart();
        return new String(bytes(), start, bytes.length - start, UTF_8);
    }

    private int textStart() {
        byte[] all = bytes();
        boolean marked = all.length >= 3 && all[0] == (byte) 0xef && all[1] == (byte) 0xbb && all[2] == (byte) 0xbf;
        return marked ? 3 : 0;
    }

    byte[] bytes() {
        if (refusal != null) {
            throw refusal;
        }
        return bytes;
    }

    /** The same bytes, whichever way they come. */
    InputStream stream() {
        return stream == null ? new ByteArrayInputStream(bytes()) : stream;
    }
}
