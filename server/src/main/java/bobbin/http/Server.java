package bobbin.http;

import io.helidon.common.socket.SocketOptions;
import io.helidon.http.DirectHandler;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * The web server: HTTP/1.1, and HTTP/1.0 as old proxies speak it, on two ports. One virtual thread per connection. This class, with
 * {@link Connection}, {@link RequestLines} and {@link Exchange}, is the place to exchange the library.
 */
public final class Server implements AutoCloseable {
    private static final Duration LONGEST_REAPER_PERIOD = Duration.ofSeconds(1);

    private final AtomicBoolean closing = new AtomicBoolean();
    private final HttpSettings settings;
    private final WebServer main;
    private final WebServer management;

    private Server(HttpSettings settings, Handler main, Handler management) {
        this.settings = settings;
        this.main = start(settings.port(), main);
        try {
            this.management = start(settings.managementPort(), management);
        } catch (RuntimeException e) {
            this.main.stop();
            throw e;
        }
    }

    /** Starts to listen. Throws {@link PortTaken} if one of the ports cannot be had. */
    public static Server start(HttpSettings settings, Handler main, Handler management) {
        return new Server(settings, main, management);
    }

    public int port() {
        return main.port();
    }

    public int managementPort() {
        return management.port();
    }

    /** Takes no more requests, lets the running ones end (at most {@code http.shutdown_timeout}), and returns. */
    @Override
    public void close() {
        if (closing.compareAndSet(false, true)) {
            main.stop();
            management.stop();
        }
    }

    private WebServer start(int port, Handler handler) {
        var limits = settings.limits();
        var exchange = new Exchange(settings, handler, closing::get);
        WebServer server = WebServer.builder()
                .address(address())
                .port(port)
                .shutdownHook(false)
                .featuresDiscoverServices(false)
                .protocolsDiscoverServices(false)
                .addConnectionSelector(new Connection.Selector(limits, closing::get))
                .connectionOptions(SocketOptions.builder()
                        .tcpNoDelay(
                                true) // answers are written in pieces of 8 KiB; the second must not wait for an echo of
                        // the first
                        .build())
                .maxTcpConnections(limits.connections())
                .idleConnectionPeriod(reaperPeriod(limits))
                .shutdownGracePeriod(limits.shutdown())
                .directHandlers(refusals())
                .routing(HttpRouting.builder().any(exchange::handle))
                .build();
        server.start();
        if (!server.isRunning()) {
            throw new PortTaken(settings.host(), port, whyNot(port));
        }
        return server;
    }

    /** The library does not say why it could not start. */
    private IOException whyNot(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(address(), port));
            return new IOException("It was free again just now.");
        } catch (IOException e) {
            return e;
        }
    }

    private InetAddress address() {
        try {
            return InetAddress.getByName(settings.host());
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("http.host is an address of this machine, not " + settings.host(), e);
        }
    }

    /** Overdue connections are looked for once a second, or oftener if a limit is shorter than two. */
    private static Duration reaperPeriod(HttpSettings.Limits limits) {
        Duration shortest = Stream.of(
                        LONGEST_REAPER_PERIOD.multipliedBy(2), limits.idle(), limits.request(), limits.response())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return shortest.dividedBy(2).plusMillis(1);
    }

    /** What the library itself refuses, a broken request line for example, gets an answer of the usual shape. */
    private static DirectHandlers refusals() {
        var handlers = DirectHandlers.builder();
        for (DirectHandler.EventType event : DirectHandler.EventType.values()) {
            handlers.addHandler(event, (_, type, _, _, _) -> Exchange.refusal(type));
        }
        return handlers.build();
    }
}
