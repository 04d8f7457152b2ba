package bobbin.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What can be done with a token beside calls: prolong it, and look into it. */
class TokenTest {
    private final Dev dev = Dev.server();
    private final Dev.App app = dev.app();
    private final Dev.User eve = dev.user("eve");
    private final Client client = new Client(dev, eve);
    private final Api nobody = new Api(dev.graph(), "");

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

        String shortLived = client.exchange(client.code()).ok().text("/access_token");
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
}
