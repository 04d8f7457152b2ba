package bobbin.oauth;

import bobbin.base.Problem;
import bobbin.base.Refusal;
import bobbin.graph.Envelope;
import bobbin.http.Response;
import bobbin.json.Json;
import bobbin.oauth.OauthSettings.ErrorShape;
import java.util.LinkedHashMap;
import java.util.Map;

/** How the token endpoints say no: in the flat shape, in the envelope, or in both at once (03 §2.3). */
public final class TokenErrorEndpoint {
    private final Envelope envelope;
    private final ErrorShape shape;

    public TokenErrorEndpoint(Envelope envelope, OauthSettings settings) {
        this.envelope = envelope;
        this.shape = settings.errorShape();
    }

    Response show(RuntimeException failure, String requestId) {
        Refusal refusal = envelope.refusal(failure);
        Problem problem = refusal.problem();
        Response enveloped = envelope.show(refusal, requestId);
        Response answer = switch (shape) {
            case META -> problem.code() == OauthProblems.FLAT ? with(enveloped, flat(problem)) : enveloped;
            case FLAT -> with(enveloped, flat(problem));
            case HYBRID -> with(enveloped, hybrid(problem, requestId));
        };
        return answer.with("www-authenticate", Envelope.challenge(kind(problem), problem));
    }

    /** Status and headers stay those of the envelope. */
    private static Response with(Response enveloped, Map<String, Object> body) {
        Response flat = Response.json(enveloped.status(), Json.bytes(body));
        return enveloped
                .headers()
                .first("retry-after")
                .map(seconds -> flat.with("retry-after", seconds))
                .orElse(flat);
    }

    private static Map<String, Object> flat(Problem problem) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("error_type", problem.type().wire());
        members.put("code", OauthProblems.FLAT);
        members.put("error_message", problem.message());
        return members;
    }

    /** The envelope comes first, where its readers look for it (06 §1). */
    private Map<String, Object> hybrid(Problem problem, String requestId) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("error", envelope.members(problem, requestId));
        members.putAll(flat(problem));
        return members;
    }

    private static String kind(Problem problem) {
        return switch (problem.code()) {
            case 190 -> "invalid_token";
            case OauthProblems.FLAT -> "invalid_code";
            default -> "invalid_request";
        };
    }
}
