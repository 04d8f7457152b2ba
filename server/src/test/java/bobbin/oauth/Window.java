package bobbin.oauth;

import bobbin.app.App;
import bobbin.base.Id;
import bobbin.base.OperatorKey;
import bobbin.base.Setting;
import bobbin.http.HttpSettings;
import bobbin.http.PublicUrls;
import bobbin.http.Request;
import bobbin.http.Response;
import bobbin.web.Person;
import bobbin.web.Site;
import bobbin.web.WebPart;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A browser in front of some pages. The session token of a person is the person's username. */
final class Window {
    private final Site site;
    private Optional<String> session = Optional.empty();

    Window(House house, WebPart... parts) {
        Map<String, Id> people = Map.of("ann", house.ann, "dan", house.dan);
        site = new Site(
                token -> Optional.ofNullable(people.get(token)).map(id -> new Person(id, token, new Id(1))),
                new PublicUrls(HttpSettings.from(Setting::standard)),
                new OperatorKey("a key of at least thirty-two letters"),
                List.of(parts));
    }

    /** A browser in front of the authorization window. */
    static Window authorizing(House house) {
        return new Window(
                house,
                new AuthorizePages(
                        new Asks(house.fixture.database, house.apps, house.policy, house.appSettings, house.settings),
                        house.grants,
                        house.settings));
    }

    /** The address of the window with what is usual, except for these parameters. */
    static String ask(App app, String... parameters) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("client_id", app.id().toString());
        all.put("redirect_uri", House.HOME);
        all.put("scope", "threads_basic");
        all.put("response_type", "code");
        for (int i = 0; i < parameters.length; i += 2) {
            all.put(parameters[i], parameters[i + 1]);
        }
        List<String> flat = new ArrayList<>();
        all.forEach((name, value) -> flat.addAll(List.of(name, value)));
        return "/oauth/authorize?" + House.form(flat.toArray(String[]::new));
    }

    Window signIn(String username) {
        session = Optional.of(username);
        return this;
    }

    Response get(String target) {
        return site.answer(dressed(Request.of("GET", target)));
    }

    Response get(String target, String header, String value) {
        return site.answer(dressed(Request.of("GET", target).withHeader(header, value)));
    }

    Document page(String target) {
        return Jsoup.parse(get(target).bodyText());
    }

    /** Sends a form with the token of this page. */
    Response post(Document page, String action, String... fields) {
        String token = page.select("main input[name=form_token]").val();
        return post(action, House.form(fields) + "&form_token=" + token);
    }

    Response post(String action, String form) {
        return site.answer(dressed(Request.of("POST", action)).withBody("application/x-www-form-urlencoded", form));
    }

    private Request dressed(Request request) {
        return session.map(token -> request.withHeader("Cookie", "session=" + token))
                .orElse(request);
    }

    static String location(Response response) {
        return response.headers().first("Location").orElseThrow();
    }
}
