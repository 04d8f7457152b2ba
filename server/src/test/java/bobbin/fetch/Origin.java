package bobbin.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/** A server on this machine that answers with whatever bytes a test wants, and closes the connection after that, without saying so. */
public final class Origin implements AutoCloseable {
    /** The requests that came, with their bodies. */
    public final List<String> asked = new CopyOnWriteArrayList<>();

    /** How many connections were made. */
    public final AtomicInteger connections = new AtomicInteger();

    private final ServerSocket server;
    private final Script script;
    private volatile boolean keeps;

    /** Writes an answer; {@code line} is the request line. */
    public interface Script {
        void answer(String line, OutputStream out) throws IOException;
    }

    public Origin(Script script) {
        this(script, ServerSocketFactory.getDefault());
    }

    /** One that takes connections as {@code sockets} does, for instance with TLS. */
    public Origin(Script script, ServerSocketFactory sockets) {
        this.script = script;
        try {
            server = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.startVirtualThread(this::serve);
    }

    /** Leaves connections open for more requests from now on. */
    public Origin keeping() {
        keeps = true;
        return this;
    }

    /** A script of one answer. */
    public static Script saying(String head, String body) {
        return (_, out) -> out.write(
                ("HTTP/1.1 " + head.replace("\n", "\r\n") + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                        .getBytes(UTF_8));
    }

    /** A script of one answer with a file. */
    public static Script serving(String type, byte[] file) {
        return (_, out) -> {
            out.write(("HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nContent-Length: " + file.length + "\r\n\r\n")
                    .getBytes(UTF_8));
            out.write(file);
        };
    }

    public int port() {
        return server.getLocalPort();
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.startVirtualThread(() -> talk(socket));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void talk(Socket socket) {
        connections.incrementAndGet();
        try (socket) {
            do {
                String request = request(socket.getInputStream());
                asked.add(request);
                script.answer(request.lines().findFirst().orElse(""), socket.getOutputStream());
            } while (keeps);
        } catch (IOException _) {
            // The other side has had enough, which some tests want.
        }
    }

    private static String request(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int sign = in.read();
            if (sign < 0) {
                throw new IOException("closed");
            }
            head.append((char) sign);
        }
        int length = head.toString()
                .lines()
                .filter(line -> line.startsWith("Content-Length: "))
                .mapToInt(line -> Integer.parseInt(line.substring(16)))
                .findFirst()
                .orElse(0);
        return head + new String(in.readNBytes(length), UTF_8);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
