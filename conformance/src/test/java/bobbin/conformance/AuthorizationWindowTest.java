package bobbin.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What goes into the authorization window and what comes out of it (03 §1). */
class AuthorizationWindowTest {
    private static final String VERIFIER = "v".repeat(50);

    private final Dev dev = Dev.server();
    private final Stage stage = new Stage(dev);
    private final Dev.App app = stage.app();
    private final Dev.User person = stage.person();
    private final Api nobody = new Api(dev.graph(), "");

    @Test
    @Spec({"03 §1.1", "03 §1.3", "17 §3"})
    void bringsALongStateThroughTheSignInUnchanged() {
        String state = "{\"a\":\"b+c &d=e#f%\"} \u00e9".repeat(180).substring(0, 3000);
        String location = new Window(dev.web())
                .authorize(person, "allow", ask("scope", "threads_basic", "state", state))
                .location();

        assertThat(location).startsWith(Stage.CALLBACK + "?code=AQ").endsWith("#_");
        assertThat(Window.parameter(location.replaceFirst("#_$", ""), "state")).isEqualTo(state);
        assertThat(new Window(dev.web())
                        .open("/oauth/authorize?" + Api.form(ask("scope", "threads_basic", "state", "x".repeat(4097))))
                        .response()
                        .body())
                .isEqualTo("{\"error_message\":\"Invalid parameter: state\",\"error_code\":100}");
    }

    @Test
    @Spec({"03 §1.1", "03 §1.3", "02 §8.1"})
    void readsScopesInEveryForm() {
        for (String scope : List.of(
                "threads_basic,threads_delete",
                "threads_basic threads_delete",
                "threads_delete,  threads_basic,public_profile",
                "threads_basic\tthreads_delete")) {
            String code = code("scope", scope, "display", "popup", "force_reauth", "true", "locale", "de_DE");
            String token = exchange(code).ok().text("/access_token");
            assertThat(scopes(token)).as(scope).isEqualTo("[\"threads_basic\",\"threads_delete\"]");
        }
        String all =
                "threads_basic,threads_content_publish,threads_read_replies,threads_manage_replies,threads_manage_insights,"
                        + "threads_keyword_search,threads_manage_mentions,threads_delete,threads_location_tagging,"
                        + "threads_profile_discovery,threads_share_to_instagram,threads_business_basic";
        assertThat(exchange(code("scope", all)).ok().has("/access_token")).isTrue();
    }

    @Test
    @Spec({"02 §8.3", "03 §1.2"})
    void addsWhatIsAllowedLaterButNotToEarlierTokens() {
        String first = exchange(code("scope", "threads_basic")).ok().text("/access_token");
        String second =
                exchange(code("scope", "threads_basic,threads_delete")).ok().text("/access_token");

        assertThat(scopes(first)).isEqualTo("[\"threads_basic\"]");
        assertThat(scopes(second)).isEqualTo("[\"threads_basic\",\"threads_delete\"]");
    }

    @Test
    @Spec({"03 §1.1", "03 §2.3"})
    void asksForTheVerifierOnlyIfOneIsBrought() {
        String challenge = challenge();
        for (String[] good : new String[][] {
            {"code_challenge", challenge, "code_challenge_method", "S256", "with", VERIFIER},
            {"code_challenge", challenge, "code_challenge_method", "S256", "with", ""},
            {"code_challenge", VERIFIER, "code_challenge_method", "plain", "with", VERIFIER},
            {"code_challenge", VERIFIER, "code_challenge_method", "", "with", VERIFIER},
            {"code_challenge", "", "code_challenge_method", "", "with", VERIFIER}
        }) {
            exchange(code("code_challenge", good[1], "code_challenge_method", good[3]), "code_verifier", good[5])
                    .ok();
        }
        String code = code("code_challenge", challenge, "code_challenge_method", "S256");
        assertThat(exchange(code, "code_verifier", "w".repeat(50)).text())
                .isEqualTo("{\"error_type\":\"OAuthException\",\"code\":400,"
                        + "\"error_message\":\"Matching code was not found or was already used\"}");
    }

