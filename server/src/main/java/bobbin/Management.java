package bobbin;

import bobbin.http.Handler;
import bobbin.http.Request;
import bobbin.http.Response;
import bobbin.script.ScriptEndpoint;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The management port: whether this process lives, whether it can serve, and its numbers. Never open to the world. */
final class Management implements Handler {
    private static final Logger LOG = LoggerFactory.getLogger(Management.class);
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final Metrics metrics;
    private final Handler scripts;
    private final BooleanSupplier database;
    private final BooleanSupplier worker;

    /**
     * Makes the handler of the management port.
     *
     * @param scripts answers to everything below {@code /script}
     * @param database whether it answers; an exception means no
     * @param worker whether it runs
     */
    Management(Metrics metrics, Handler scripts, BooleanSupplier database, BooleanSupplier worker) {
        this.metrics = metrics;
        this.scripts = scripts;
        this.database = database;
        this.worker = worker;
    }

    @Override
    public Response answer(Request request) {
        if (request.path().startsWith(ScriptEndpoint.PATH + "/")) {
            return scripts.answer(request);
        }
        return switch (request.path()) {
            case "/livez" -> Response.text(200, "alive\n");
            case "/readyz" -> readiness();
            case "/metrics" ->
                Response.bytes(200, PROMETHEUS, metrics.page().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            default -> Response.text(404, "There is /livez, /readyz and /metrics.\n");
        };
    }

    private Response readiness() {
        boolean stored = holds("database", database);
        boolean working = holds("worker", worker);
        String state = "database %s\nworker %s\n".formatted(word(stored), word(working));
        return Response.text(stored && working ? 200 : 503, state);
    }

    private static boolean holds(String part, BooleanSupplier check) {
        try {
            return check.getAsBoolean();
        } catch (RuntimeException e) {
            LOG.warn("not ready part={} reason={}", part, e.getMessage());
            return false;
        }
    }

    private static String word(boolean fine) {
        return fine ? "ok" : "down";
    }
}
