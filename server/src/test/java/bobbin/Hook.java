package bobbin;

import static java.nio.charset.StandardCharsets.UTF_8;

import bobbin.json.Json;
import bobbin.json.Node;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server of an app that takes webhooks: passes the verification, and answers what it was told to, 200 when it was told nothing. */
final class Hook implements AutoCloseable {
    static final String TOKEN = "spring-onion-42";
    private static final Pattern CHALLENGE = Pattern.compile("(?:^|&)hub\\.challenge=([0-9]+)(?:&|$)");

    final List<Received> received = new CopyOnWriteArrayList<>();
    final List<String> verifications = new CopyOnWriteArrayList<>();
    private final LinkedBlockingQueue<Received> fresh = new LinkedBlockingQueue<>();
    private final Queue<Answer> answers = new ArrayDeque<>();
    private final HttpServer server;
    private volatile int verifyStatus = 200;
    private volatile String verifyBody = "*";

    /** A delivery as it came. */
    @SuppressWarnings("ArrayRecordComponent") // nobody changes it
    record Received(Headers headers, byte[] body) {
        String text() {
            return new String(body, UTF_8);
        }

        String header(String name) {
            return headers.getFirst(name);
        }

        Node json() {
            return Json.parse(body);
        }

        /** The first element of {@code values}. */
        Node element() {
            return json().get("values").orElseThrow().items().getFirst();
        }

        Node value() {
            return element().get("value").orElseThrow();
        }

        String field() {
            return element().text("field").orElseThrow();
        }
    }

    private record Answer(int status, String body) {}

    Hook() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hooks/threads";
    }

    /** The next answer, after those that were asked for before. */
    Hook answering(int status, String body) {
        synchronized (answers) {
            answers.add(new Answer(status, body));
        }
        return this;
    }

    /** How verifications with the right token are answered from now on; {@code *} stands for the challenge. */
    Hook verifying(int status, String body) {
        verifyStatus = status;
        verifyBody = body;
        return this;
    }

    /** Waits for the next delivery. */
    Received next() {
        try {
            Received next = fresh.poll(30, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("Nothing came");
            }
            return next;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        String query = String.valueOf(exchange.getRequestURI().getRawQuery());
        Matcher challenge = CHALLENGE.matcher(query);
        boolean verifying = exchange.getRequestMethod().equals("GET") && challenge.find();
        if (verifying) {
            verifications.add(exchange.getRequestURI().getRawQuery());
            boolean known = query.endsWith("hub.verify_token=" + TOKEN);
            reply(exchange, known ? verifyStatus : 403, verifyBody.replace("*", challenge.group(1)));
            return;
        }
        Answer answer;
        synchronized (answers) {
            answer = answers.poll();
        }
        Received call = new Received(
                exchange.getRequestHeaders(), exchange.getRequestBody().readAllBytes());
        received.add(call);
        reply(exchange, answer == null ? 200 : answer.status(), answer == null ? "" : answer.body());
        fresh.add(call);
    }

    private static void reply(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
