package bobbin.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;

/**
 * Reads the bytes of a connection and takes the request line out of the library's hands: the library knows ASCII targets and HTTP/1.1,
 * clients send raw UTF-8 (00 decision 11) and old proxies speak HTTP/1.0. We keep the target and show the library a plain one.
 */
final class RequestLines extends DataReader {
    /** Bytes of a request line: the longest target (01 §4), a method and a version. */
    static final int LONGEST = HttpSettings.LONGEST_TARGET + 64;

    private static final int LARGEST_CHUNK = 1 << 20;
    private static final String HEX = "0123456789ABCDEF";

    private final Runnable begins;
    private boolean atRequestLine;
    private String target = "";
    private boolean old;

    /** A chunk of a body that is too large to be held in memory. */
    static final class ChunkTooLarge extends RuntimeException {
        private static final long serialVersionUID = 1;

        ChunkTooLarge() {
            super("A chunk is larger than " + LARGEST_CHUNK, null, false, false);
        }
    }

    /** {@code begins} is told of each first byte of a request. */
    @SuppressWarnings("removal") // the factory that replaces this constructor makes nothing that could be extended
    RequestLines(DataReader wire, Runnable begins) {
        super(() -> wire.readBuffer().readBytes());
        this.begins = begins;
    }

    /** The target of the current request, as it was sent, bytes outside ASCII percent-encoded. */
    String target() {
        return target;
    }

    /** Whether the current request speaks HTTP/1.0. */
    boolean isOld() {
        return old;
    }

    @Override
    public int findNewLine(int max) {
        if (max == LONGEST) {
            ensureAvailable();
            begins.run();
            if (startsWithNewLine()) {
                skip(2); // some clients send one behind a body (RFC 9112 §2.2)
            }
            atRequestLine = true;
        }
        return super.findNewLine(max);
    }

    @Override
    public byte[] readBytes(int length) {
        byte[] bytes = super.readBytes(length);
        if (!atRequestLine) {
            return bytes;
        }
        atRequestLine = false;
        return requestLine(bytes);
    }

    @Override
    public BufferData readBuffer(int length) {
        if (length > LARGEST_CHUNK) {
            throw new ChunkTooLarge();
        }
        return super.readBuffer(length);
    }

    /** What cannot be taken apart stays as it is and has no target; the library refuses it, or we do. */
    private byte[] requestLine(byte[] bytes) {
        target = "";
        String line = new String(bytes, ISO_8859_1);
        int first = line.indexOf(' ');
        int last = line.indexOf(' ', first + 1);
        if (first < 1 || last <= first + 1 || !line.startsWith("HTTP/1.", last + 1)) {
            return bytes;
        }
        target = ascii(line, first + 1, last);
        old = line.endsWith(" HTTP/1.0");
        String version = old ? "HTTP/1.1" : line.substring(last + 1);
        return (line.substring(0, first) + " / " + version).getBytes(ISO_8859_1);
    }

    private static String ascii(String line, int from, int to) {
        StringBuilder encoded = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            char c = line.charAt(i);
            if (c > ' ' && c < 0x7f) {
                encoded.append(c);
            } else {
                encoded.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            }
        }
        return encoded.toString();
    }
}