    @Test
    @Spec({"03 §2.3", "02 §2"})
    void takesTheAddressExactlyAsItWasRegistered() {
        String withQuery = "https://client.example/callback?x=1";
        stage.run("app", "add-redirect", app.id(), withQuery);
        String location = new Window(dev.web())
                .authorize(person, "allow", "client_id", app.id(), "redirect_uri", withQuery, "scope", "threads_basic")
                .location();
        assertThat(location).startsWith(withQuery + "&code=AQ");

        for (String other : List.of(
                Stage.CALLBACK + "/",
                Stage.CALLBACK + "?",
                "https://CLIENT.example/callback",
                "https://client.example/callback#",
                "https://client.example/callback?x=2")) {
            assertThat(window("redirect_uri", other)).as(other).contains("\"error_code\":1349168");
        }
        String code = code();
        Answer differs = nobody.post(
                "/oauth/access_token",
                "client_id",
                app.id(),
                "client_secret",
                app.secret(),
                "code",
                code,
                "redirect_uri",
                Stage.CALLBACK + "/");
        differs.refused(
                400,
                100,
                36008,
                "Error validating verification code. Please make sure your redirect_uri is identical to the one you used in"
                        + " the OAuth dialog request");
        assertThat(differs.at("/error/is_transient").asBoolean(true)).isFalse();
        assertThat(differs.has("/error/error_user_title")).isTrue();
        exchange(code).ok();
    }

    @Test
    @Spec({"03 §1.5", "02 §6", "06 §4.3", "16 §2"})
    void stopsWhoIsNoTesterOfAnAppInDevelopment() {
        stage.run("app", "set", app.id(), "--mode", "development");
        Window window = new Window(dev.web());
        Window.Page login = window.open("/oauth/authorize?" + Api.form(ask("scope", "threads_basic")));
        Window.Page stopped = window.signIn(login, person);

        assertThat(stopped.response().statusCode()).isEqualTo(400);
        assertThat(stopped.response().body())
                .isEqualTo(
                        "{\"error_message\":\"Invalid Request: The user has not accepted the invite to test the app.\","
                                + "\"error_code\":1349245}");
        stage.run("app", "invite", app.id(), person.username(), "threads_tester");
        stage.run("app", "accept", app.id(), person.username(), "threads_tester");
        exchange(code("scope", "threads_basic")).ok();
    }

    @Test
    @Spec({"03 §1.5", "06 §4.3"})
    void checksTheAppBeforeTheAddressBeforeTheRest() {
        assertThat(window("client_id", "1", "redirect_uri", "https://evil.example/", "scope", "x"))
                .contains("\"error_code\":1349026");
        assertThat(window("redirect_uri", "https://evil.example/", "response_type", "token"))
                .contains("\"error_code\":1349168");
        assertThat(window("response_type", "token", "scope", "x")).contains("Invalid parameter: response_type");
        assertThat(window("scope", "x")).contains("Invalid Scopes: x");
        assertThat(window("code_challenge", "x".repeat(5000))).contains("Invalid parameter: code_challenge");
        for (String broken : List.of("%zz", "%ff")) {
            assertThat(RawHttp.send(
                            dev.web(),
                            "GET /oauth/authorize?client_id=" + broken
                                    + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 400")
                    .endsWith("{\"error_message\":\"An unknown error has occurred.\",\"error_code\":1}");
        }
        stage.run("app", "set", app.id(), "--disabled", "true");
        assertThat(window()).contains("\"error_code\":1349026");
    }

    private String[] ask(String... more) {
        return Api.join(new String[] {"client_id", app.id(), "redirect_uri", Stage.CALLBACK}, more);
    }

    private String window(String... more) {
        return new Window(dev.web())
                .open("/oauth/authorize?" + Api.form(ask(Api.join(new String[] {"scope", "threads_basic"}, more))))
                .response()
                .body();
    }

    /** With empty parameters as good as unsent. */
    private String code(String... more) {
        String location = new Window(dev.web())
                .authorize(person, "allow", ask(Api.join(new String[] {"scope", "threads_basic"}, more)))
                .location();
        return Window.parameter(location.replaceFirst("#_$", ""), "code");
    }

    private Answer exchange(String code, String... more) {
        return nobody.post(
                "/oauth/access_token",
                Api.join(
                        new String[] {
                            "client_id",
                            app.id(),
                            "client_secret",
                            app.secret(),
                            "code",
                            code,
                            "redirect_uri",
                            Stage.CALLBACK
                        },
                        more));
    }

    private String scopes(String token) {
        return nobody.send("GET", "/debug_token", "input_token", token, "access_token", token)
                .ok()
                .at("/data/scopes")
                .toString();
    }

    private static String challenge() {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
