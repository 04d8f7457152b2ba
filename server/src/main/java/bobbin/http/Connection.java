package bobbin.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.common.socket.PeerInfo;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ListenerContext;
import io.helidon.webserver.ProxyProtocolData;
import io.helidon.webserver.Router;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/**
 * One connection with its deadlines. Whatever the client is to do (send a request, take an answer) it has to do in time; the server's
 * timer asks {@link #idleTime} and closes what is overdue. While a handler works, there is no deadline.
 */
final class Connection implements ServerConnection {
    /** The connection to which the running thread belongs. */
    static final ScopedValue<Connection> CURRENT = ScopedValue.newInstance();

    /** How long and how much we still read after an answer that came before the end of its request, so that it can arrive. */
    private static final Duration LINGER = Duration.ofSeconds(2);

    private static final int LINGER_BYTES = 32 << 20;
    private static final Duration LONG_AGO = Duration.ofDays(1000);

    private final HttpSettings.Limits limits;
    private final RequestLines reader;
    private final ServerConnection inner;
    private final BooleanSupplier closing;
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.RESTING);
    private boolean unread;
    private boolean ends;

    /** The moment, by the nanosecond clock, at which the client is overdue. */
    private volatile long deadline;

    /** Who is at work. Whoever ends the connection does it by the step to {@link #CLOSED}, so that no request is half accepted. */
    private enum Phase {
        /** Nothing of a further request has come. */
        RESTING,
        READING,
        ANSWERING,
        WRITING,
        /** The last answer is written. */
        LINGERING,
        CLOSED
    }

    private Connection(
            ConnectionContext context,
            ServerConnectionSelector http,
            HttpSettings.Limits limits,
            BooleanSupplier closing) {
        this.limits = limits;
        this.closing = closing;
        this.reader = new RequestLines(context.dataReader(), this::reading);
        this.inner = http.connection(new WithReader(context, reader));
        allow(limits.idle());
    }

    /** Has a request been answered before its end? Then the connection must be closed, but not before the answer is read. */
    void leaveUnread() {
        unread = true;
        ends = true;
    }

    /** The current answer is the last. */
    void endAfterThis() {
        ends = true;
    }

    boolean ends() {
        return ends;
    }

    RequestLines requestLine() {
        return reader;
    }

    /** A request has begun to come, or goes on coming at a good pace. */
    void reading() {
        allow(limits.request());
        if (phase.get() != Phase.READING) {
            step(Phase.RESTING, Phase.READING);
        }
    }

    /** The handler works. */
    void answering() {
        step(Phase.READING, Phase.ANSWERING);
    }

    /** The client is to take the answer. */
    void writing() {
        allow(limits.response());
        step(Phase.ANSWERING, Phase.WRITING);
    }

    /** The client takes a long answer at a good pace: it may go on. */
    void moving() {
        allow(limits.response());
    }

    /** The client may send the next request, unless the server stops. */
    void resting() {
        allow(limits.idle());
        step(Phase.WRITING, Phase.RESTING);
        if (closing.getAsBoolean()) { // it may have looked while the answer was not yet written
            step(Phase.RESTING, Phase.CLOSED);
            throw new CloseConnectionException("The server stops");
        }
    }

    private void allow(Duration time) {
        deadline = System.nanoTime() + time.toNanos();
    }

    private void step(Phase from, Phase to) {
        if (!phase.compareAndSet(from, to)) {
            throw new CloseConnectionException("The connection was ended meanwhile");
        }
    }

    private boolean isOverdue(Phase now) {
        return now != Phase.ANSWERING && System.nanoTime() - deadline > 0;
    }

    @Override
    public void handle(Limit limit) throws InterruptedException {
        if (closing.getAsBoolean()) {
            return; // it came too late to be told to end
        }
        try {
            ScopedValue.where(CURRENT, this).call(() -> {
                inner.handle(limit);
                return true;
            });
            linger(); // the library refused something and will read no more
        } catch (CloseConnectionException e) {
            if (unread) {
                linger();
            }
            throw e;
        }
    }

    /** A socket that is closed while bytes wait in it resets the connection, and the client may never see our answer. */
    private void linger() {
        allow(LINGER);
        phase.updateAndGet(now -> now == Phase.CLOSED ? now : Phase.LINGERING);
        try {
            for (int read = 0; read < LINGER_BYTES && phase.get() != Phase.CLOSED; ) {
                reader.ensureAvailable();
                int length = Math.min(reader.available(), LINGER_BYTES - read);
                reader.skip(length);
                read += length;
            }
        } catch (RuntimeException _) {
            // The client has closed, or its time is over: what we waited for.
        }
    }

    @Override
    public Duration idleTime() {
        return isOverdue(phase.get()) ? LONG_AGO : Duration.ZERO;
    }

    /**
     * Ends what rests or is overdue, at once. A request whose first byte has come is answered; {@link Exchange} makes that the last answer.
     *
     * @param interrupt whether there is no more time for that
     */
    @Override
    public void close(boolean interrupt) {
        Phase now = phase.get();
        boolean mayEnd = now == Phase.RESTING || isOverdue(now);
        if (interrupt || (mayEnd && phase.compareAndSet(now, Phase.CLOSED))) {
            inner.close(true);
        }
    }

    /** Makes our connections, whatever the first bytes are. */
    record Selector(ServerConnectionSelector http, HttpSettings.Limits limits, BooleanSupplier closing)
            implements ServerConnectionSelector {
        private static final int LARGEST_HEAD = 32 << 10;

        /** @param closing whether no further connection is welcome */
        Selector(HttpSettings.Limits limits, BooleanSupplier closing) {
            this(library(), limits, closing);
        }

        private static ServerConnectionSelector library() {
            return Http1ConnectionSelector.builder()
                    .config(Http1Config.builder()
                            .maxPrologueLength(RequestLines.LONGEST)
                            .maxHeadersSize(LARGEST_HEAD)
                            .validateRequestHeaders(
                                    false) // Header does, and Senders demands a host where there must be one
                            .sendKeepAliveHeader(false)
                            .build())
                    .build();
        }

        @Override
        public int bytesToIdentifyConnection() {
            return 0;
        }

        @Override
        public Support supports(BufferData data) {
            return Support.SUPPORTED;
        }

        @Override
        public Set<String> supportedApplicationProtocols() {
            return Set.of("http/1.1");
        }

        @Override
        public ServerConnection connection(ConnectionContext context) {
            return new Connection(context, http, limits, closing);
        }
    }

    /** The library's context of a connection, with our reader. */
    private record WithReader(ConnectionContext whole, DataReader dataReader) implements ConnectionContext {
        @Override
        public ListenerContext listenerContext() {
            return whole.listenerContext();
        }

        @Override
        public ExecutorService executor() {
            return whole.executor();
        }

        @Override
        public DataWriter dataWriter() {
            return whole.dataWriter();
        }

        @Override
        public Router router() {
            return whole.router();
        }

        @Override
        public Optional<ProxyProtocolData> proxyProtocolData() {
            return whole.proxyProtocolData();
        }

        @Override
        public HelidonSocket serverSocket() {
            return whole.serverSocket();
        }

        @Override
        public PeerInfo remotePeer() {
            return whole.remotePeer();
        }

        @Override
        public PeerInfo localPeer() {
            return whole.localPeer();
        }

        @Override
        public boolean isSecure() {
            return whole.isSecure();
        }

        @Override
        public String socketId() {
            return whole.socketId();
        }

        @Override
        public String childSocketId() {
            return whole.childSocketId();
        }
    }
}
