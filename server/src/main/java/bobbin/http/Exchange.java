package bobbin.http;

import bobbin.http.HttpSettings.Limits;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** One request and its answer, between the library and our values. */
final class Exchange {
    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
    private static final String TRACE = "trace";

    private final Limits limits;
    private final Senders senders;
    private final Handler handler;
    private final BooleanSupplier closing;

    Exchange(HttpSettings settings, Handler handler, BooleanSupplier closing) {
        this.limits = settings.limits();
        this.senders = new Senders(settings.proxies());
        this.handler = handler;
        this.closing = closing;
    }

    /** What the library refuses by itself. */
    static DirectHandler.TransportResponse refusal(DirectHandler.EventType event) {
        LastWord word = event == DirectHandler.EventType.INTERNAL_ERROR ? LastWord.FAILED : LastWord.UNREADABLE;
        Response response = word.response(RequestIds.next());
        var refusal = DirectHandler.TransportResponse.builder()
                .status(Status.create(response.status()))
                .keepAlive(false)
                .entity(response.body());
        response.headers().lines().forEach(line -> refusal.header(HeaderNames.create(line.name()), line.value()));
        return refusal.build();
    }

    void handle(ServerRequest in, ServerResponse out) {
        Connection connection = Connection.CURRENT.get();
        String id = RequestIds.next();
        MDC.put(TRACE, id);
        try {
            Headers headers = headers(in);
            Response response = answer(id, in, headers, connection);
            if (closing.getAsBoolean()
                    || asksToClose(headers)
                    || connection.requestLine().isOld()) {
                connection.endAfterThis();
            }
            connection.writing();
            send(response, headers, in, out, connection);
            if (connection.ends()) {
                throw new CloseConnectionException("The connection ends with this answer");
            }
            connection.resting();
        } finally {
            MDC.remove(TRACE);
        }
    }

    private Response answer(String id, ServerRequest in, Headers headers, Connection connection) {
        String method = in.prologue().method().text();
        Target target = Target.of(connection.requestLine().target());
        boolean homeless =
                !Senders.hasOneHost(headers) && !connection.requestLine().isOld();
        if (homeless || target.path().isEmpty() || target.tooLong(method)) {
            connection.leaveUnread();
            connection.answering();
            return LastWord.UNREADABLE.response(id);
        }
        var sender = senders.of(in.remotePeer().address(), in.localPeer().address(), headers);
        String meant = method.equals("HEAD") ? "GET" : method;
        Request head = new Request(id, meant, target.path(), target.query(), headers, sender, Body.NONE);
        long streamed = in.content().hasEntity() ? handler.streams(head) : 0;
        if (streamed > 0) {
            return answer(head, new BodyStream(in.content().inputStream(), streamed, connection), connection);
        }
        Body body = body(in, headers, connection);
        connection.answering();
        return answer(head.with(body));
    }

    /** The handler reads the body itself; until its end, the client is to keep its pace. */
    private Response answer(Request head, BodyStream body, Connection connection) {
        Response response = answer(head.with(Body.streamed(body)));
        if (!body.finish()) {
            connection.leaveUnread();
            connection.answering();
        }
        return response;
    }

    private Response answer(Request request) {
        try {
            return handler.answer(request);
        } catch (Malformed _) {
            return LastWord.UNREADABLE.response(request.id());
        } catch (RuntimeException | Error e) {
            LOG.error("event=request_failed method={} path={}", request.method(), request.path(), e);
            return LastWord.FAILED.response(request.id());
        }
    }

    /** Reads the whole body before anybody is called, so that a slow client holds nothing but its own thread. */
    private Body body(ServerRequest in, Headers headers, Connection connection) {
        if (!in.content().hasEntity()) {
            return Body.NONE;
        }
        boolean multipart =
                headers.first("Content-Type").filter(Multipart::isMultipart).isPresent();
        int limit = multipart ? limits.upload() : limits.body();
        boolean tooLarge = in.headers().contentLength().orElse(0) > limit;
        Body body = tooLarge ? Body.tooLarge(limit) : read(in, limit);
        if (body.isRefused()) {
            connection.leaveUnread();
        }
        return body;
    }

