package bobbin.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Another server, which has an image and a long video. */
final class Origin implements AutoCloseable {
    private static final int CHUNK = 1 << 20;
    private static final int HEADER = 8;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** @param videoBytes how long the video is */
    Origin(int videoBytes) throws IOException {
        byte[] image = sample("landscape.jpg");
        byte[] video = sample("sample.mp4");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/image.jpg", exchange -> answer(exchange, "image/jpeg", image, image.length));
        server.createContext("/video.mp4", exchange -> answer(exchange, "video/mp4", video, videoBytes));
        server.start();
    }

    /** The address of one of its files. */
    String url(String name) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + name;
    }

    /** Sends a file, and behind it a box of nothing, as cameras leave them, up to a length. */
    private static void answer(HttpExchange exchange, String type, byte[] file, int length) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(200, length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(file);
            int rest = length - file.length;
            if (rest >= HEADER) {
                out.write(ByteBuffer.allocate(HEADER)
                        .putInt(rest)
                        .put(new byte[] {'f', 'r', 'e', 'e'})
                        .array());
                byte[] nothing = new byte[CHUNK];
                for (int left = rest - HEADER; left > 0; left -= CHUNK) {
                    out.write(nothing, 0, Math.min(left, CHUNK));
                }
            }
        }
    }

    private static byte[] sample(String name) throws IOException {
        try (InputStream file = Origin.class.getResourceAsStream("/bobbin/lab/" + name)) {
            if (file == null) {
                throw new IOException("The jar has no " + name);
            }
            return file.readAllBytes();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
