package bobbin.graph;

import bobbin.base.Fidelity;
import bobbin.base.Problem;
import bobbin.base.Refusal;
import bobbin.http.Malformed;
import bobbin.http.Response;
import bobbin.json.Json;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place where errors of the API become the object that clients know (06 §1). {@code error} is the first member, the members
 * stand in the observed order, and what we did not expect is logged in full while the caller gets its number and nothing more.
 */
public final class Envelope {
    private static final Logger LOG = LoggerFactory.getLogger(Envelope.class);
    /** Codes that go with {@code www-authenticate} (01 §12). */
    private static final Set<Integer> CHALLENGES = Set.of(190, 102, 104, 2500);

    private static final int LONGEST_CHALLENGE = 500;

    private final GraphSettings settings;

    public Envelope(GraphSettings settings) {
        this.settings = settings;
    }

    /**
     * Any failure as an answer.
     *
     * @param requestId sent as {@code fbtrace_id}
     */
    public Response show(Throwable failure, String requestId) {
        return show(refusal(failure), requestId);
    }

    /** What a failure means to the caller. */
    public Refusal refusal(Throwable failure) {
        return switch (failure) {
            case Refusal refusal -> refusal;
            case Malformed malformed -> GraphProblems.REQUEST_MALFORMED.refuse(String.valueOf(malformed.getMessage()));
            default -> {
                LOG.error("call failed", failure);
                yield GraphProblems.UNEXPECTED.refuse();
            }
        };
    }

    public Response show(Refusal refusal, String requestId) {
        Problem problem = refusal.problem();
        Trail.refused(problem.code());
        Response response = Response.json(status(problem), Json.bytes(Map.of("error", members(problem, requestId))));
        if (CHALLENGES.contains(problem.code()) && problem.type() == Problem.Type.OAUTH) {
            response = response.with("www-authenticate", challenge(kind(problem), problem));
        }
        return refusal.retryAfter().isEmpty()
                ? response
                : response.with("retry-after", seconds(refusal.retryAfter().get()));
    }

    /** The members of {@code error}, in order. */
    public Map<String, Object> members(Problem problem, String requestId) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", problem.message());
        error.put("type", problem.type().wire());
        error.put("code", problem.code());
        problem.subcode().ifPresent(number -> error.put("error_subcode", number));
        if (problem.saysWhetherItPasses() || settings.alwaysSaysWhetherItPasses()) {
            error.put("is_transient", problem.passing());
        }
        problem.userTitle().ifPresent(title -> error.put("error_user_title", title));
        problem.userMessage().ifPresent(words -> error.put("error_user_msg", words));
        error.put("fbtrace_id", requestId);
        return error;
    }

    private static String kind(Problem problem) {
        return problem.code() == 190 ? "invalid_token" : "invalid_request";
    }

    private int status(Problem problem) {
        int own = settings.fidelity() == Fidelity.META ? problem.liveStatus() : problem.status();
        return switch (problem.concern()) {
            case TOKEN -> settings.tokenStatus();
            case PERMISSION -> settings.permissionStatus();
            case RATE_LIMIT -> settings.rateLimitStatus();
            case VALIDATION -> own == 400 ? settings.validationStatus() : own;
            case OTHER -> own;
        };
    }

    /** Rounded up, so that a caller who waits as told is not refused again. */
    private static String seconds(Duration wait) {
        return Long.toString(Math.max(1, wait.plusMillis(999).toSeconds()));
    }

    /**
     * The value of {@code www-authenticate} (01 §12). Messages may quote what a caller sent: what no header may hold becomes a question
     * mark, and the rest of a long one is left out.
     */
    public static String challenge(String kind, Problem problem) {
        String words = problem.message()
                .codePoints()
                .limit(LONGEST_CHALLENGE)
                .map(c -> c == '"' ? '\'' : c < ' ' || c > '~' ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return "OAuth \"Facebook Platform\" \"" + kind + "\" \"" + words + "\"";
    }
}