    private static Body read(ServerRequest in, int limit) {
        InputStream stream = in.content().inputStream(); // not closed: that would read all the rest, however long
        try {
            byte[] bytes = stream.readNBytes(limit + 1);
            return bytes.length > limit ? Body.tooLarge(limit) : new Body(bytes);
        } catch (RequestLines.ChunkTooLarge _) {
            return Body.tooLarge(limit);
        } catch (CloseConnectionException e) {
            throw e;
        } catch (IOException | RuntimeException _) {
            return Body.broken();
        }
    }

    private void send(Response response, Headers asked, ServerRequest in, ServerResponse out, Connection connection) {
        boolean head = in.prologue().method().text().equals("HEAD");
        out.status(Status.create(response.status()));
        for (Header line : response.headers().lines()) {
            out.headers().add(HeaderValues.create(HeaderNames.create(line.name()), line.value()));
        }
        if (connection.ends()) {
            out.header(HeaderValues.CONNECTION_CLOSE);
        }
        switch (response.content()) {
            case Response.Content.Whole(byte[] bytes) -> sendWhole(packed(response, bytes, asked, out), head, out);
            case Response.Content.Streamed streamed -> sendStream(streamed, head, out, connection);
            case Response.Content.Live(Response.Feed feed) -> sendLive(feed, head, out, connection);
        }
    }

    private static byte[] packed(Response response, byte[] bytes, Headers asked, ServerResponse out) {
        if (!Compression.suits(response.headers(), bytes.length)) {
            return bytes;
        }
        out.headers().add(HeaderValues.create(HeaderNames.VARY, "Accept-Encoding"));
        if (!Compression.isAskedFor(asked)) {
            return bytes;
        }
        out.header(HeaderValues.create(HeaderNames.CONTENT_ENCODING, "gzip"));
        return Compression.gzip(bytes);
    }

    private static void sendWhole(byte[] bytes, boolean head, ServerResponse out) {
        if (head && bytes.length > 0) {
            out.header(HeaderValues.create(HeaderNames.CONTENT_LENGTH, bytes.length));
            out.send();
        } else {
            out.send(bytes);
        }
    }

    private static void sendStream(
            Response.Content.Streamed streamed, boolean head, ServerResponse out, Connection connection) {
        out.header(HeaderValues.create(HeaderNames.CONTENT_LENGTH, streamed.length()));
        if (head) {
            out.send();
            return;
        }
        try (OutputStream to = new PacedOutput(out.outputStream(), connection::moving)) {
            streamed.source().writeTo(to);
        } catch (IOException e) {
            throw new CloseConnectionException("The answer ends early", e);
        }
    }

    /** In chunks, because nobody knows when it ends. */
    private void sendLive(Response.Feed feed, boolean head, ServerResponse out, Connection connection) {
        if (head) {
            out.send();
            return;
        }
        try {
            try (OutputStream to = out.outputStream()) {
                feed.writeTo(new LiveWire(to, connection::moving, closing));
            }
            if (out instanceof RoutingResponse ours) {
                ours.commit(); // writes the last chunk, which else comes after us, and not at all if the server stops
            }
        } catch (IOException | UncheckedIOException e) {
            throw new CloseConnectionException("The reader is gone", e);
        }
    }

    private record LiveWire(OutputStream to, Runnable moving, BooleanSupplier closing) implements Response.Wire {
        @Override
        public void write(byte[] piece) throws IOException {
            moving.run();
            to.write(piece);
            to.flush();
            moving.run();
        }

        @Override
        public boolean isEnding() {
            return closing.getAsBoolean();
        }
    }

    private static boolean asksToClose(Headers headers) {
        return headers.words("Connection").stream().anyMatch("close"::equalsIgnoreCase);
    }

    /** None of them if one cannot be read; then the host is missing, too, and the request is refused. */
    private static Headers headers(ServerRequest in) {
        try {
            List<Header> lines = new ArrayList<>();
            for (var header : in.headers()) {
                header.allValues().forEach(value -> lines.add(new Header(header.name(), value)));
            }
            return new Headers(lines);
        } catch (IllegalArgumentException _) {
            return Headers.NONE;
        }
    }
}
