package bobbin.http;

import bobbin.base.Network;
import bobbin.base.Setting;
import bobbin.base.Texts;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Where we listen, under which addresses the world knows us, and how much we take from one caller (01 §1, §4).
 *
 * @param graph base address of the API in generated links; empty: that of the request (00 decision 10)
 * @param proxies addresses, or ranges such as 10.0.0.0/8, whose X-Forwarded-* headers are believed
 */
public record HttpSettings(
        String host, int port, int managementPort, URI graph, URI web, URI media, Texts proxies, Limits limits) {
    /** Characters of a target (01 §4); those of {@code POST /…/threads} may be as long as {@link #LONGEST_TARGET}. */
    static final int LONG_TARGET = 16 << 10;

    static final int LONGEST_TARGET = 64 << 10;

    public static final Setting<String> HOST = Setting.of(
            "http.host",
            String.class,
            "127.0.0.1",
            "The address to listen on; 0.0.0.0 is every address of this machine.");
    public static final Setting<Integer> PORT = Setting.of(
            "http.port", Integer.class, 8080, "The port for the API and the pages; 0 takes any that is free.");
    public static final Setting<Integer> MANAGEMENT_PORT = Setting.of(
            "management.port",
            Integer.class,
            8081,
            "The port for health and metrics, on the same address; 0 takes any that is free.");
    public static final Setting<URI> GRAPH = base("hosts.graph", "the API");
    public static final Setting<URI> WEB = base("hosts.web", "the pages");
    public static final Setting<URI> MEDIA = base("hosts.media", "images and videos");
    static final Setting<Texts> PROXIES = Setting.of(
            "http.trusted_proxies",
            Texts.class,
            Texts.NONE,
            "Addresses or ranges (10.0.0.0/8) of proxies in front, whose X-Forwarded-For, -Proto and -Host are believed.");
    static final Setting<Integer> BODY_LIMIT = Setting.of(
            "http.body_limit", Integer.class, 1 << 20, "The largest body of a request in bytes, 1024 to 1073741824.");
    static final Setting<Integer> UPLOAD_LIMIT = Setting.of(
            "http.upload_limit",
            Integer.class,
            9 << 20,
            "The largest body of a multipart form in bytes, 1024 to 1073741824.");
    static final Setting<Integer> CONNECTIONS = Setting.of(
            "http.connections", Integer.class, 10_000, "How many connections are open at the same time, at least 1.");
    static final Setting<Duration> IDLE_TIMEOUT = Setting.of(
            "http.idle_timeout",
            Duration.class,
            Duration.ofSeconds(75),
            "How long a connection may rest between two requests.");
    static final Setting<Duration> REQUEST_TIMEOUT = Setting.of(
            "http.request_timeout",
            Duration.class,
            Duration.ofSeconds(60),
            "How long a client may take to send a whole request.");
    static final Setting<Duration> RESPONSE_TIMEOUT = Setting.of(
            "http.response_timeout",
            Duration.class,
            Duration.ofMinutes(10),
            "How long a client may take to receive a whole answer.");
    static final Setting<Duration> SHUTDOWN_TIMEOUT = Setting.of(
            "http.shutdown_timeout",
            Duration.class,
            Duration.ofSeconds(20),
            "How long running requests may take to end when the server stops.");

    public static final List<Setting<?>> ALL = List.of(
            HOST,
            PORT,
            MANAGEMENT_PORT,
            GRAPH,
            WEB,
            MEDIA,
            PROXIES,
            BODY_LIMIT,
            UPLOAD_LIMIT,
            CONNECTIONS,
            IDLE_TIMEOUT,
            REQUEST_TIMEOUT,
            RESPONSE_TIMEOUT,
            SHUTDOWN_TIMEOUT);

    public HttpSettings {
        between("http.port", port, 0, 65_535);
        between("management.port", managementPort, 0, 65_535);
        isBase("hosts.graph", graph);
        isBase("hosts.web", web);
        isBase("hosts.media", media);
        proxies.values().forEach(HttpSettings::isNetwork);
    }

    public static HttpSettings from(Setting.Values values) {
        return new HttpSettings(
                values.get(HOST),
                values.get(PORT),
                values.get(MANAGEMENT_PORT),
                values.get(GRAPH),
                values.get(WEB),
                values.get(MEDIA),
                values.get(PROXIES),
                new Limits(
                        values.get(BODY_LIMIT),
                        values.get(UPLOAD_LIMIT),
                        values.get(CONNECTIONS),
                        values.get(IDLE_TIMEOUT),
                        values.get(REQUEST_TIMEOUT),
                        values.get(RESPONSE_TIMEOUT),
                        values.get(SHUTDOWN_TIMEOUT)));
    }

    /** The same settings with other ports, as a second server in one process needs them. */
    public HttpSettings onPorts(int main, int management) {
        return new HttpSettings(host, main, management, graph, web, media, proxies, limits);
    }

    /** The same settings with other limits. */
    public HttpSettings within(Limits others) {
        return new HttpSettings(host, port, managementPort, graph, web, media, proxies, others);
    }

    /**
     * How much one caller gets.
     *
     * @param body bytes of a body (01 §4)
     * @param upload bytes of a multipart body
     * @param connections open at the same time
     * @param idle between two requests of a connection
     * @param request from its first byte to its last
     * @param response from its first byte to its last
     * @param shutdown for requests that run when the server stops
     */
    public record Limits(
            int body,
            int upload,
            int connections,
            Duration idle,
            Duration request,
            Duration response,
            Duration shutdown) {
        public Limits {
            between("http.body_limit", body, 1 << 10, 1 << 30);
            between("http.upload_limit", upload, 1 << 10, 1 << 30);
            between("http.connections", connections, 1, Integer.MAX_VALUE);
            isSome("http.idle_timeout", idle);
            isSome("http.request_timeout", request);
            isSome("http.response_timeout", response);
            isSome("http.shutdown_timeout", shutdown);
        }
    }

    private static Setting<URI> base(String key, String what) {
        return Setting.of(
                key,
                URI.class,
                URI.create(""),
                "The address of %s in generated links, such as https://threads.example; empty: that of each request."
                        .formatted(what));
    }

    private static void between(String key, int value, int low, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException("%s is %d to %d, not %d".formatted(key, low, high, value));
        }
    }

    private static void isSome(String key, Duration value) {
        if (!value.isPositive() || value.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException(key + " is above zero and at most a day, not " + value);
        }
    }

    private static void isNetwork(String proxy) {
        try {
            Network.parse(proxy);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "http.trusted_proxies has addresses and ranges such as 10.0.0.0/8, not " + proxy, e);
        }
    }

    private static void isBase(String key, URI value) {
        boolean given = !value.toString().isEmpty();
        boolean web = "http".equalsIgnoreCase(value.getScheme()) || "https".equalsIgnoreCase(value.getScheme());
        boolean bare = value.getRawQuery() == null && value.getRawFragment() == null && value.getRawUserInfo() == null;
        if (given && !(web && bare && value.getHost() != null)) {
            throw new IllegalArgumentException(key + " is an address such as https://threads.example, not " + value);
        }
    }
}
