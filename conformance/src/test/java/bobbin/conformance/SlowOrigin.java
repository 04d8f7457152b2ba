package bobbin.conformance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that has a video and sends only half of it, until it is told to go on. */
final class SlowOrigin implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch half = new CountDownLatch(1);
    private final CountDownLatch rest = new CountDownLatch(1);
    private final AtomicInteger times = new AtomicInteger();
    private final HttpServer server;
    private volatile byte[] video = {};

    SlowOrigin() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Takes the video of another address. */
    void serve(String url) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            video = client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofByteArray())
                    .body();
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/clip.mp4";
    }

    /** Waits until somebody has got half of it. */
    void awaitHalf() throws InterruptedException {
        if (!half.await(60, TimeUnit.SECONDS)) {
            throw new AssertionError("Nobody asked for the video");
        }
    }

    void goOn() {
        rest.countDown();
    }

    /** How often it was asked for. */
    int times() {
        return times.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        times.incrementAndGet();
        byte[] whole = video;
        exchange.getResponseHeaders().add("Content-Type", "video/mp4");
        exchange.sendResponseHeaders(200, whole.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(whole, 0, whole.length / 2);
            out.flush();
            half.countDown();
            rest.await();
            out.write(whole, whole.length / 2, whole.length - whole.length / 2);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        goOn();
        server.stop(0);
        threads.shutdownNow();
    }
}
