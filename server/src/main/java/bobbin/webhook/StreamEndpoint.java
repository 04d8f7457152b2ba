package bobbin.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import bobbin.base.Id;
import bobbin.base.Refusal;
import bobbin.graph.Credentials;
import bobbin.graph.Doorkeeper;
import bobbin.graph.Envelope;
import bobbin.graph.GraphProblems;
import bobbin.graph.Params;
import bobbin.graph.Viewer;
import bobbin.http.Bucket;
import bobbin.http.Handler;
import bobbin.http.Request;
import bobbin.http.Response;
import bobbin.webhook.Streams.Listening;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code GET /_bobbin/stream}: what happens to an app's users, as server-sent events; ours, and not of the Threads API. Takes an app's own
 * token, or that of one of its users for what concerns them alone. Everything else goes on to the API.
 */
public final class StreamEndpoint implements Handler {
    private static final Logger LOG = LoggerFactory.getLogger(StreamEndpoint.class);
    private static final String PATH = "/_bobbin/stream";
    /** A token that has ended is noticed within this time. */
    private static final Duration LOOK = Duration.ofMillis(500);

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final Handler api;
    private final Doorkeeper doorkeeper;
    private final Streams streams;
    private final Envelope envelope;

    public StreamEndpoint(Handler api, Doorkeeper doorkeeper, Streams streams, Envelope envelope) {
        this.api = api;
        this.doorkeeper = doorkeeper;
        this.streams = streams;
        this.envelope = envelope;
    }

    @Override
    public long streams(Request head) {
        return head.path().equals(PATH) ? 0 : api.streams(head);
    }

    @Override
    public Response answer(Request request) {
        if (!request.path().equals(PATH)) {
            return api.answer(request);
        }
        try {
            return open(request);
        } catch (RuntimeException failure) {
            return envelope.show(failure, request.id());
        }
    }

    private Response open(Request request) {
        if (!request.method().equals("GET")) {
            throw GraphProblems.METHOD_UNSUPPORTED.refuse(request.method().toLowerCase(Locale.ROOT));
        }
        Params params = new Params(Bucket.of(request));
        String token = Credentials.token(request, params).orElseThrow(GraphProblems.TOKEN_MISSING::refuse);
        Viewer viewer = doorkeeper.admit(token, params);
        Optional<Id> position = request.header("Last-Event-ID")
                .or(() -> params.text("last_event_id"))
                .flatMap(Id::parse);
        Id now = streams.begin(viewer.app());
        Place place = () -> streams.listen(viewer.app(), viewer.account(), position.orElse(now));
        return Response.live(
                        200,
                        "text/event-stream; charset=utf-8",
                        wire -> feed(wire, place, () -> doorkeeper.admit(token, params)))
                .with("Cache-Control", "no-store")
                .with("X-Accel-Buffering", "no");
    }

    /** Asks whether the token is still good. */
    private interface Check {
        Viewer again();
    }

    /** Takes a place among the streams: not before anything is sent, because an answer to {@code HEAD} would never give it back. */
    private interface Place {
        Listening take();
    }

    private static void feed(Response.Wire wire, Place place, Check check) throws IOException {
        long last = System.nanoTime();
        try (Listening listening = place.take()) {
            wire.write("retry: 2000\n\n".getBytes(UTF_8));
            while (!wire.isEnding()) {
                var events = listening.next(LOOK);
                Viewer viewer = check.again();
                for (Delivery each : events) {
                    if (viewer.account().isEmpty()
                            || viewer.scopes().containsAll(each.field().needs())) {
                        wire.write(shown(each).getBytes(UTF_8));
                        last = System.nanoTime();
                    }
                }
                if (System.nanoTime() - last > HEARTBEAT.toNanos()) {
                    wire.write(":\n\n".getBytes(UTF_8));
                    last = System.nanoTime();
                }
            }
        } catch (Refusal refusal) {
            LOG.info("event=stream_ended reason={}", refusal.getMessage());
        } catch (InterruptedException _) {
            // The server stops. What ends the stream is still to be written, and an interrupted thread cannot.
        }
    }

    private static String shown(Delivery delivery) {
        return "id: " + delivery.id() + "\nevent: " + delivery.field().wire() + "\ndata: " + delivery.body() + "\n\n";
    }
}
