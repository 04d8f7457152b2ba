package bobbin.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The authorization window. */
class WindowTest {
    private final Dev dev = Dev.server();
    private final Dev.App app = dev.app();
    private final Dev.User eve = dev.user("eve");
    private final Client client = new Client(dev, eve);
    private final Api nobody = new Api(dev.graph(), "");

    @Test
    @Spec(
            value = {"03 §1", "03 §2", "03 §3", "16 §1"},
            edges = {"GET /oauth/access_token", "POST /oauth/access_token", "GET /access_token"})
    void leadsFromTheLinkToALongLivedToken() {
        String location = client.allowed("state", "af0ifjsldkj");
        assertThat(location).startsWith(Client.CALLBACK + "?code=AQ").endsWith("&state=af0ifjsldkj#_");
        String code = Window.parameter(location, "code");
        assertThat(code).matches("AQ[A-Za-z0-9_-]{160,240}");

        Answer shortLived = client.exchange(code).ok();
        assertThat(shortLived.json().propertyNames()).containsExactly("access_token", "user_id");
        assertThat(shortLived.at("/user_id").isNumber()).isTrue();
        assertThat(shortLived.at("/user_id").asLong()).isLessThan(1L << 53);
        assertThat(shortLived.text("/user_id")).isEqualTo(eve.id());
        assertThat(shortLived.text("/access_token")).matches("THAA[A-Za-z0-9]{160,200}");

        Answer longLived = nobody.send(
                        "GET",
                        "/access_token",
                        "grant_type",
                        "th_exchange_token",
                        "client_secret",
                        app.secret(),
                        "access_token",
                        shortLived.text("/access_token"),
                        "fields",
                        "access_token,expires_in,token_type",
                        "format",
                        "json")
                .ok();
        assertThat(longLived.json().propertyNames()).containsExactly("access_token", "token_type", "expires_in");
        assertThat(longLived.text("/token_type")).isEqualTo("bearer");
        assertThat(longLived.at("/expires_in").asLong()).isBetween(5_184_000L - 60, 5_184_000L);
        Api api = new Api(dev.graph(), longLived.text("/access_token"));
        assertThat(api.get("/me").ok().text("/id")).isEqualTo(eve.id());
        assertThat(new Api(dev.graph(), shortLived.text("/access_token"))
                        .get("/me")
                        .status())
                .isEqualTo(200);
        api.publish("granted");
        api.get("/me/threads_publishing_limit", "fields", "delete_quota_usage")
                .refused(500, 10, "Application does not have permission for this action");
    }

    @Test
    @Spec({"03 §1.4"})
    void tellsTheAppOfADenial() {
        String location = new Window(dev.web())
                .authorize(
                        eve,
                        "deny",
                        "client_id",
                        app.id(),
                        "redirect_uri",
                        Client.CALLBACK,
                        "scope",
                        Client.SCOPES,
                        "state",
                        "s t&u")
                .location();

        assertThat(location)
                .isEqualTo(
                        Client.CALLBACK
                                + "?error=access_denied&error_reason=user_denied&error_description=The+user+denied+your+request&state=s+t%26u");
    }

    @Test
    @Spec({"03 §1.5", "06 §4.3", "16 §2"})
    void answersABadRequestWithJsonInsteadOfARedirect() {
        Map<String, String> good =
                Map.of("client_id", app.id(), "redirect_uri", Client.CALLBACK, "scope", Client.SCOPES);

        windowError(with(good, "client_id", ""), 4476002, "Authorization Failed: No app ID was sent with the request.");
        windowError(
                with(good, "client_id", "17"),
                1349026,
                "No application data was given: There was a problem getting data for an application. "
                        + "The application may not be valid or there is a temporary glitch. Please try again later.");
        String blocked =
                "URL Blocked: This redirect failed because the redirect URI is not whitelisted in the app\u2019s Client OAuth Settings. "
                        + "Make sure Client and Web OAuth Login are on and add all your app domains as Valid OAuth Redirect URIs.";
        windowError(with(good, "redirect_uri", ""), 1349168, blocked);
        windowError(with(good, "redirect_uri", Client.CALLBACK + "/"), 1349168, blocked);
        windowError(with(good, "redirect_uri", "https://evil.example/callback"), 1349168, blocked);
        windowError(
                with(good, "redirect_uri", "http://evil.example/callback"),
                1349187,
                "Insecure Login Blocked: You can't get an access token or log in to this app from an insecure page. Try re-loading the page as https://");
        windowError(with(good, "response_type", "token"), 100, "Invalid parameter: response_type");
        windowError(with(good, "scope", "threads_basic,threads_magic"), 100, "Invalid Scopes: threads_magic");
        windowError(with(good, "scope", ""), 100, "Invalid Scopes: threads_basic");
    }

    @Test
    @Spec({"03 §1.2", "02 §8.3"})
    void grantsOnlyWhatStaysTicked() {
        Window window = new Window(dev.web());
        Window.Page login = window.open("/oauth/authorize?"
                + Api.form("client_id", app.id(), "redirect_uri", Client.CALLBACK, "scope", Client.SCOPES));
        Window.Page consent = window.signIn(login, dev.user("threads"));

        assertThat(consent.document().select("input[type=checkbox][value=threads_content_publish]"))
                .hasSize(1);
        assertThat(consent.document().select("input[type=checkbox][value=threads_basic]:not([disabled])"))
                .isEmpty();
        assertThat(consent.response()
                        .headers()
                        .firstValue("content-security-policy")
                        .orElse(""))
                .contains("frame-ancestors 'none'");
        assertThat(consent.response().headers().firstValue("x-frame-options")).contains("DENY");
        assertThat(consent.response().headers().firstValue("referrer-policy")).contains("no-referrer");
        assertThat(consent.response().headers().firstValue("cache-control").orElse(""))
                .contains("no-store");
        assertThat(consent.document().select("script:not([src]), [onclick], [style]"))
                .isEmpty();
    }

    private static Map<String, String> with(Map<String, String> good, String name, String value) {
        Map<String, String> changed = new HashMap<>(good);
        changed.put(name, value);
        return changed;
    }

    private void windowError(Map<String, String> parameters, int code, String message) {
        String query = Api.form(parameters.entrySet().stream()
                .filter(parameter -> !parameter.getValue().isEmpty())
                .flatMap(parameter -> Stream.of(parameter.getKey(), parameter.getValue()))
                .toArray(String[]::new));
        Window.Page page = new Window(dev.web()).open("/oauth/authorize?" + query);
        Answer answer = Answer.of(page.response());
        assertThat(answer.text()).startsWith("{\"error_message\":\"");
        assertThat(answer.at("/error_code").asInt()).as(answer.text()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("content-type")).startsWith("application/json");
        assertThat(answer.header("location")).isEmpty();
        assertThat(answer.text("/error_message")).isEqualTo(message);
    }
}
