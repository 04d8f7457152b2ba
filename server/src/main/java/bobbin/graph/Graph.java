package bobbin.graph;

import bobbin.base.Scope;
import bobbin.http.Bucket;
import bobbin.http.Handler;
import bobbin.http.Malformed;
import bobbin.http.PublicUrls;
import bobbin.http.Request;
import bobbin.http.Response;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The API: a function from a request to a response. Applies everything that all calls share, in one order: what is sent, who is it,
 * what is meant, may they, do it, show it.
 */
public final class Graph implements Handler {
    private static final Logger LOG = LoggerFactory.getLogger(Graph.class);

    private final Doorkeeper doorkeeper;
    private final Meter meter;
    private final GraphSettings settings;
    private final InstantSource time;
    private final Envelope envelope;
    private final Edges edges = new Edges();
    private final Router router = new Router(edges);
    private final Display display;

    public Graph(
            Doorkeeper doorkeeper,
            Meter meter,
            GraphSettings settings,
            PublicUrls urls,
            InstantSource time,
            List<? extends GraphPart> parts) {
        this.doorkeeper = doorkeeper;
        this.meter = meter;
        this.settings = settings;
        this.time = time;
        this.envelope = new Envelope(settings);
        parts.forEach(part -> part.declare(edges));
        this.display = new Display(edges, settings, urls);
    }

    /** Everything that the API can do; the reference pages are printed from it. */
    public Edges edges() {
        return edges;
    }

    @Override
    public long streams(Request head) {
        try {
            List<String> path = head.segments();
            return path.isEmpty() || !head.method().equals("POST") ? 0 : edges.streams(path.getLast());
        } catch (Malformed _) {
            return 0;
        }
    }

    @Override
    public Response answer(Request request) {
        try {
            Params params = new Params(Bucket.of(request));
            Response response = attempt(request, params);
            return GraphHeaders.common(isMuted(params) ? response.withStatus(200) : response, request);
        } catch (RuntimeException failure) {
            return GraphHeaders.common(GraphHeaders.cors(envelope.show(failure, request.id())), request);
        }
    }

    private Response attempt(Request request, Params params) {
        try {
            Target target = Target.of(request, params, settings.anyVersion());
            Call call = new Call(request, params, target, time.instant(), Credentials.token(request, params));
            if (target.method().equals("options")) {
                return router.isForServers(target) ? Response.text(200, "") : GraphHeaders.preflight();
            }
            Optional<Edge.Open> open = router.open(target);
            return open.isPresent() ? answerOpen(open.get(), call) : GraphHeaders.cors(answerKnown(call));
        } catch (RuntimeException failure) {
            return GraphHeaders.cors(envelope.show(failure, request.id()));
        }
    }

    private Response answerOpen(Edge.Open open, Call call) {
        Response response = guarded(call.request(), () -> display.answer(open, call));
        if (!open.forServers()) {
            return GraphHeaders.cors(response);
        }
        if (call.request().header("origin").isPresent()) {
            LOG.warn("app secret used from a browser path={}", call.target().whole());
        }
        return response;
    }

    private Response answerKnown(Call call) {
        Viewer viewer = admit(call);
        Meter.Usage usage = meter.count(viewer);
        long began = System.nanoTime();
        Response response = guarded(call.request(), () -> {
            if (usage.refusedFor().isPresent()) {
                throw GraphProblems.BUDGET_SPENT
                        .refuse()
                        .until(usage.refusedFor().get());
            }
            Router.Place place = router.place(call.target(), viewer);
            Trail.found(place.edge());
            allow(viewer, place);
            return display.answer(place.edge().deed(), call.by(viewer, place.node()));
        });
        meter.took(viewer, System.nanoTime() - began);
        return usage.counted() ? response.with("x-app-usage", usage.header()) : response;
    }

    private Viewer admit(Call call) {
        boolean aboutMe = call.target().node().filter(Router.ME::equals).isPresent();
        String token = call.token()
                .orElseThrow(
                        () -> aboutMe ? GraphProblems.NO_CURRENT_USER.refuse() : GraphProblems.TOKEN_MISSING.refuse());
        Viewer viewer = doorkeeper.admit(token, call.params());
        Trail.admitted(viewer);
        if (aboutMe && viewer.account().isEmpty()) {
            throw GraphProblems.NO_CURRENT_USER.refuse();
        }
        return viewer;
    }

    private static void allow(Viewer viewer, Router.Place place) {
        Edge edge = place.edge();
        if (edge.deed() instanceof Edge.OfApp) {
            allowApp(viewer, place);
            return;
        }
        if (viewer.account().isEmpty()) {
            throw GraphProblems.PERMISSION_MISSING.refuse();
        }
        if (!viewer.scopes().containsAll(edge.needs())) {
            throw viewer.has(Scope.BASIC)
                    ? GraphProblems.PERMISSION_MISSING.refuse()
                    : GraphProblems.BASIC_MISSING.refuse();
        }
    }

    private static void allowApp(Viewer viewer, Router.Place place) {
        if (viewer.account().isPresent() || !viewer.app().equals(place.node())) {
            throw GraphProblems.PERMISSION_MISSING.refuse();
        }
    }

    /** Refusals become an answer already here, so that they too carry the headers of a caller we know. */
    private Response guarded(Request request, Supplier<Response> work) {
        try {
            return work.get();
        } catch (RuntimeException failure) {
            return envelope.show(failure, request.id());
        }
    }

    /** Whether errors are to be answered with HTTP 200 (01 §4). */
    private static boolean isMuted(Params params) {
        return params.text("suppress_http_code").filter("1"::equals).isPresent();
    }
}
