package bobbin.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import bobbin.base.Refusal;
import bobbin.base.Scope;
import bobbin.http.Malformed;
import bobbin.http.Parameters;
import bobbin.http.Response;
import bobbin.templates.StaticTemplates;
import bobbin.web.Person;
import bobbin.web.Routes;
import bobbin.web.Visit;
import bobbin.web.WebPart;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The authorization window: {@code /oauth/authorize} (03 §1). */
public final class AuthorizePages implements WebPart {
    private static final String PATH = "/oauth/authorize";
    private static final List<String> KEPT = List.of(
            "client_id", "redirect_uri", "response_type", "scope", "state", "code_challenge", "code_challenge_method");

    private final Asks asks;
    private final Grants grants;
    private final OauthSettings settings;
    private final WindowErrorPages errors;
    private final StaticTemplates templates = new StaticTemplates();

    public AuthorizePages(Asks asks, Grants grants, OauthSettings settings) {
        this.asks = asks;
        this.grants = grants;
        this.settings = settings;
        this.errors = new WindowErrorPages(settings);
    }

    @Override
    public void declare(Routes routes) {
        routes.get(PATH, guarded(this::show)).post(PATH, guarded(this::decide));
    }

    private Response show(Visit visit) {
        Ask ask = asks.read(visit.query()::get);
        if (visit.person().isEmpty()) {
            return signIn(visit);
        }
        Person person = visit.signedIn();
        Ask narrowed = asks.narrow(ask, person.account());
        Optional<Grant> before = grants.find(person.account(), ask.app().id());
        if (settings.autoApproveExistingGrant() && covers(before, narrowed)) {
            return allow(visit, narrowed, person, narrowed.scopes());
        }
        Set<Scope> granted = before.map(Grant::scopes).orElse(Set.of());
        List<ConsentRow> rows = narrowed.scopes().stream()
                .sorted()
                .map(scope -> ConsentRow.of(scope, before.isPresent() && !granted.contains(scope)))
                .toList();
        return visit.formsMayLeadAway()
                .page(
                        "Allow " + ask.app().name(),
                        templates.oauthAuthorize(visit, narrowed, rows, address(visit), other(visit)));
    }

    private Response decide(Visit visit) {
        Ask ask = asks.read(visit.query()::get);
        if (visit.person().isEmpty()) {
            return signIn(visit);
        }
        Person person = visit.signedIn();
        Ask narrowed = asks.narrow(ask, person.account());
        return switch (visit.form("decision")) {
            case "allow" -> allow(visit, narrowed, person, ticked(visit.form()));
            case "deny" -> deny(visit, narrowed);
            default -> show(visit);
        };
    }

    private Response allow(Visit visit, Ask ask, Person person, Set<Scope> ticked) {
        String code = grants.authorize(ask.allow(person.account(), ticked));
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put("code", code);
        ask.state().ifPresent(state -> answer.put("state", state));
        return visit.away(back(ask, answer) + "#_");
    }

    private static Response deny(Visit visit, Ask ask) {
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put("error", "access_denied");
        answer.put("error_reason", "user_denied");
        answer.put("error_description", "The user denied your request");
        ask.state().ifPresent(state -> answer.put("state", state));
        return visit.away(back(ask, answer));
    }

    /** The registered address with these parameters behind its own (03 §1.3). */
    private static String back(Ask ask, Map<String, String> answer) {
        String uri = ask.redirectUri();
        return uri + (uri.contains("?") ? "&" : "?") + encode(answer);
    }

    private static boolean covers(Optional<Grant> before, Ask ask) {
        return before.filter(grant -> grant.scopes().containsAll(ask.scopes())).isPresent();
    }

    private static Set<Scope> ticked(Parameters form) {
        return form.all("scope").stream()
                .flatMap(name -> Scope.parse(name).stream())
                .collect(Collectors.toSet());
    }

    private static Response signIn(Visit visit) {
        return visit.redirect(other(visit));
    }

    /** Where one signs in, to come back here afterwards. */
    private static String other(Visit visit) {
        return "/login?" + encode(Map.of("next", address(visit)));
    }

    /** This window with all that the client said, and nothing else. */
    private static String address(Visit visit) {
        Map<String, String> kept = new LinkedHashMap<>();
        KEPT.forEach(name -> visit.query().get(name).ifPresent(value -> kept.put(name, value)));
        return PATH + "?" + encode(kept);
    }

    private static String encode(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    private Function<Visit, Response> guarded(Function<Visit, Response> answer) {
        return visit -> {
            try {
                return answer.apply(visit);
            } catch (Refusal refusal) {
                return errors.show(visit, refusal);
            } catch (Malformed _) {
                return errors.show(visit, WindowProblems.UNKNOWN.refuse());
            } catch (RuntimeException failure) {
                return errors.showFault(visit, failure);
            }
        };
    }
}
