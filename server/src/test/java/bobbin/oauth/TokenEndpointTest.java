package bobbin.oauth;

import static bobbin.base.Scope.CONTENT_PUBLISH;
import static bobbin.base.Scope.DELETE;
import static bobbin.oauth.House.HOME;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Fixture;
import bobbin.GraphClient.Answer;
import bobbin.app.Actor;
import bobbin.app.App;
import bobbin.base.Id;
import bobbin.http.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The code exchange (03 §2.1, 03 §2.2). */
class TokenEndpointTest {
    private static final String NO_MATCH =
            "{\"error_type\":\"OAuthException\",\"code\":400,\"error_message\":\"Matching code was not found or was already used\"}";

    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final House house = new House(fixture);

    @Test
    void exchangesACodeForATokenAndTheNumberOfTheUser() {
        Answer answer = house.exchange(house.code());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).matches("\\{\"access_token\":\"THAA[A-Za-z0-9]{160,200}\",\"user_id\":\\d{16}}");
        assertThat(house.me(answer.at("/access_token")).at("/id")).isEqualTo(answer.at("/user_id"));
    }

    @Test
    void answersTheUserIdInQuotesIfTold() {
        House quoting = new House(fixture, Map.of("oauth.user_id_as_string", true));

        assertThat(quoting.exchange(quoting.code()).text()).containsPattern("\"user_id\":\"\\d{16}\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/v1.0"})
    void takesParametersFromTheQueryOfAGetAsPostizSendsThem(String version) {
        String query = parameters(house.code());

        assertThat(house.answer(Request.of("GET", version + "/oauth/access_token?" + query))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void takesParametersFromTheQueryOfAPostAndWithASlashAtTheEnd() {
        String query = parameters(house.code());

        assertThat(house.answer(Request.of("POST", "/oauth/access_token/?" + query))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void takesParametersFromJsonAndFromMultipart() {
        String json = """
                {"client_id":%s,"client_secret":"%s","grant_type":"authorization_code","redirect_uri":"%s","code":"%s"}
                """.formatted(house.app.id(), house.secret, HOME, house.code());
        assertThat(house.answer(Request.of("POST", "/oauth/access_token").withBody("application/json", json))
                        .status())
                .isEqualTo(200);

        StringBuilder multipart = new StringBuilder();
        Map.of(
                        "client_id",
                        house.app.id().toString(),
                        "client_secret",
                        house.secret,
                        "redirect_uri",
                        HOME,
                        "code",
                        house.code())
                .forEach((name, value) -> multipart
                        .append("--x\r\nContent-Disposition: form-data; name=\"")
                        .append(name)
                        .append("\"\r\n\r\n")
                        .append(value)
                        .append("\r\n"));
        assertThat(house.answer(Request.of("POST", "/oauth/access_token")
                                .withBody("multipart/form-data; boundary=x", multipart + "--x--\r\n"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void takesTheSecretFromBasicAuthorization() {
        String basic = Base64.getEncoder().encodeToString((house.app.id() + ":" + house.secret).getBytes(UTF_8));
        Request request = Request.of("POST", "/oauth/access_token")
                .withHeader("Authorization", "Basic " + basic)
                .withBody("application/x-www-form-urlencoded", House.form("redirect_uri", HOME, "code", house.code()));

        assertThat(house.answer(request).status()).isEqualTo(200);
    }

    @Test
    void ignoresJunkAndWhatDoesNotBelongToTheCode() {
        assertThat(house.exchange(" " + house.code() + "#_ ").status()).isEqualTo(200);
        assertThat(house.post(
                                "/oauth/access_token",
                                "junk",
                                "1",
                                "client_id",
                                house.app.id().toString(),
                                "client_secret",
                                house.secret,
                                "redirect_uri",
                                HOME,
                                "code",
                                house.code())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refusesACodeThatNobodyMade() {
        assertThat(house.exchange("AQwrong").text()).isEqualTo(NO_MATCH);
        assertThat(house.exchange("AQ" + "x".repeat(192)).text()).isEqualTo(NO_MATCH);
        assertThat(house.exchange("AQwrong").status()).isEqualTo(400);
        assertThat(house.exchange("AQwrong").response().headers().first("www-authenticate"))
                .hasValue(
                        "OAuth \"Facebook Platform\" \"invalid_code\" \"Matching code was not found or was already used\"");
    }

    @Test
    void exchangesACodeOnce() {
        String code = house.code();

        assertThat(house.exchange(code).status()).isEqualTo(200);
        assertThat(house.exchange(code).text()).isEqualTo(NO_MATCH);
    }

    @Test
    void exchangesACodeOnceInARace() throws Exception {
        String code = house.code();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> calls = new ArrayList<>(
                    Collections.nCopies(8, () -> house.exchange(code).status()));
            List<Integer> answers =
                    threads.invokeAll(calls).stream().map(Future::resultNow).toList();

            assertThat(answers).containsOnlyOnce(200).containsOnly(200, 400);
        }
    }

    @Test
    void exchangesACodeForAnHour() {
        String early = house.code();
        String late = house.code();
        fixture.time.pass(Duration.ofHours(1).minusMillis(1));
        assertThat(house.exchange(early).status()).isEqualTo(200);
        fixture.time.pass(Duration.ofMillis(1));
        assertThat(house.exchange(late).text()).isEqualTo(NO_MATCH);
    }

    @Test
    void keepsEarlierCodesGoodWhenAnotherIsMade() {
        String first = house.code();
        house.code();

        assertThat(house.exchange(first).status()).isEqualTo(200);
    }

    @Test
    void refusesTheCodeOfAnotherApp() {
        App other = house.newApp("Other");

        assertThat(house.exchange(house.code(other, HOME, Optional.empty())).text())
                .isEqualTo(NO_MATCH);
    }

    @Test
    void succeedsForAPersonWithoutRoleAndOnlyTheCallsFail() {
        house.apps.setMode(Actor.OPERATOR, house.app.id(), App.Mode.DEVELOPMENT);
        Answer answer = house.exchange(house.code());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(house.me(answer.at("/access_token")).at("/error/error_subcode"))
                .isEqualTo("10");
    }

    @Test
    void sendsNoHeadersForBrowsersWhereTheSecretIsShown() {
        assertThat(house.exchange(house.code()).response().headers().has("access-control-allow-origin"))
                .isFalse();
    }

    @Test
    void demandsTheVerifierOnlyIfOneIsSent() {
        Challenge challenge = new Challenge("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", Challenge.Method.S256);
        String bound = house.code(house.app, HOME, Optional.of(challenge));

        assertThat(exchange("redirect_uri", HOME, "code", bound, "code_verifier", "wrong")
                        .text())
                .isEqualTo(NO_MATCH);
        assertThat(exchange(
                                "redirect_uri",
                                HOME,
                                "code",
                                bound,
                                "code_verifier",
                                "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
                        .status())
                .isEqualTo(200);
        assertThat(house.exchange(house.code(house.app, HOME, Optional.of(challenge)))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void givesTheTokenWhatWasTickedAndNothingElse() {
        house.code(DELETE);
        String token = house.shortToken(CONTENT_PUBLISH);

        assertThat(house.get("/me/threads", "access_token", token).status()).isEqualTo(200);
        assertThat(house.get("/debug_token", "input_token", token, "access_token", token)
                        .text())
                .contains("\"scopes\":[\"threads_basic\",\"threads_content_publish\"]");
    }

    @Test
    void refusesACodeOfAnAppThatWasRemovedMeanwhile() {
        String code = house.code();
        house.grants.remove(house.ann, house.app.id());

        assertThat(house.exchange(code).text()).isEqualTo(NO_MATCH);
    }

    private Answer exchange(String... parameters) {
        List<String> all =
                new ArrayList<>(List.of("client_id", house.app.id().toString(), "client_secret", house.secret));
        all.addAll(List.of(parameters));
        return house.post("/oauth/access_token", all.toArray(String[]::new));
    }

    private String parameters(String code) {
        Id id = house.app.id();
        return House.form(
                "client_id", id.toString(), "client_secret", house.secret, "redirect_uri", HOME, "code", code);
    }
}
