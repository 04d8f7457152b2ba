package bobbin.http;

import io.helidon.webserver.CloseConnectionException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A body that its handler reads as it comes. The client has {@code http.request_timeout} for each MiB of it. What cannot be read is refused
 * with {@link Malformed}, as everywhere.
 */
final class BodyStream extends InputStream {
    private static final int PACE = 1 << 20;
    /** What may come behind the part that a handler reads: the last boundary of a form, for example. */
    private static final int LITTLE = 8 << 10;

    private final InputStream wire;
    private final long limit;
    private final Connection connection;
    private long read;
    private boolean ended;
    private @Nullable Malformed refusal;

    BodyStream(InputStream wire, long limit, Connection connection) {
        this.wire = wire;
        this.limit = limit;
        this.connection = connection;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
        if (ended || length == 0) {
            return ended ? -1 : 0;
        }
        if (refusal != null) {
            throw new Malformed(
                    refusal.kind(),
                    refusal.getMessage()); // again, because whoever closes a part of a form reads it to its end
        }
        int came = next(bytes, from, length);
        ended = came < 0;
        if (ended) {
            connection.answering();
        } else {
            advance(came);
        }
        return came;
    }

    /** Reads what little is left, and says whether that was all. */
    boolean finish() {
        byte[] rest = new byte[LITTLE];
        try {
            for (int left = LITTLE; left > 0 && !ended; ) {
                left -= Math.max(0, read(rest, 0, left));
            }
        } catch (Malformed _) {
            return false;
        }
        return ended;
    }

    private void advance(int came) {
        if ((read + came) / PACE > read / PACE) {
            connection.reading();
        }
        read += came;
        if (read > limit) {
            throw refuse(Malformed.Kind.BODY_TOO_LARGE, "The body is larger than %d bytes.".formatted(limit));
        }
    }

    private int next(byte[] bytes, int from, int length) {
        try {
            return wire.read(bytes, from, length);
        } catch (RequestLines.ChunkTooLarge _) {
            throw refuse(Malformed.Kind.BODY_TOO_LARGE, "A chunk of the body is too large.");
        } catch (CloseConnectionException e) {
            throw e;
        } catch (IOException | RuntimeException _) {
            throw refuse(Malformed.Kind.BODY, "The body is not as its head announces it.");
        }
    }

    private Malformed refuse(Malformed.Kind kind, String reason) {
        Malformed made = new Malformed(kind, reason);
        refusal = made;
        return made;
    }
}
