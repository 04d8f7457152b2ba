package bobbin.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import bobbin.base.Refusal;
import bobbin.graph.Call;
import bobbin.graph.Edges;
import bobbin.graph.GraphPart;
import bobbin.graph.GraphProblems;
import bobbin.graph.Params;
import bobbin.oauth.Clients.Client;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The endpoints that hand out tokens: code exchange, app tokens, long-lived tokens, refresh (03 §2 to §5). */
public final class TokenEndpoint implements GraphPart {
    private final Tokens tokens;
    private final Clients clients;
    private final OauthSettings settings;
    private final TokenErrorEndpoint errors;

    /** @param errors how the endpoints say no */
    public TokenEndpoint(Tokens tokens, Clients clients, OauthSettings settings, TokenErrorEndpoint errors) {
        this.tokens = tokens;
        this.clients = clients;
        this.settings = settings;
        this.errors = errors;
    }

    @Override
    public void declare(Edges edges) {
        edges.atRoot()
                .forServers("oauth/access_token", guarded(this::exchange))
                .forServers("access_token", guarded(this::prolong))
                .open("get", "refresh_access_token", guarded(this::refresh))
                .open("post", "refresh_access_token", guarded(this::refresh));
    }

    private Object exchange(Call call) {
        Params params = call.params();
        String type = params.text("grant_type").map(String::strip).orElse("authorization_code");
        return switch (type) {
            case "authorization_code" -> redeem(call);
            case "client_credentials" -> bearer(clients.token(client(call)));
            default -> throw OauthProblems.GRANT_TYPE_UNKNOWN.refuse(type);
        };
    }

    private Object redeem(Call call) {
        Params params = call.params();
        Client client = client(call);
        String redirectUri = params.text("redirect_uri").orElseThrow(OauthProblems.REDIRECT_MISSING::refuse);
        String code = params.text("code").orElseThrow(OauthProblems.CODE_MISSING::refuse);
        Issued issued = tokens.redeem(client, clean(code), redirectUri, params.text("code_verifier"));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", issued.text());
        answer.put("user_id", settings.userIdAsString() ? Long.toString(issued.userId()) : (Object) issued.userId());
        return answer;
    }

    private Object prolong(Call call) {
        requireGrantType(call, "th_exchange_token");
        String secret = secret(call).orElseThrow(() -> OauthProblems.CLIENT_PARAM_MISSING.refuse("client_secret"));
        return lasting(tokens.prolong(
                token(call),
                TokenGraph.proof(call.params()),
                secret,
                call.params().text("client_id")));
    }

    private Object refresh(Call call) {
        requireGrantType(call, "th_refresh_token");
        return lasting(tokens.refresh(token(call), TokenGraph.proof(call.params())));
    }

    /** Clients forget that {@code #_} is no part of the code (03 §2.1). */
    private static String clean(String code) {
        String bare = code.strip();
        return bare.endsWith("#_") ? bare.substring(0, bare.length() - 2).strip() : bare;
    }

    private static void requireGrantType(Call call, String type) {
        if (!call.params()
                .text("grant_type")
                .map(String::strip)
                .filter(type::equals)
                .isPresent()) {
            throw unsupported(call);
        }
    }

    private static Refusal unsupported(Call call) {
        return OauthProblems.UNSUPPORTED.refuse(call.method());
    }

    private static String token(Call call) {
        return call.token().orElseThrow(GraphProblems.TOKEN_MISSING::refuse);
    }

    private static Client client(Call call) {
        String id = call.params()
                .text("client_id")
                .map(String::strip)
                .or(() -> basic(call).map(Client::id))
                .orElseThrow(() -> OauthProblems.CLIENT_PARAM_MISSING.refuse("client_id"));
        String secret = secret(call).orElseThrow(() -> OauthProblems.CLIENT_PARAM_MISSING.refuse("client_secret"));
        return new Client(id, secret);
    }

    private static Optional<String> secret(Call call) {
        return call.params().text("client_secret").or(() -> basic(call).map(Client::secret));
    }

    /** The header {@code Authorization: Basic}, which generic clients send. */
    private static Optional<Client> basic(Call call) {
        return call.request()
                .header("authorization")
                .filter(header -> header.regionMatches(true, 0, "Basic ", 0, 6))
                .flatMap(header -> decode(header.substring(6).strip()))
                .filter(pair -> pair.indexOf(':') > 0)
                .map(pair -> new Client(pair.substring(0, pair.indexOf(':')), pair.substring(pair.indexOf(':') + 1)));
    }

    private static Optional<String> decode(String base64) {
        try {
            return Optional.of(new String(Base64.getDecoder().decode(base64), UTF_8));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Map<String, Object> lasting(Issued issued) {
        Map<String, Object> answer = bearer(issued.text());
        answer.put("expires_in", issued.expiresIn());
        return answer;
    }

    private static Map<String, Object> bearer(String token) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", token);
        answer.put("token_type", "bearer");
        return answer;
    }

    private Function<Call, Object> guarded(Function<Call, Object> act) {
        return call -> {
            try {
                return act.apply(call);
            } catch (RuntimeException failure) {
                return errors.show(failure, call.request().id());
            }
        };
    }
}
