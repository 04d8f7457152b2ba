package bobbin.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** Asking one server: resolves its name once, looks at what it got, connects to exactly that, and reads as much as it may. */
final class Visit {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int MOST_ADDRESSES = 4;
    private static final int LONGEST_SHOWN = 200;

    /** A millisecond: to the library, less is no limit at all. */
    private static final long SHORTEST_WAIT = 1_000_000;

    private final long began = System.nanoTime();
    private final Means means;
    private final Ask ask;
    private final URI at;
    private final long deadline;

    private @Nullable InetAddress address;
    private Optional<String> tls = Optional.empty();
    private OptionalInt status = OptionalInt.empty();
    private String type = "";
    private long bytes;
    private URI elsewhere;

    Visit(Means means, Ask ask, URI at, long deadline) {
        this.means = means;
        this.ask = ask;
        this.at = at;
        this.deadline = deadline;
        this.elsewhere = at;
    }

    /** The body is longer than allowed. */
    private static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1;
    }

    Hop go() {
        try {
            return ended(Guard.isWeb(at) ? visit() : Verdict.BAD_ADDRESS);
        } catch (UnknownHostException _) {
            return ended(Verdict.UNKNOWN_HOST);
        } catch (TooLarge _) {
            return ended(Verdict.TOO_LARGE);
        } catch (ConnectException | NoRouteToHostException | ConnectTimeoutException _) {
            return ended(isLate() ? Verdict.TOO_LATE : Verdict.UNREACHABLE);
        } catch (SSLHandshakeException | SSLPeerUnverifiedException _) {
            return ended(isLate() ? Verdict.TOO_LATE : Verdict.UNTRUSTED);
        } catch (SocketTimeoutException | TimeoutException _) {
            return ended(Verdict.TOO_LATE); // waiting counts whole milliseconds and may end just before the deadline
        } catch (IOException | IllegalArgumentException _) {
            return ended(isLate() ? Verdict.TOO_LATE : Verdict.BROKEN);
        }
    }

    /** Where a redirect leads. */
    URI elsewhere() {
        return elsewhere;
    }

    Hop ended(Verdict verdict) {
        return new Hop(
                Guard.isWeb(at) ? place() : "-",
                Optional.ofNullable(address),
                tls,
                status,
                type,
                bytes,
                Duration.ofNanos(System.nanoTime() - began),
                verdict);
    }

    /** Addresses to which something is sent may have secrets in their paths. */
    private String place() {
        String path = ask.follows() ? Optional.ofNullable(at.getRawPath()).orElse("") : "";
        String shown = path.length() > LONGEST_SHOWN ? path.substring(0, LONGEST_SHOWN) + "..." : path;
        return at.getScheme().toLowerCase(Locale.ROOT) + "://" + at.getRawAuthority() + shown;
    }

    private Verdict visit() throws IOException, TimeoutException {
        List<InetAddress> addresses = addresses();
        if (!addresses.isEmpty() && !means.guard().admitsPort(at)) {
            return Verdict.FORBIDDEN_PORT;
        }
        for (int i = 0; i < addresses.size(); i++) {
            try {
                return ask(addresses.get(i));
            } catch (ConnectException | NoRouteToHostException | ConnectTimeoutException e) {
                if (i == addresses.size() - 1 || isLate()) {
                    throw e;
                }
            }
        }
        return Verdict.FORBIDDEN_ADDRESS;
    }

    private List<InetAddress> addresses() throws IOException, TimeoutException {
        var resolved = means.resolving().submit(() -> means.guard().admitted(Guard.name(at)));
        try {
            return resolved.get(left(), TimeUnit.NANOSECONDS).stream()
                    .limit(MOST_ADDRESSES)
                    .toList();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof UnknownHostException unknown ? unknown : new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            resolved.cancel(true);
        }
    }

    /** A kept connection may have been closed by the other side meanwhile, which is no fault; so another is tried, at last a new one. */
    private Verdict ask(InetAddress to) throws IOException {
        address = to;
        while (true) {
            HttpClientContext context = HttpClientContext.create();
            try {
                return ask(to, context);
            } catch (IOException e) {
                if (status.isPresent() || isLate() || !wasKept(context)) {
                    throw e;
                }
            }
        }
    }

    private static boolean wasKept(HttpClientContext context) {
        EndpointDetails connection = context.getEndpointDetails();
        return connection != null && connection.getRequestCount() > 1;
    }

    private Verdict ask(InetAddress to, HttpClientContext context) throws IOException {
        HttpUriRequestBase request = request();
        ScheduledFuture<?> alarm = means.alarms().schedule(request::cancel, left(), TimeUnit.NANOSECONDS);
        ClassicHttpResponse response = null;
        try {
            response = means.client().executeOpen(target(to), request, context);
            tls = Optional.ofNullable(context.getSSLSession()).map(SSLSession::getProtocol);
            return read(response);
        } finally {
            alarm.cancel(false);
            request.cancel(); // closing alone would read the rest of the body, however long; does nothing to what was
            // read to its end
            Closer.closeQuietly(response);
        }
    }

    private HttpHost target(InetAddress to) {
        return new HttpHost(at.getScheme(), to, Guard.name(at), at.getPort());
    }

    private HttpUriRequestBase request() {
        var request = new HttpUriRequestBase(ask.method(), at);
        Timeout time = Timeout.ofNanoseconds(left());
        request.setConfig(RequestConfig.custom()
                .setConnectionRequestTimeout(time)
                .setResponseTimeout(time)
                .build());
        request.setHeader(HttpHeaders.ACCEPT, "*/*");
        if (!ask.keeps()) {
            request.setHeader(HttpHeaders.CONNECTION, "close");
        }
        ask.headers().forEach(request::setHeader);
        if (ask.body().length > 0) {
            request.setEntity(new ByteArrayEntity(ask.body(), null));
        }
        return request;
    }

    private Verdict read(ClassicHttpResponse response) throws IOException {
        status = OptionalInt.of(response.getCode());
        type = header(response, HttpHeaders.CONTENT_TYPE)
                .map(said -> said.substring(0, Math.min(said.length(), LONGEST_SHOWN)))
                .orElse("");
        Optional<String> location = header(response, HttpHeaders.LOCATION);
        if (ask.follows() && REDIRECTS.contains(response.getCode()) && location.isPresent()) {
            return redirect(location.get());
        }
        if (response.getEntity() != null) {
            switch (ask.reading()) {
                case WHOLE -> {
                    if (response.getCode() >= 200 && response.getCode() < 300) {
                        copy(response);
                    }
                }
                case BEGINNING -> taste(response);
            }
        }
        return Verdict.ANSWERED;
    }

    private Verdict redirect(String location) {
        Optional<URI> found = WebUrl.resolve(at, location);
        elsewhere = found.orElse(at);
        return found.isPresent() ? Verdict.REDIRECTED : Verdict.BAD_ADDRESS;
    }

    private void copy(ClassicHttpResponse response) throws IOException {
        if (response.getEntity().getContentLength() > ask.bounds().bytes()) {
            throw new TooLarge();
        }
        byte[] buffer = new byte[16 << 10];
        InputStream in = response.getEntity().getContent();
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            bytes += read;
            if (bytes > ask.bounds().bytes()) {
                throw new TooLarge();
            }
            keep(buffer, read);
        }
    }

    /** What has come until it breaks off or is enough, is enough. */
    private void taste(ClassicHttpResponse response) {
        byte[] buffer = new byte[(int) ask.bounds().bytes()];
        try {
            InputStream in = response.getEntity().getContent();
            int read = in.read(buffer, 0, buffer.length);
            while (read >= 0 && bytes < buffer.length) {
                bytes += read;
                keep(buffer, read);
                read = in.read(buffer, 0, (int) (buffer.length - bytes));
            }
        } catch (IOException _) {
            // The status has come, and that is the answer.
        }
    }

    /** That we cannot keep it is not the other server's fault. */
    private void keep(byte[] buffer, int length) {
        try {
            ask.to().write(buffer, 0, length);
        } catch (IOException e) {
            throw new UncheckedIOException("What was fetched cannot be kept", e);
        }
    }

    private static Optional<String> header(ClassicHttpResponse response, String name) {
        return Optional.ofNullable(response.getFirstHeader(name)).map(Header::getValue);
    }

    private long left() {
        return Math.max(SHORTEST_WAIT, deadline - System.nanoTime());
    }

    private boolean isLate() {
        return deadline - System.nanoTime() <= 0;
    }
}
