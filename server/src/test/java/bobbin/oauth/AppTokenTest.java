package bobbin.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Fixture;
import bobbin.GraphClient.Answer;
import bobbin.app.Actor;
import bobbin.app.App;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens with which an app calls for itself (03 §5). */
class AppTokenTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final House house = new House(fixture);

    @Test
    void isIssuedForTheSecret() {
        Answer answer = issue();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text())
                .matches("\\{\"access_token\":\"TH\\|" + house.app.id()
                        + "\\|[A-Za-z0-9_-]+\",\"token_type\":\"bearer\"}");
        assertThat(debug(answer.at("/access_token")).at("/data/type")).isEqualTo("APP");
    }

    @Test
    void mayBeTheSecretAsItStands() {
        assertThat(debug(literal(house.secret)).at("/data/is_valid")).isEqualTo("true");
    }

    @Test
    void endsWhenTheSecretIsReset() {
        String token = issue().at("/access_token");
        house.apps.resetSecret(Actor.OPERATOR, house.app.id());

        assertInvalid(debug(token));
        assertInvalid(debug(literal(house.secret)));
    }

    @Test
    void endsWhenTheAppIsDisabled() {
        String token = issue().at("/access_token");
        house.apps.disable(Actor.OPERATOR, house.app.id());

        assertInvalid(debug(token));
    }

    @Test
    void isOfNoUseToAnotherApp() {
        App other = house.newApp("Other");
        String rest = issue().at("/access_token").substring(("TH|" + house.app.id() + "|").length());

        assertInvalid(debug("TH|" + other.id() + "|" + rest));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TH|", "TH|1", "TH|1|x", "TH|abc|x", "TH||", "TH|1|", "TH|1|0000000"})
    void mustBeWhole(String token) {
        assertInvalid(debug(token));
    }

    @Test
    void mustBeMadeWithTheSecret() {
        String token = issue().at("/access_token");

        assertInvalid(debug(token.substring(0, token.length() - 1) + (token.endsWith("A") ? "B" : "A")));
        assertInvalid(debug(literal("wrong")));
        assertInvalid(debug(literal("")));
    }

    @Test
    void standsForNobody() {
        Answer me = house.me(literal(house.secret));
        assertThat(me.at("/error/code")).isEqualTo("2500");
        assertThat(me.at("/error/message"))
                .isEqualTo("An active access token must be used to query information about the current user.");

        Answer other = house.get("/1234567890123456", "access_token", literal(house.secret));
        assertThat(other.at("/error/code")).isEqualTo("10");
        assertThat(other.at("/error/message")).isEqualTo("Application does not have permission for this action");

        assertThat(house.prolong(literal(house.secret)).at("/error/code")).isEqualTo("10");
        assertThat(house.refresh(literal(house.secret)).at("/error/code")).isEqualTo("10");
    }

    private Answer issue() {
        return house.get(
                "/oauth/access_token",
                "client_id",
                house.app.id().toString(),
                "client_secret",
                house.secret,
                "grant_type",
                "client_credentials");
    }

    private String literal(String secret) {
        return "TH|" + house.app.id() + "|" + secret;
    }

    private Answer debug(String token) {
        return house.get("/debug_token", "input_token", token, "access_token", token);
    }

    private static void assertInvalid(Answer answer) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/error/type")).isEqualTo("OAuthException");
        assertThat(answer.at("/error/code")).isEqualTo("190");
        assertThat(answer.at("/error/message")).isEqualTo("Invalid OAuth access token signature.");
    }
}
