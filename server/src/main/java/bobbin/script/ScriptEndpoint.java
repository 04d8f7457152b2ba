package bobbin.script;

import static java.nio.charset.StandardCharsets.UTF_8;

import bobbin.base.Problem;
import bobbin.base.Refusal;
import bobbin.http.Handler;
import bobbin.http.Malformed;
import bobbin.http.Request;
import bobbin.http.Response;
import bobbin.json.Json;
import bobbin.json.Node;
import bobbin.json.Unreadable;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Acts and the clock over HTTP: JSON in, JSON out, for whoever has the key (15 §15.20). */
public final class ScriptEndpoint implements Handler {
    /** Under which everything of it is. */
    public static final String PATH = "/script";

    private static final Logger LOG = LoggerFactory.getLogger(ScriptEndpoint.class);
    private static final String SCHEME = "Bearer ";

    private final ScriptSettings settings;
    private final Acts acts;
    private final Optional<SettableClock> clock;
    private final IntSupplier dueWork;

    /**
     * Makes the interface.
     *
     * @param clock empty where time cannot be moved
     * @param dueWork does all that is due, and tells how many jobs that were
     */
    public ScriptEndpoint(ScriptSettings settings, Acts acts, Optional<SettableClock> clock, IntSupplier dueWork) {
        this.settings = settings;
        this.acts = acts;
        this.clock = clock;
        this.dueWork = dueWork;
    }

    @Override
    public Response answer(Request request) {
        try {
            requireKey(request);
            return Response.json(200, line(deed(request)));
        } catch (Refusal refusal) {
            return error(refusal.problem());
        } catch (Malformed | Unreadable _) {
            return error(ScriptProblems.BODY);
        } catch (RuntimeException e) {
            LOG.error("script=failed path={}", request.path(), e);
            return error(Problem.platform(2, "This is a mistake in Bobbin; the log says more.")
                    .withStatus(500));
        }
    }

    private void requireKey(Request request) {
        byte[] wanted =
                settings.key().orElseThrow(ScriptProblems.NO_PLACE::refuse).getBytes(UTF_8);
        boolean known = request.header("Authorization")
                .filter(header -> header.startsWith(SCHEME))
                .map(header -> header.substring(SCHEME.length()).strip().getBytes(UTF_8))
                .filter(given -> MessageDigest.isEqual(wanted, given))
                .isPresent();
        if (!known) {
            throw ScriptProblems.KEY.refuse();
        }
    }

    private Map<String, ?> deed(Request request) {
        return switch (request.method() + " " + request.path()) {
            case "GET /script/acts" ->
                Map.of("acts", acts.all().stream().map(ScriptEndpoint::shown).toList());
            case "POST /script/acts" -> act(body(request));
            case "GET /script/clock" -> Map.of("now", clock().instant().toString());
            case "POST /script/clock" -> move(body(request));
            default -> throw ScriptProblems.NO_PLACE.refuse();
        };
    }

    private Map<String, ?> act(Node body) {
        Map<String, String> said = new HashMap<>();
        body.names().forEach(name -> said.put(name, body.text(name).orElse("")));
        Optional<String> as = Optional.ofNullable(said.remove("as")).filter(text -> !text.isEmpty());
        String name = Optional.ofNullable(said.remove("act")).orElse("");
        return acts.run(as, name, said);
    }

    private Map<String, ?> move(Node body) {
        SettableClock moved = clock();
        Instant now = moved.instant();
        Instant to = time(body, now);
        if (to.isBefore(now)) {
            throw ScriptProblems.PAST.refuse(now);
        }
        if (to.isAfter(SettableClock.LATEST)) {
            throw ScriptProblems.FUTURE.refuse(SettableClock.LATEST);
        }
        moved.moveTo(to);
        LOG.info("event=clock_moved to={}", to);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("jobs", dueWork.getAsInt());
        answer.put("now", moved.instant().toString());
        return answer;
    }

    private static Instant time(Node body, Instant now) {
        try {
            Optional<Instant> forward =
                    body.text("forward").map(Duration::parse).map(now::plus);
            Optional<Instant> to = body.text("to").map(Instant::parse);
            if (forward.isPresent() == to.isPresent()) {
                throw ScriptProblems.NO_TIME.refuse();
            }
            return forward.or(() -> to).orElseThrow();
        } catch (DateTimeException | ArithmeticException _) {
            throw ScriptProblems.NO_TIME.refuse();
        }
    }

    private SettableClock clock() {
        return clock.orElseThrow(ScriptProblems.NO_CLOCK::refuse);
    }

    private static Node body(Request request) {
        Node body = Json.parse(request.body());
        if (!body.isObject()) {
            throw ScriptProblems.BODY.refuse();
        }
        return body;
    }

    private static Map<String, ?> shown(Act act) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("act", act.name());
        shown.put("meaning", act.meaning());
        shown.put(
                "arguments", act.arguments().stream().map(ScriptEndpoint::shown).toList());
        return shown;
    }

    private static Map<String, ?> shown(Argument argument) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("name", argument.name());
        shown.put("kind", argument.kind().name().toLowerCase(java.util.Locale.ROOT));
        shown.put("required", argument.isRequired());
        shown.put("meaning", argument.meaning());
        return shown;
    }

    private static Response error(Problem problem) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", problem.userMessage().orElse(problem.message()));
        error.put("code", problem.code());
        problem.subcode().ifPresent(subcode -> error.put("error_subcode", subcode));
        return Response.json(problem.status(), line(Map.of("error", error)));
    }

    private static byte[] line(Map<String, ?> answer) {
        return (Json.text(answer) + "\n").getBytes(UTF_8);
    }
}
