package bobbin.oauth;

import static bobbin.base.Scope.CONTENT_PUBLISH;
import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Fixture;
import bobbin.GraphClient.Answer;
import bobbin.app.App;
import bobbin.base.Id;
import bobbin.base.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code GET /debug_token} (03 §6). */
class DebugGraphTest {
    private static final Instant NEW_YEAR = Instant.ofEpochSecond(1767225600);

    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final House house = new House(fixture);

    @Test
    void tellsAllAboutAToken() {
        fixture.time.set(NEW_YEAR);
        String token = house.longToken(CONTENT_PUBLISH);
        String userId = house.me(token).at("/id");

        assertThat(debug(token, token).text())
                .isEqualTo("{\"data\":{\"type\":\"USER\",\"application\":\"Example Scheduler\",\"app_id\":\""
                        + house.app.id()
                        + "\",\"data_access_expires_at\":1775001600,\"expires_at\":1772409600,\"is_valid\":true,"
                        + "\"issued_at\":1767225600,\"scopes\":[\"threads_basic\",\"threads_content_publish\"],\"user_id\":\""
                        + userId + "\"}}");
    }

    @Test
    void showsTheFieldsThatAreAskedFor() {
        String token = house.longToken();

        assertThat(house.get("/debug_token", "input_token", token, "access_token", token, "fields", "is_valid,type")
                        .text())
                .isEqualTo("{\"data\":{\"type\":\"USER\",\"is_valid\":true}}");
    }

    @Test
    void tellsAboutTheTokenOfAnApp() {
        fixture.time.set(NEW_YEAR);
        String token = house.get(
                        "/oauth/access_token",
                        "client_id",
                        house.app.id().toString(),
                        "client_secret",
                        house.secret,
                        "grant_type",
                        "client_credentials")
                .at("/access_token");

        assertThat(debug(token, token).text())
                .isEqualTo("{\"data\":{\"type\":\"APP\",\"application\":\"Example Scheduler\",\"app_id\":\""
                        + house.app.id()
                        + "\",\"expires_at\":0,\"is_valid\":true,\"issued_at\":1767225600,\"scopes\":[]}}");
    }

    @Test
    void saysWhyATokenIsNoLongerValidWithTheErrorFirst() {
        fixture.time.set(NEW_YEAR);
        String token = house.longToken();
        String userId = house.me(token).at("/id");
        fixture.time.pass(Duration.ofDays(60));

        assertThat(debug(token, appToken()).text())
                .isEqualTo(
                        "{\"data\":{\"error\":{\"code\":190,\"message\":\"Error validating access token: Session has expired"
                                + " on Sunday, 01-Mar-26 16:00:00 PST. The current time is Sunday, 01-Mar-26 16:00:00 PST.\","
                                + "\"subcode\":463},\"is_valid\":false,\"scopes\":[],\"application\":\"Example Scheduler\",\"app_id\":\""
                                + house.app.id() + "\",\"user_id\":\"" + userId + "\"}}");
    }

    @Test
    void saysNothingButTheErrorOfWhatItCannotRead() {
        assertThat(debug("junk", appToken()).text())
                .isEqualTo(
                        "{\"data\":{\"error\":{\"code\":190,\"message\":\"Invalid OAuth access token - Cannot parse access"
                                + " token\"},\"is_valid\":false,\"scopes\":[]}}");
        assertThat(debug("TH|1|x", appToken()).at("/data/error/message"))
                .isEqualTo("Invalid OAuth access token signature.");
    }

    @Test
    void answersPeopleWithARoleOnTheApp() {
        String ofAnn = house.longToken();
        String ofDan = house.tokens.issue(house.dan, house.app.id(), Set.of()).text();

        assertThat(debug(ofAnn, ofDan).at("/data/is_valid")).isEqualTo("true");
        assertThat(debug(ofAnn, ofAnn).at("/data/is_valid")).isEqualTo("true");
        assertThat(debug(ofAnn, appToken()).at("/data/is_valid")).isEqualTo("true");
    }

    @Test
    void refusesPeopleWithoutRole() {
        Id eve = house.join("eve").id();
        String ofEve = house.tokens.issue(eve, house.app.id(), Set.of()).text();

        assertError(
                debug(house.longToken(), ofEve),
                "(#100) You must provide an app access token, or a user access token that is an owner or developer of the app");
    }

    @Test
    void refusesTheTokenOfAnotherApp() {
        App other = house.newApp("Other");
        String token = house.tokens.issue(house.ann, other.id(), Set.of()).text();

        assertError(debug(token, appToken()), "(#100) The App_id in the input_token did not match the Viewing App");
    }

    @Test
    void needsBothTokens() {
        Answer answer = house.get("/debug_token", "access_token", appToken());
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/error/code")).isEqualTo("100");
        assertThat(answer.at("/error/message")).isEqualTo("The parameter input_token is required");
        assertThat(house.get("/debug_token", "input_token", "x").at("/error/code"))
                .isEqualTo("104");
        assertThat(debug(house.longToken(), "junk").at("/error/code")).isEqualTo("190");
    }

    @Test
    void showsWhatTheGrantStillHolds() {
        String token = house.longToken(CONTENT_PUBLISH);
        house.grants.keep(house.ann, house.app.id(), Set.of(Scope.BASIC));

        assertThat(debug(token, token).text()).contains("\"scopes\":[\"threads_basic\"]");
    }

    private String appToken() {
        return "TH|" + house.app.id() + "|" + house.secret;
    }

    private Answer debug(String input, String shown) {
        return house.get("/v1.0/debug_token", "input_token", input, "access_token", shown);
    }

    private static void assertError(Answer answer, String message) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/error/type")).isEqualTo("OAuthException");
        assertThat(answer.at("/error/code")).isEqualTo("100");
        assertThat(answer.at("/error/message")).isEqualTo(message);
    }
}
