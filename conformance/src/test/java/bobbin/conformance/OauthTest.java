package bobbin.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The authorization window, and every token that comes out of it. */
class OauthTest {
    private static final String CALLBACK = "https://localhost:3000/callback";
    private static final String SCOPES = "threads_basic,threads_content_publish";

    private final Dev dev = Dev.server();
    private final Dev.App app = dev.app();
    private final Dev.User eve = dev.user("eve");
    private final Api nobody = new Api(dev.graph(), "");

    @Test
    @Spec(
            value = {"03 §1", "03 §2", "03 §3", "16 §1"},
            edges = {"GET /oauth/access_token", "POST /oauth/access_token", "GET /access_token"})
    void leadsFromTheLinkToALongLivedToken() {
        String location = allowed("state", "af0ifjsldkj");
        assertThat(location).startsWith(CALLBACK + "?code=AQ").endsWith("&state=af0ifjsldkj#_");
        String code = Window.parameter(location, "code");
        assertThat(code).matches("AQ[A-Za-z0-9_-]{160,240}");

        Answer shortLived = exchange(code).ok();
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
                        eve, "deny", "client_id", app.id(), "redirect_uri", CALLBACK, "scope", SCOPES, "state", "s t&u")
                .location();

        assertThat(location)
                .isEqualTo(
                        CALLBACK
                                + "?error=access_denied&error_reason=user_denied&error_description=The+user+denied+your+request&state=s+t%26u");
    }

    @Test
    @Spec({"03 §1.5", "06 §4.3", "16 §2"})
    void answersABadRequestWithJsonInsteadOfARedirect() {
        Map<String, String> good = Map.of("client_id", app.id(), "redirect_uri", CALLBACK, "scope", SCOPES);

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
        windowError(with(good, "redirect_uri", CALLBACK + "/"), 1349168, blocked);
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
    @Spec({"03 §2.2", "17 §1", "17 §3"})
    void exchangesACodeHoweverItIsSent() {
        String[] all = {
            "client_id",
            app.id(),
            "client_secret",
            app.secret(),
            "grant_type",
            "authorization_code",
            "redirect_uri",
            CALLBACK
        };
        String basic = Base64.getEncoder()
                .encodeToString((app.id() + ":" + app.secret()).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        List.<java.util.function.Function<String, Answer>>of(
                        code -> nobody.send("POST", "/oauth/access_token", Api.join(all, "code", code)),
                        code -> nobody.send("GET", "/v1.0/oauth/access_token/", Api.join(all, "code", code)),
                        code -> nobody.send(nobody.request("/oauth/access_token")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(
                                        Api.form(Api.join(all, "code", code + "#_", "junk", "1"))))),
                        code -> nobody.send(nobody.request("/oauth/access_token")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{\"client_id\":\"" + app.id() + "\",\"client_secret\":\""
                                        + app.secret() + "\",\"code\":\"" + code + "\",\"redirect_uri\":\"" + CALLBACK
                                        + "\"}"))),
                        code -> nobody.send(nobody.request("/oauth/access_token")
                                .header("Authorization", "Basic " + basic)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(Api.form("code", code, "redirect_uri", CALLBACK)))))
                .forEach(send ->
                        assertThat(send.apply(code()).ok().text("/user_id")).isEqualTo(eve.id()));
    }

    @Test
    @Spec({"03 §2.3", "16 §3", "17 §5"})
    void refusesAWrongExchange() {
        String code = code();
        exchange(code).ok();
        Answer reused = exchange(code);
        assertThat(reused.status()).isEqualTo(400);
        assertThat(reused.text())
                .isEqualTo(
                        "{\"error_type\":\"OAuthException\",\"code\":400,\"error_message\":\"Matching code was not found or was already used\"}");
        assertThat(exchange("AQinvented").text()).isEqualTo(reused.text());

        nobody.send(
                        "POST",
                        "/oauth/access_token",
                        "client_id",
                        app.id(),
                        "client_secret",
                        app.secret(),
                        "code",
                        code(),
                        "grant_type",
                        "authorization_code",
                        "redirect_uri",
                        "http://localhost:3000/callback")
                .refused(
                        400,
                        100,
                        36008,
                        "Error validating verification code. Please make sure your redirect_uri is identical to the one"
                                + " you used in the OAuth dialog request");
        nobody.send(
                        "POST",
                        "/oauth/access_token",
                        "client_id",
                        app.id(),
                        "client_secret",
                        "wrong",
                        "code",
                        code(),
                        "redirect_uri",
                        CALLBACK)
                .refused(400, 1, "Error validating client secret.");
        nobody.send(
                        "POST",
                        "/oauth/access_token",
                        "client_id",
                        "17",
                        "client_secret",
                        "x",
                        "code",
                        "x",
                        "redirect_uri",
                        CALLBACK)
                .refused(400, 101, "Error validating application. Cannot get application info due to a system error.");
        nobody.send("POST", "/oauth/access_token").refused(400, 1, "Missing client_id parameter.");
        nobody.send(
                        "POST",
                        "/oauth/access_token",
                        "client_id",
                        app.id(),
                        "client_secret",
                        app.secret(),
                        "grant_type",
                        "magic",
                        "code",
                        "x",
                        "redirect_uri",
                        CALLBACK)
                .refused(400, 1, "Invalid grant_type: magic");
    }

    @Test
    @Spec(
            value = {"03 §3", "03 §4"},
            edges = {"GET /access_token", "GET /refresh_access_token"})
    void keepsALongLivedTokenAsItIsWhereThereIsNothingToExtend() {
        Answer exchanged = nobody.send(
                "GET",
                "/access_token",
                "grant_type",
                "th_exchange_token",
                "client_secret",
                app.secret(),
                "access_token",
                eve.token());
        assertThat(exchanged.ok().text("/access_token")).isEqualTo(eve.token());

        Answer refreshed = nobody.send(
                "GET", "/v1.0/refresh_access_token", "grant_type", "th_refresh_token", "access_token", eve.token());
        assertThat(refreshed.ok().text("/access_token")).isEqualTo(eve.token());
        assertThat(refreshed.at("/expires_in").asLong()).isLessThanOrEqualTo(5_184_000L);

        String shortLived = exchange(code()).ok().text("/access_token");
        nobody.send("GET", "/refresh_access_token", "grant_type", "th_refresh_token", "access_token", shortLived)
                .refused(400, 100, "The access token is not a long-lived token.");
        nobody.send("GET", "/access_token", "client_secret", app.secret(), "access_token", shortLived)
                .refused(400, 100, "Unsupported request - method type: get");
        nobody.send(
                "GET",
                "/access_token",
                "grant_type",
                "fb_exchange_token",
                "client_secret",
                app.secret(),
                "access_token",
                shortLived);
        nobody.send(
                        "GET",
                        "/access_token",
                        "grant_type",
                        "th_exchange_token",
                        "client_secret",
                        "wrong",
                        "access_token",
                        shortLived)
                .refused(400, 1, "Error validating client secret.");
    }

    @Test
    @Spec(
            value = {"03 §5", "03 §6", "16 §1"},
            edges = {"GET /debug_token", "GET /oauth/access_token"})
    void showsWhatATokenIs() {
        Answer appToken = nobody.send(
                "GET",
                "/oauth/access_token",
                "client_id",
                app.id(),
                "client_secret",
                app.secret(),
                "grant_type",
                "client_credentials");
        assertThat(appToken.ok().json().propertyNames()).containsExactly("access_token", "token_type");
        assertThat(appToken.text("/access_token")).startsWith("TH|" + app.id() + "|");

        for (String viewer : List.of(
                appToken.text("/access_token"),
                "TH|" + app.id() + "|" + app.secret(),
                eve.token(),
                dev.user("dan").token())) {
            Answer debug = nobody.send("GET", "/v1.0/debug_token", "input_token", eve.token(), "access_token", viewer)
                    .ok();
            assertThat(debug.text("/data/type")).isEqualTo("USER");
            assertThat(debug.text("/data/application")).isEqualTo("Demo");
            assertThat(debug.at("/data/user_id").isString()).isTrue();
            assertThat(debug.text("/data/user_id")).isEqualTo(eve.id());
            assertThat(debug.at("/data/is_valid").asBoolean()).isTrue();
            assertThat(debug.at("/data/expires_at").asLong()
                            - debug.at("/data/issued_at").asLong())
                    .isEqualTo(60 * 86_400);
            assertThat(debug.at("/data/scopes").isArray()).isTrue();
        }

        Answer invalid = nobody.send(
                        "GET",
                        "/debug_token",
                        "input_token",
                        "THAAnonsense",
                        "access_token",
                        dev.user("dan").token())
                .ok();
        assertThat(invalid.text())
                .startsWith(
                        "{\"data\":{\"error\":{\"code\":190,\"message\":\"Invalid OAuth access token - Cannot parse access token\"");
        assertThat(invalid.at("/data/is_valid").asBoolean(true)).isFalse();
        nobody.send("GET", "/debug_token", "access_token", eve.token())
                .refused(400, 100, "The parameter input_token is required");
    }

    @Test
    @Spec(
            value = {"03 §3", "03 §4", "16 §3"},
            edges = {"POST /access_token", "POST /refresh_access_token"})
    void takesTokensByPostAsWellButByNoOtherMethod() {
        Answer exchanged = nobody.post(
                "/access_token",
                "grant_type",
                "th_exchange_token",
                "client_secret",
                app.secret(),
                "access_token",
                eve.token());
        assertThat(exchanged.ok().text("/access_token")).isEqualTo(eve.token());
        Answer refreshed =
                nobody.post("/refresh_access_token", "grant_type", "th_refresh_token", "access_token", eve.token());
        assertThat(refreshed.ok().text("/access_token")).isEqualTo(eve.token());

        for (String path : List.of("/oauth/access_token", "/access_token", "/v1.0/refresh_access_token")) {
            nobody.send("DELETE", path).refused(400, 100, "Unsupported request - method type: delete");
        }
    }

    @Test
    @Spec({"03 §5"})
    void letsAnAppTokenReadNoPerson() {
        Api asApp = new Api(dev.graph(), "TH|" + app.id() + "|" + app.secret());

        asApp.get("/me")
                .refused(400, 2500, "An active access token must be used to query information about the current user.");
        asApp.get("/" + eve.id()).refused(500, 10, "Application does not have permission for this action");
        new Api(dev.graph(), "TH|" + app.id() + "|wrong")
                .get("/" + eve.id())
                .refused(400, 190, "Invalid OAuth access token signature.");
    }

    @Test
    @Spec({"03 §1.2", "02 §8.3"})
    void grantsOnlyWhatStaysTicked() {
        Window window = new Window(dev.web());
        Window.Page login = window.open(
                "/oauth/authorize?" + Api.form("client_id", app.id(), "redirect_uri", CALLBACK, "scope", SCOPES));
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

    private String allowed(String... more) {
        return new Window(dev.web())
                .authorize(
                        eve,
                        "allow",
                        Api.join(new String[] {"client_id", app.id(), "redirect_uri", CALLBACK, "scope", SCOPES}, more))
                .location();
    }

    private String code() {
        return Window.parameter(allowed(), "code");
    }

    private Answer exchange(String code) {
        return nobody.post(
                "/oauth/access_token",
                "client_id",
                app.id(),
                "client_secret",
                app.secret(),
                "code",
                code,
                "grant_type",
                "authorization_code",
                "redirect_uri",
                CALLBACK);
    }

    private static Map<String, String> with(Map<String, String> good, String name, String value) {
        Map<String, String> changed = new java.util.HashMap<>(good);
        changed.put(name, value);
        return changed;
    }

    private void windowError(Map<String, String> parameters, int code, String message) {
        String query = Api.form(parameters.entrySet().stream()
                .filter(parameter -> !parameter.getValue().isEmpty())
                .flatMap(parameter -> java.util.stream.Stream.of(parameter.getKey(), parameter.getValue()))
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
