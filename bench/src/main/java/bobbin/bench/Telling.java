package bobbin.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Webhooks to ten receivers, each of an app of its own, of which the first hangs: how many arrive, and how late, and what telling them costs
 * those who publish.
 */
final class Telling implements AutoCloseable {
    private static final int RECEIVERS = 10;

    private static final String TOKEN = "spring-onion-42";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Bobbin bobbin;
    private final Path data;
    private final List<HttpServer> servers = new ArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final Map<String, Long> published = new ConcurrentHashMap<>();
    private final Queue<Arrival> arrivals = new ConcurrentLinkedQueue<>();
    private long[] delays = {0};
    private double publishes;

    /** When a receiver heard of a post. */
    private record Arrival(String post, long time) {}

    Telling(Bobbin bobbin, Path data) {
        this.bobbin = bobbin;
        this.data = data;
    }

    /** Publishes for so long while nobody listens, and then while all do. */
    void measure(Plan plan) throws Exception {
        plan.warm(1, publishing());
        double alone = Load.run(1, plan.round(), publishing()).perSecond();
        listen();
        plan.warm(() -> run(plan.round()));
        double told = run(plan.round());
        Bench.say("");
        Bench.say("| webhooks to %d receivers, one of which hangs | per second | half within | p99 |", RECEIVERS);
        Bench.say("| --- | ---: | ---: | ---: |");
        Bench.say("| delivered to the others | %,.0f | %.1f ms | %.1f ms |", told, percentile(50), percentile(99));
        Bench.say("");
        Bench.say("| publishes, one client | nobody listens | %d do |", RECEIVERS);
        Bench.say("| --- | ---: | ---: |");
        Bench.say("| per second | %,.0f | %,.0f |", alone, publishes);
    }

    private void listen() throws IOException {
        for (int number = 0; number < RECEIVERS; number++) {
            boolean dead = number == 0;
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", exchange -> take(exchange, dead));
            server.start();
            servers.add(server);
            String app = id(Subject.run(
                    "./bobbin",
                    "app",
                    "create",
                    "App " + number,
                    "--admin",
                    "dan",
                    "--json",
                    "--data",
                    data.toString()));
            Subject.run("./bobbin", "token", "issue", "ann", app, "--data", data.toString());
            String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
            Subject.run(
                    "./bobbin",
                    "webhook",
                    "subscribe",
                    app,
                    "interaction",
                    address,
                    "--token",
                    TOKEN,
                    "--field",
                    "publish",
                    "--data",
                    data.toString());
        }
    }

    /** Publishes for a while and waits for all that is to be told; deliveries per second. */
    private double run(Duration span) throws Exception {
        published.clear();
        arrivals.clear();
        long began = System.nanoTime();
        publishes = Load.run(1, span, publishing()).perSecond();
        long expected = (long) published.size() * (RECEIVERS - 1);
        long latest = System.nanoTime() + PATIENCE.toNanos();
        while (arrivals.size() < expected) {
            if (System.nanoTime() > latest) {
                throw new IOException("Of %d deliveries %d arrived".formatted(expected, arrivals.size()));
            }
            Subject.pause(5);
        }
        delays = arrivals.stream()
                .mapToLong(
                        arrival -> Math.max(0, arrival.time() - published.getOrDefault(arrival.post(), arrival.time())))
                .sorted()
                .toArray();
        long last = arrivals.stream().mapToLong(Arrival::time).max().orElse(began + 1);
        return expected / ((last - began) / 1e9);
    }

    private Load.Client publishing() {
        return _ -> {
            Wire wire = new Wire(bobbin.subject().port());
            return () -> published.put(bobbin.publishAtOnce(wire, 0, "Hello"), System.nanoTime());
        };
    }

    /** In milliseconds, from the answer to the publication: so many percent of the last run's deliveries took no longer. */
    private double percentile(double percent) {
        return delays[(int) Math.min(delays.length - 1, delays.length * percent / 100)] / 1e6;
    }

    private void take(HttpExchange exchange, boolean dead) throws IOException {
        if (exchange.getRequestMethod().equals("GET")) {
            String challenge = Arrays.stream(
                            exchange.getRequestURI().getRawQuery().split("&", -1))
                    .filter(pair -> pair.startsWith("hub.challenge="))
                    .findFirst()
                    .orElseThrow()
                    .substring("hub.challenge=".length());
            byte[] body = challenge.getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } else if (dead) {
            hang();
        } else {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            arrivals.add(new Arrival(id(body), System.nanoTime()));
            exchange.sendResponseHeaders(200, -1);
        }
        exchange.close();
    }

    private void hang() {
        try {
            end.await(1, TimeUnit.HOURS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static String id(String json) {
        int from = json.indexOf("\"id\":\"") + 6;
        return json.substring(from, json.indexOf('"', from));
    }

    @Override
    public void close() {
        end.countDown();
        servers.forEach(server -> server.stop(0));
    }
}
