package bobbin.oauth;

import static bobbin.oauth.House.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Fixture;
import bobbin.GraphClient.Answer;
import bobbin.app.Actor;
import bobbin.app.App;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Why a code is not exchanged, and in which shape the answer comes (03 §2.3). */
class ExchangeErrorsTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final House house = new House(fixture);

    @Test
    void refusesAWrongSecret() {
        Answer answer = house.post(
                "/oauth/access_token",
                "client_id",
                house.app.id().toString(),
                "client_secret",
                "wrong",
                "redirect_uri",
                HOME,
                "code",
                house.code());

        assertError(answer, "OAuthException", "1", "Error validating client secret.");
        assertThat(answer.response().headers().first("www-authenticate"))
                .hasValue("OAuth \"Facebook Platform\" \"invalid_request\" \"Error validating client secret.\"");
    }

    @Test
    void closesTheExchangeForAMinuteAfterTwentyWrongSecrets() {
        for (int i = 0; i < 20; i++) {
            assertThat(withSecret("wrong").at("/error/code")).isEqualTo("1");
        }
        Answer closed = withSecret(house.secret);
        assertThat(closed.at("/error/code")).isEqualTo("4");
        assertThat(closed.response().headers().first("retry-after")).hasValue("60");
        App other = house.newApp("Other");
        assertThat(house.post(
                                "/oauth/access_token",
                                "client_id",
                                other.id().toString(),
                                "client_secret",
                                house.apps.secret(other).text(),
                                "grant_type",
                                "client_credentials")
                        .status())
                .isEqualTo(200);

        fixture.time.pass(Duration.ofMinutes(1));
        assertThat(withSecret(house.secret).status()).isEqualTo(200);
    }

    @Test
    void forgivesWrongSecretsAfterARightOne() {
        for (int i = 0; i < 19; i++) {
            withSecret("wrong");
        }
        assertThat(withSecret(house.secret).status()).isEqualTo(200);
        assertThat(withSecret("wrong").at("/error/code")).isEqualTo("1");
        assertThat(withSecret(house.secret).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "abc", "99999999999999999999", "-5"})
    void refusesAnUnknownApp(String clientId) {
        assertError(
                house.post(
                        "/oauth/access_token",
                        "client_id",
                        clientId,
                        "client_secret",
                        "x",
                        "redirect_uri",
                        HOME,
                        "code",
                        "x"),
                "OAuthException",
                "101",
                "Error validating application. Cannot get application info due to a system error.");
    }

    @Test
    void refusesADisabledApp() {
        house.apps.disable(Actor.OPERATOR, house.app.id());

        assertThat(house.exchange("x").at("/error/code")).isEqualTo("101");
    }

    @Test
    void saysWhatIsMissing() {
        String id = house.app.id().toString();
        assertError(house.post("/oauth/access_token"), "OAuthException", "1", "Missing client_id parameter.");
        assertError(
                house.post("/oauth/access_token", "client_id", id),
                "OAuthException",
                "1",
                "Missing client_secret parameter.");
        assertError(exchange("code", "x"), "OAuthException", "100", "Missing redirect_uri parameter.");
        assertError(exchange("redirect_uri", HOME), "OAuthException", "100", "Missing authorization code");
    }

    @Test
    void refusesAnUnknownGrantType() {
        assertError(exchange("grant_type", "password"), "OAuthException", "1", "Invalid grant_type: password");
    }

    @Test
    void answersFlatEverywhereIfTold() {
        House flat = new House(fixture, Map.of("oauth.error_shape", OauthSettings.ErrorShape.FLAT));

        assertThat(flat.post("/oauth/access_token").text())
                .isEqualTo(
                        "{\"error_type\":\"OAuthException\",\"code\":400,\"error_message\":\"Missing client_id parameter.\"}");
        assertThat(flat.refresh("x").text()).startsWith("{\"error_type\":\"OAuthException\",\"code\":400");
        assertThat(flat.me("x").at("/error/code")).isEqualTo("190");
    }

    @Test
    void answersInBothShapesAtOnceIfTold() {
        House hybrid = new House(fixture, Map.of("oauth.error_shape", OauthSettings.ErrorShape.HYBRID));
        Answer answer = hybrid.exchange("AQwrong");

        assertThat(answer.text()).startsWith("{\"error\":{\"message\":");
        assertThat(answer.at("/error/message")).isEqualTo("Matching code was not found or was already used");
        assertThat(answer.at("/error_type")).isEqualTo("OAuthException");
        assertThat(answer.at("/code")).isEqualTo("400");
        assertThat(answer.at("/error_message")).isEqualTo("Matching code was not found or was already used");
    }

    @Test
    void refusesAnotherRedirectAddressAndLeavesTheCodeGood() {
        String code = house.code();
        Answer answer = exchange("redirect_uri", HOME + "/", "code", code);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/error/type")).isEqualTo("OAuthException");
        assertThat(answer.at("/error/code")).isEqualTo("100");
        assertThat(answer.at("/error/error_subcode")).isEqualTo("36008");
        assertThat(answer.at("/error/message"))
                .isEqualTo(
                        "Error validating verification code. Please make sure your redirect_uri is identical to the one"
                                + " you used in the OAuth dialog request");
        assertThat(house.exchange(code).status()).isEqualTo(200);
    }

    private Answer exchange(String... parameters) {
        List<String> all =
                new ArrayList<>(List.of("client_id", house.app.id().toString(), "client_secret", house.secret));
        all.addAll(List.of(parameters));
        return house.post("/oauth/access_token", all.toArray(String[]::new));
    }

    private Answer withSecret(String secret) {
        return house.post(
                "/oauth/access_token",
                "client_id",
                house.app.id().toString(),
                "client_secret",
                secret,
                "grant_type",
                "client_credentials");
    }

    private static void assertError(Answer answer, String type, String code, String message) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).startsWith("{\"error\":{\"message\":");
        assertThat(answer.at("/error/type")).isEqualTo(type);
        assertThat(answer.at("/error/code")).isEqualTo(code);
        assertThat(answer.at("/error/message")).isEqualTo(message);
        assertThat(answer.at("/error/fbtrace_id")).startsWith("A").hasSize(23);
    }
}
