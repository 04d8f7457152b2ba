package bobbin.fetch;

import bobbin.fetch.Ask.Reading;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Asks other servers, on behalf of addresses that strangers gave us. Only hosts of the public internet are asked (04 §7.3), each connection
 * goes to the very address that was checked, each redirect is checked again, and every fetch ends within its bounds. Any number of threads
 * may use it.
 */
public final class Fetcher implements AutoCloseable {
    private static final int MOST_HEADERS = 100;
    private static final int LONGEST_HEADER = 16 << 10;
    private static final int MOST_CONNECTIONS = 1000;

    /** How long a connection waits for the next request: less than servers do, so that theirs is seldom the end that closes. */
    private static final TimeValue LONGEST_REST = TimeValue.ofSeconds(1);

    private final FetchSettings settings;
    private final Resolver resolver;
    private final Certificates certificates;
    /** Made for the first fetch: to be ready for TLS takes a tenth of a second, and a start should not wait for it. */
    private @Nullable Means means;

    public Fetcher(FetchSettings settings, Resolver resolver) {
        this(settings, resolver, Certificates.VERIFIED);
    }

    private Fetcher(FetchSettings settings, Resolver resolver, Certificates certificates) {
        this.settings = settings;
        this.resolver = resolver;
        this.certificates = certificates;
    }

    /** One that believes every certificate; whom it may ask is the same. For laboratories. */
    public static Fetcher gullible(FetchSettings settings, Resolver resolver) {
        return new Fetcher(settings, resolver, Certificates.BELIEVED);
    }

    /**
     * Fetches into memory and follows up to five redirects. Throws {@link FetchFailed} if there is no answer within the bounds. Only the
     * body of a successful answer is read.
     */
    public Fetched get(URI address, Bounds bounds) {
        return download(address, bounds, new ByteArrayOutputStream());
    }

    /** The same, but the body goes to {@code to} as it comes. What was written before a failure stays there. */
    public Fetched download(URI address, Bounds bounds, OutputStream to) {
        return new Errand(means(), new Ask("GET", Map.of(), new byte[0], bounds, to, true, Reading.WHOLE, false))
                .run(address);
    }

    /** Sends a body with these headers. A redirect is not followed: it is the answer. */
    public Fetched post(URI address, Bounds bounds, Map<String, String> headers, byte[] body) {
        var to = new ByteArrayOutputStream();
        return new Errand(means(), new Ask("POST", headers, body, bounds, to, false, Reading.WHOLE, false))
                .run(address);
    }

    /**
     * Asks one server once: a redirect is the answer. Whatever the status, the beginning of the body is read, as much as the bounds allow;
     * that there is more of it, or that it breaks off, is no failure. For those who ask the same server again and again: connections are
     * kept for a second, and what is asked may arrive twice if one breaks.
     */
    public Fetched ask(String method, URI address, Bounds bounds, Map<String, String> headers, byte[] body) {
        var to = new ByteArrayOutputStream();
        return new Errand(means(), new Ask(method, headers, body, bounds, to, false, Reading.BEGINNING, true))
                .run(address);
    }

    private static CloseableHttpClient client(FetchSettings settings, Certificates certificates) {
        return HttpClients.custom()
                .setConnectionManager(connections(settings, certificates))
                .setKeepAliveStrategy((_, _) -> LONGEST_REST)
                .evictIdleConnections(LONGEST_REST)
                .setUserAgent(settings.userAgent())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableAuthCaching()
                .disableCookieManagement()
                .disableConnectionState()
                .disableContentCompression() // so that the bound of bytes is a bound of what is read
                .build();
    }

    private static HttpClientConnectionManager connections(FetchSettings settings, Certificates certificates) {
        Timeout connect = Timeout.of(settings.connectTimeout());
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setTlsSocketStrategy(certificates.strategy())
                .setDnsResolver(new NoNames())
                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setMaxConnPerRoute(MOST_CONNECTIONS)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxHeaderCount(MOST_HEADERS)
                                .setMaxLineLength(LONGEST_HEADER)
                                .build())
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connect)
                        .setSocketTimeout(connect)
                        .build())
                .build();
    }

    private synchronized Means means() {
        Means known = means;
        if (known == null) {
            var alarms = new ScheduledThreadPoolExecutor(1, Thread.ofVirtual().factory());
            alarms.setRemoveOnCancelPolicy(true);
            known = new Means(
                    client(settings, certificates),
                    new Guard(settings, resolver),
                    Executors.newVirtualThreadPerTaskExecutor(),
                    alarms);
            means = known;
        }
        return known;
    }

    @Override
    public synchronized void close() {
        if (means != null) {
            means.client().close(CloseMode.IMMEDIATE);
            means.alarms().shutdownNow();
            means.resolving().shutdownNow();
        }
    }

    /** The library is never given a name to resolve; if it asked for one, an unchecked address could be connected to. */
    private static final class NoNames implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            throw new UnknownHostException(host);
        }

        @Override
        public String resolveCanonicalHostname(String host) throws UnknownHostException {
            throw new UnknownHostException(host);
        }
    }
}
