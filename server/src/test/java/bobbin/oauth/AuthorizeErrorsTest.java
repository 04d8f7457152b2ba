package bobbin.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Fixture;
import bobbin.app.Actor;
import bobbin.app.App;
import bobbin.base.Scope;
import bobbin.http.Response;
import bobbin.oauth.OauthSettings.UnknownScope;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stops people before the consent page, and that it is JSON (03 §1.5). */
class AuthorizeErrorsTest {
    private static final String NOT_REGISTERED =
            "{\"error_message\":\"URL Blocked: This redirect failed because the redirect URI is not whitelisted in the app\\u2019s"
                    + " Client OAuth Settings. Make sure Client and Web OAuth Login are on and add all your app domains as Valid"
                    + " OAuth Redirect URIs.\",\"error_code\":1349168}";

    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final House house = new House(fixture);
    private final Window window = Window.authorizing(house).signIn("ann");

    @Test
    void needsNoResponseType() {
        assertThat(window.get(ask("response_type", "")).status()).isEqualTo(200);
        assertError(window.get(ask("response_type", "token")), 100, "Invalid parameter: response_type");
    }

    @Test
    void refusesWithoutAnApp() {
        assertError(
                window.get("/oauth/authorize"), 4476002, "Authorization Failed: No app ID was sent with the request.");
    }

    @Test
    void refusesAnAppThatDoesNotExistOrMayNotWork() {
        String unknown =
                "No application data was given: There was a problem getting data for an application. The application"
                        + " may not be valid or there is a temporary glitch. Please try again later.";
        assertError(window.get(ask("client_id", "1")), 1349026, unknown);
        assertError(window.get(ask("client_id", "abc")), 1349026, unknown);
        assertError(window.get(ask("client_id", house.ann.toString())), 1349026, unknown);
        house.apps.disable(Actor.OPERATOR, house.app.id());
        assertError(window.get(ask()), 1349026, unknown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://client.example/cb/",
                "https://client.example/cb?x=1",
                "https://client.example/cb#x",
                "https://sub.client.example/cb",
                "https://evil.example/cb",
                "myapp://cb",
                "nonsense"
            })
    void refusesAnAddressThatIsNotRegistered(String redirectUri) {
        Response answer = window.get(ask("redirect_uri", redirectUri));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.headers().first("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(answer.bodyText()).isEqualTo(NOT_REGISTERED);
        assertThat(answer.headers().has("Location")).isFalse();
    }

    @Test
    void refusesAnInsecureAddress() {
        String words =
                "Insecure Login Blocked: You can't get an access token or log in to this app from an insecure page. Try"
                        + " re-loading the page as https://";
        assertError(window.get(ask("redirect_uri", "http://client.example/cb")), 1349187, words);
        assertError(window.get(ask("redirect_uri", "http://localhost:3000/callback")), 1349187, words);
    }

    @Test
    void refusesScopesThatMakeNoSense() {
        assertError(window.get(ask("scope", "")), 100, "Invalid Scopes: threads_basic");
        assertError(window.get(ask("scope", "threads_delete")), 100, "Invalid Scopes: threads_basic");
        assertError(window.get(ask("scope", "public_profile")), 100, "Invalid Scopes: threads_basic");
        assertError(window.get(ask("scope", "threads_basic,email")), 100, "Invalid Scopes: email");
        assertError(
                window.get(ask("scope", "threads_basic,email,THREADS_DELETE")),
                100,
                "Invalid Scopes: email, THREADS_DELETE");
    }

    @Test
    void refusesWhatTheAppDoesNotListIfTold() {
        House strict = new House(fixture, Map.of("oauth.unknown_app_scope", UnknownScope.ERROR));
        strict.unlist(Scope.DELETE);

        assertError(
                Window.authorizing(strict)
                        .signIn("ann")
                        .get(Window.ask(strict.app, "scope", "threads_basic,threads_delete")),
                100,
                "Invalid Scopes: threads_delete");
    }

    @Test
    void refusesPeopleWithoutRoleOnAnAppInDevelopmentOnceTheySignedIn() {
        house.apps.setMode(Actor.OPERATOR, house.app.id(), App.Mode.DEVELOPMENT);

        assertError(
                window.get(ask()), 1349245, "Invalid Request: The user has not accepted the invite to test the app.");
        assertThat(Window.authorizing(house).get(ask()).status()).isEqualTo(303);
        assertThat(Window.authorizing(house).signIn("dan").get(ask()).status()).isEqualTo(200);
    }

    /** 03 §1.1: a state has up to 4096 characters, and those of JSON are thrice as long in an address, and longer still in {@code next}. */
    @Test
    void sendsStrangersWithALongStateToSignIn() {
        String state = "{\"a\":\"b\"}".repeat(455);
        Response redirect = Window.authorizing(house).get(ask("state", state));

        assertThat(redirect.status()).isEqualTo(303);
        assertThat(redirect.headers().first("Location").orElseThrow())
                .startsWith("/login?next=%2Foauth%2Fauthorize%3F");
        assertThat(window.get(ask("state", state)).status()).isEqualTo(200);
        assertError(window.get(ask("state", "x".repeat(4097))), 100, "Invalid parameter: state");
    }

    /** 03 §1.1: what is to be kept for the exchange is what it claims to be. */
    @Test
    void refusesAChallengeThatIsNone() {
        for (String none : List.of("x".repeat(129), "a b", "\u00e9", "'")) {
            assertError(window.get(ask("code_challenge", none)), 100, "Invalid parameter: code_challenge");
        }
        assertThat(window.get(ask("code_challenge", "-._~" + "x".repeat(124))).status())
                .isEqualTo(200);
    }

    @Test
    void checksInOrder() {
        assertError(window.get(ask("redirect_uri", "", "scope", "")), 1349168);
        assertError(window.get(ask("response_type", "token", "scope", "")), 100, "Invalid parameter: response_type");
        assertError(Window.authorizing(house).get(ask("scope", "")), 100, "Invalid Scopes: threads_basic");
    }

    @Test
    void showsErrorsInsideAPageIfTold() {
        House kind = new House(fixture, Map.of("oauth.html_errors", true));
        Window there = Window.authorizing(kind).signIn("ann");
        Response page = there.get("/oauth/authorize", "Accept", "text/html,application/xhtml+xml");

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.headers().first("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.bodyText()).contains("4476002");
        assertThat(there.get("/oauth/authorize").headers().first("Content-Type").orElseThrow())
                .startsWith("application/json");
        assertThat(window.get("/oauth/authorize", "Accept", "text/html")
                        .headers()
                        .first("Content-Type")
                        .orElseThrow())
                .startsWith("application/json");
    }

    @Test
    void answersJsonToBrokenPercentEncoding() {
        assertError(window.get("/oauth/authorize?client_id=%zz"), 1, "An unknown error has occurred.");
    }

    private String ask(String... parameters) {
        return Window.ask(house.app, parameters);
    }

    private static void assertError(Response answer, int code, String message) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.headers().first("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(answer.bodyText()).isEqualTo("{\"error_message\":\"" + message + "\",\"error_code\":" + code + "}");
    }

    private static void assertError(Response answer, int code) {
        assertThat(answer.bodyText()).endsWith("\"error_code\":" + code + "}");
    }
}
