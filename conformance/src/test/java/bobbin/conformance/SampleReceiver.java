package bobbin.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Meta's sample receiver of webhooks, retold: repeats the challenge, verifies the signature, keeps what came (12 §12.6, S5). */
final class SampleReceiver implements AutoCloseable {
    static final String TOKEN = "token";

    private final String secret;
    private final HttpServer server;
    private final LinkedBlockingQueue<JsonNode> updates = new LinkedBlockingQueue<>();
    private final Map<String, Set<String>> bodies = new ConcurrentHashMap<>();
    private volatile int status = 200;
    private volatile Map<String, String> handshake = Map.of();
    private volatile CountDownLatch held = new CountDownLatch(0);

    SampleReceiver(String secret) {
        this.secret = secret;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/threads", this::take);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/threads";
    }

    /** What it answers from now on. */
    void answering(int number) {
        status = number;
    }

    /** Answers nobody from now on, until {@link #goOn}. */
    void hold() {
        held = new CountDownLatch(1);
    }

    void goOn() {
        held.countDown();
    }

    /** What came under each id, which is the same each time if all is well. */
    Map<String, Set<String>> bodies() {
        return bodies;
    }

    /** The next update whose signature is right; waits for it. */
    JsonNode next() {
        try {
            JsonNode next = updates.poll(60, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("No update came");
            }
            return next;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What it was last asked when its address was verified. */
    Map<String, String> handshake() {
        return handshake;
    }

    boolean isEmpty() {
        return updates.isEmpty();
    }

    @Override
    public void close() {
        goOn();
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (exchange.getRequestMethod().equals("GET")) {
            Map<String, String> query = Arrays.stream(
                            exchange.getRequestURI().getQuery().split("&", -1))
                    .map(pair -> pair.split("=", 2))
                    .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
            handshake = query;
            boolean mine = "subscribe".equals(query.get("hub.mode")) && TOKEN.equals(query.get("hub.verify_token"));
            answer(exchange, mine ? 200 : 400, mine ? query.getOrDefault("hub.challenge", "") : "");
            return;
        }
        boolean valid = signature("HmacSHA256", "sha256=", body).equals(header(exchange, "X-Hub-Signature-256"))
                && signature("HmacSHA1", "sha1=", body).equals(header(exchange, "X-Hub-Signature"));
        if (valid) {
            bodies.computeIfAbsent(header(exchange, "webhook-id"), _ -> ConcurrentHashMap.newKeySet())
                    .add(new String(body, UTF_8));
            updates.add(JsonMapper.shared().readTree(body));
        }
        await();
        answer(exchange, valid ? status : 401, "");
    }

    private void await() {
        try {
            held.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static String header(HttpExchange exchange, String name) {
        return String.valueOf(exchange.getRequestHeaders().getFirst(name));
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String signature(String way, String prefix, byte[] body) {
        try {
            Mac mac = Mac.getInstance(way);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), way));
            return prefix + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
