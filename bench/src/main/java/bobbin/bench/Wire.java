package bobbin.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.Locale;

/**
 * One kept HTTP connection that sends prepared bytes and reads whole answers. It costs as little as a client can, so that what is measured
 * is the server. Knows only answers with a {@code Content-Length}.
 */
final class Wire implements AutoCloseable {
    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(ISO_8859_1);
    private static final String LENGTH = "\r\ncontent-length:";

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private byte[] buffer = new byte[32 * 1024];
    private int filled;

    Wire(int port) throws IOException {
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(30_000);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    /** What a server answered. */
    record Answer(int status, String text) {}

    static byte[] get(String target) {
        return ("GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n").getBytes(ISO_8859_1);
    }

    static byte[] post(String target, String form) {
        String head = "POST " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length() + "\r\n\r\n";
        return (head + form).getBytes(ISO_8859_1);
    }

    /** Sends a request and waits for the whole answer; the body is kept. */
    Answer send(byte[] request) throws IOException {
        int body = exchange(request);
        return new Answer(status(), new String(buffer, body, filled - body, UTF_8));
    }

    /** Sends a request and waits for the whole answer, of which only the status is kept. */
    int ping(byte[] request) throws IOException {
        exchange(request);
        return status();
    }

    private int exchange(byte[] request) throws IOException {
        out.write(request);
        filled = 0;
        int body = head();
        int end = body + length(body);
        while (filled < end) {
            fill(end);
        }
        return body;
    }

    private int head() throws IOException {
        int seen = 0;
        while (true) {
            fill(filled + 1);
            for (int at = Math.max(0, seen - 3); at <= filled - END_OF_HEAD.length; at++) {
                if (buffer[at] == '\r' && buffer[at + 1] == '\n' && buffer[at + 2] == '\r' && buffer[at + 3] == '\n') {
                    return at + END_OF_HEAD.length;
                }
            }
            seen = filled;
        }
    }

    private int length(int body) {
        String head = new String(buffer, 0, body, ISO_8859_1).toLowerCase(Locale.ROOT);
        int at = head.indexOf(LENGTH);
        if (at < 0) {
            throw new IllegalStateException("An answer without Content-Length: " + head);
        }
        return Integer.parseInt(head, at + LENGTH.length() + 1, head.indexOf('\r', at + 2), 10);
    }

    private int status() {
        return (buffer[9] - '0') * 100 + (buffer[10] - '0') * 10 + buffer[11] - '0';
    }

    private void fill(int wanted) throws IOException {
        if (wanted > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(wanted, 2 * buffer.length));
        }
        int read = in.read(buffer, filled, buffer.length - filled);
        if (read < 0) {
            throw new EOFException("The server hung up");
        }
        filled += read;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
