package bobbin.oauth;

import static java.nio.charset.StandardCharsets.US_ASCII;

import bobbin.base.Problem;
import bobbin.base.Refusal;
import bobbin.http.Response;
import bobbin.json.Json;
import bobbin.templates.StaticTemplates;
import bobbin.web.Visit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the window says no: JSON for the person who looks, even in a browser, and nothing to the client (03 §1.5). Characters outside
 * ASCII are escaped, as in the original (16 §2).
 */
final class WindowErrorPages {
    private static final Logger LOG = LoggerFactory.getLogger(WindowErrorPages.class);

    private final boolean readable;

    WindowErrorPages(OauthSettings settings) {
        this.readable = settings.htmlErrors();
    }

    Response show(Visit visit, Refusal refusal) {
        String json = json(refusal.problem());
        boolean browser = visit.request()
                .header("accept")
                .filter(types -> types.contains("text/html"))
                .isPresent();
        return readable && browser
                ? visit.complain(refusal).page("Authorization failed", new StaticTemplates().oauthError(json))
                : visit.answer(Response.json(refusal.problem().status(), json.getBytes(US_ASCII)));
    }

    Response showFault(Visit visit, RuntimeException fault) {
        LOG.error("event=window_failed id={}", visit.request().id(), fault);
        return show(visit, WindowProblems.UNKNOWN.withStatus(500).refuse());
    }

    private static String json(Problem problem) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("error_message", problem.message());
        members.put("error_code", problem.code());
        StringBuilder ascii = new StringBuilder();
        Json.text(members).chars().forEach(c -> {
            if (c < 0x80) {
                ascii.append((char) c);
            } else {
                ascii.append("\\u%04x".formatted(c));
            }
        });
        return ascii.toString();
    }
}
