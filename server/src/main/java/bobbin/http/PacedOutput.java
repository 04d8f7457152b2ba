package bobbin.http;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** An answer of any length, for which the client has {@code http.response_timeout} for each 16 MiB. */
final class PacedOutput extends FilterOutputStream {
    private static final int PACE = 16 << 20;

    private final Runnable moving;
    private long written;

    /** @param moving told that the client takes the answer at a good pace */
    PacedOutput(OutputStream wire, Runnable moving) {
        super(wire);
        this.moving = moving;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
        if ((written + length) / PACE > written / PACE) {
            moving.run();
        }
        written += length;
    }
}
