package bobbin;

import bobbin.http.Handler;
import bobbin.http.Request;
import bobbin.http.Response;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Receives every call: hands it to the role it is meant for, then writes one line about it and counts it. The line has the path without
 * its query, because a query may hold a token. Whoever finds out more about the call puts it into the MDC, from where it comes into every
 * line about this call: {@code app} and {@code user} (ids), {@code edge} (what was called, without ids) and {@code code} (of an error).
 */
final class Reception implements Handler {
    private static final Logger LOG = LoggerFactory.getLogger("bobbin.access");

    private final Hosts hosts;
    private final Handler graph;
    private final Handler web;
    private final Handler media;
    private final Metrics metrics;

    Reception(Hosts hosts, Handler graph, Handler web, Handler media, Metrics metrics) {
        this.hosts = hosts;
        this.graph = graph;
        this.web = web;
        this.media = media;
        this.metrics = metrics;
    }

    @Override
    public Response answer(Request request) {
        long began = System.nanoTime();
        MDC.put(LogLine.TRACE, request.id());
        try {
            Role role = hosts.role(request);
            Response response = handler(role).answer(request);
            note(request, role, response.status(), Duration.ofNanos(System.nanoTime() - began));
            return response;
        } finally {
            MDC.clear();
        }
    }

    /** Only the API reads long bodies by itself, and only forms with files. */
    @Override
    public long streams(Request head) {
        boolean form =
                head.contentType().filter(type -> type.startsWith("multipart/")).isPresent();
        return form && hosts.role(head) == Role.GRAPH ? graph.streams(head) : 0;
    }

    private Handler handler(Role role) {
        return switch (role) {
            case GRAPH -> graph;
            case WEB -> web;
            case MEDIA -> media;
        };
    }

    private void note(Request request, Role role, int status, Duration took) {
        metrics.answered(role, status, Optional.ofNullable(MDC.get("edge")), took);
        LOG.atInfo()
                .addKeyValue("role", role.word())
                .addKeyValue("method", request.method())
                .addKeyValue("path", request.path())
                .addKeyValue("status", status)
                .addKeyValue("millis", Math.round(took.toNanos() / 1e4) / 1e2)
                .log("call");
    }
}
