package bobbin.web;

import bobbin.base.OperatorKey;
import bobbin.base.Refusal;
import bobbin.base.Seal;
import bobbin.http.Handler;
import bobbin.http.Malformed;
import bobbin.http.PublicUrls;
import bobbin.http.Request;
import bobbin.http.Response;
import bobbin.sql.Unavailable;
import bobbin.templates.StaticTemplates;
import bobbin.web.Routes.Found;
import gg.jte.Content;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All pages: finds the one that is asked for, knows who asks, verifies every form before anything is done, and puts the frame and the
 * headers around every answer.
 */
public final class Site implements Handler {
    private static final Logger LOG = LoggerFactory.getLogger(Site.class);
    private static final int SECRET_BYTES = 24;

    private final Doorman doorman;
    private final PublicUrls urls;
    private final Seal seal;
    private final FormToken formToken;
    private final SecureRandom random = new SecureRandom();
    private final Assets assets = new Assets();
    private final StaticTemplates templates = new StaticTemplates();
    private final Routes routes = new Routes();

    /** @param key when it changes, forms that are open must be loaded again */
    public Site(Doorman doorman, PublicUrls urls, OperatorKey key, List<WebPart> parts) {
        this.doorman = doorman;
        this.urls = urls;
        this.seal = new Seal(key.derive("forms"));
        this.formToken = new FormToken(seal, random);
        routes.get("/assets/{name}", this::asset);
        parts.forEach(part -> part.declare(routes));
    }

    /** Whether a page lives at this path, so that a host with several roles knows whose call this is. */
    public boolean serves(Request request) {
        try {
            return !routes.methods(request.segments()).isEmpty();
        } catch (Malformed _) {
            return false;
        }
    }

    /** Every address of the site, for those who check or print them. */
    public Routes routes() {
        return routes;
    }

    @Override
    public Response answer(Request request) {
        Visit visit = new Visit(this, request, Map.of());
        try {
            List<String> segments = request.segments();
            Optional<Found> found = routes.find(request.method(), segments);
            if (found.isEmpty()) {
                return nothing(visit, routes.methods(segments));
            }
            visit = new Visit(this, request, found.get().values());
            return answer(visit, found.get().route());
        } catch (RuntimeException fault) {
            return explain(visit, fault);
        }
    }

    private static Response nothing(Visit visit, Set<String> methods) {
        if (methods.isEmpty()) {
            throw WebProblems.NOT_FOUND.refuse();
        }
        return ErrorPage.show(visit, WebProblems.WRONG_METHOD.refuse()).with("Allow", String.join(", ", methods));
    }

    private static Response answer(Visit visit, Route route) {
        if (route.isForm() && !visit.isFormTrue()) {
            throw WebProblems.FORM_TOKEN.refuse();
        }
        return route.answer().apply(visit);
    }

    /** Explaining may go wrong as well, since the frame says who is signed in: then without that. */
    private static Response explain(Visit visit, RuntimeException fault) {
        try {
            return words(visit, fault);
        } catch (RuntimeException worse) {
            return words(visit.asStranger(), worse);
        }
    }

    private static Response words(Visit visit, RuntimeException fault) {
        return switch (fault) {
            case SignInNeeded _ -> visit.redirect("/login?next=" + encode(target(visit.request())));
            case Refusal refusal -> ErrorPage.show(visit, refusal);
            case Malformed malformed -> ErrorPage.show(visit, malformed);
            case Unavailable _ -> ErrorPage.show(visit.asStranger(), WebProblems.UNAVAILABLE.refuse());
            default -> {
                String id = visit.request().id();
                LOG.error("event=page_failed id={} path={}", id, visit.request().path(), fault);
                yield ErrorPage.show(visit.asStranger(), WebProblems.UNEXPECTED.refuse(id));
            }
        };
    }

    private Response asset(Visit visit) {
        return visit.answer(assets.find(visit.path("name")).orElseThrow(WebProblems.NOT_FOUND::refuse));
    }

    /** Where to come back to after signing in: the page itself, or for a form the start page, since the form is gone. */
    private static String target(Request request) {
        if (request.method().equals("POST")) {
            return LocalPath.START.text();
        }
        return request.rawQuery().isEmpty() ? request.path() : request.path() + "?" + request.rawQuery();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    String frame(Frame frame, Content body) {
        return templates.webLayout(frame, body).render();
    }

    String newSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    Doorman doorman() {
        return doorman;
    }

    PublicUrls urls() {
        return urls;
    }

    Seal seal() {
        return seal;
    }

    FormToken formToken() {
        return formToken;
    }

    String asset(String name) {
        return assets.address(name);
    }
}
