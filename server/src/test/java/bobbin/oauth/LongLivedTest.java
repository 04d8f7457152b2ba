package bobbin.oauth;

import static bobbin.base.Scope.CONTENT_PUBLISH;
import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Fixture;
import bobbin.GraphClient.Answer;
import bobbin.app.Actor;
import bobbin.app.App;
import bobbin.http.Request;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exchange of a short-lived token for a long-lived one (03 §3). */
class LongLivedTest {
    private static final String BASIC_MISSING =
            "This action requires the threads_basic permission. You must submit for app review, or your user must be in the"
                    + " list of Threads testers.";

    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final House house = new House(fixture);

    @Test
    void exchangesAShortLivedTokenForSixtyDays() {
        String first = house.shortToken(CONTENT_PUBLISH);
        Answer answer = house.prolong(first);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text())
                .matches(
                        "\\{\"access_token\":\"THAA[A-Za-z0-9]{160,200}\",\"token_type\":\"bearer\",\"expires_in\":5184000}");
        assertThat(answer.at("/access_token")).isNotEqualTo(first);
        assertThat(house.get("/me/threads", "access_token", answer.at("/access_token"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void letsTheShortLivedTokenLiveOutItsHour() {
        String first = house.shortToken();
        String second = house.prolong(first).at("/access_token");
        fixture.time.pass(Duration.ofHours(1).minusMillis(1));
        assertThat(house.me(first).status()).isEqualTo(200);
        fixture.time.pass(Duration.ofMillis(1));
        assertThat(house.me(first).at("/error/error_subcode")).isEqualTo("463");
        assertThat(house.me(second).status()).isEqualTo(200);
    }

    @Test
    void exchangesAShortLivedTokenAgain() {
        String first = house.shortToken();

        assertThat(house.prolong(first).at("/access_token"))
                .isNotEqualTo(house.prolong(first).at("/access_token"));
    }

    @Test
    void answersALongLivedTokenAsItIs() {
        String token = house.longToken();
        fixture.time.pass(Duration.ofSeconds(56));
        Answer answer = house.prolong(token);

        assertThat(answer.at("/access_token")).isEqualTo(token);
        assertThat(answer.at("/expires_in")).isEqualTo("5183944");
    }

    @Test
    void toleratesWhatRestfbSends() {
        String token = house.shortToken();
        Answer answer = house.get(
                "/v1.0/access_token",
                "grant_type",
                "th_exchange_token",
                "client_id",
                house.app.id().toString(),
                "client_secret",
                house.secret,
                "access_token",
                token,
                "fields",
                "access_token,expires_in,token_type",
                "format",
                "json",
                "appsecret_proof",
                house.apps.secret(house.app).proof(token));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.has("/token_type")).isTrue();
    }

    @Test
    void takesTheTokenFromTheHeader() {
        Request request = Request.of("GET", "/access_token?grant_type=th_exchange_token&client_secret=" + house.secret)
                .withHeader("Authorization", "Bearer " + house.shortToken());

        assertThat(house.answer(request).status()).isEqualTo(200);
    }

    @Test
    void takesAPost() {
        assertThat(house.post(
                                "/access_token",
                                "grant_type",
                                "th_exchange_token",
                                "client_secret",
                                house.secret,
                                "access_token",
                                house.shortToken())
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fb_exchange_token", "ig_exchange_token", "th_refresh_token"})
    void refusesAnyOtherGrantType(String type) {
        Answer answer = house.get(
                "/access_token", "grant_type", type, "client_secret", house.secret, "access_token", house.shortToken());

        assertError(answer, "THApiException", "100", "Unsupported request - method type: get");
    }

    @Test
    void refusesOtherMethods() {
        assertError(
                house.answer(Request.of("DELETE", "/access_token")),
                "THApiException",
                "100",
                "Unsupported request - method type: delete");
        assertError(
                house.answer(Request.of("DELETE", "/refresh_access_token")),
                "THApiException",
                "100",
                "Unsupported request - method type: delete");
    }

    @Test
    void refusesAWrongSecretAndAMissingOne() {
        String token = house.shortToken();

        assertError(
                house.get(
                        "/access_token",
                        "grant_type",
                        "th_exchange_token",
                        "client_secret",
                        "wrong",
                        "access_token",
                        token),
                "OAuthException",
                "1",
                "Error validating client secret.");
        assertError(
                house.get("/access_token", "grant_type", "th_exchange_token", "access_token", token),
                "OAuthException",
                "1",
                "Missing client_secret parameter.");
    }

    @Test
    void refusesTheTokenOfAnotherApp() {
        App other = house.newApp("Other");
        Answer answer = house.get(
                "/access_token",
                "grant_type",
                "th_exchange_token",
                "client_id",
                other.id().toString(),
                "client_secret",
                house.apps.secret(other).text(),
                "access_token",
                house.shortToken());

        assertError(
                answer,
                "OAuthException",
                "190",
                "Error validating access token: The access token does not belong to application " + other.id() + ".");
    }

    @Test
    void refusesAnExpiredADamagedAndAMissingToken() {
        String token = house.shortToken();
        fixture.time.pass(Duration.ofHours(1));

        assertThat(house.prolong(token).at("/error/error_subcode")).isEqualTo("463");
        assertError(
                house.prolong(token + "x"),
                "OAuthException",
                "190",
                "Invalid OAuth access token - Cannot parse access token");
        assertThat(house.get("/access_token", "grant_type", "th_exchange_token", "client_secret", house.secret)
                        .at("/error/code"))
                .isEqualTo("104");
    }

    @Test
    void refusesAPersonWithoutRoleOnAnAppInDevelopment() {
        String token = house.shortToken();
        house.apps.setMode(Actor.OPERATOR, house.app.id(), App.Mode.DEVELOPMENT);

        assertError(house.prolong(token), "THApiException", "100", BASIC_MISSING);
        assertThat(house.prolong(token).at("/error/error_subcode")).isEqualTo("10");
    }

    private static void assertError(Answer answer, String type, String code, String message) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/error/type")).isEqualTo(type);
        assertThat(answer.at("/error/code")).isEqualTo(code);
        assertThat(answer.at("/error/message")).isEqualTo(message);
    }
}
