package bobbin.oauth;

import static bobbin.base.Scope.CONTENT_PUBLISH;
import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Fixture;
import bobbin.GraphClient.Answer;
import bobbin.app.Actor;
import bobbin.app.App;
import bobbin.http.Request;
import bobbin.sql.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every call of the API begins with (03 §7, 01 §4, 02 §6). */
class AdmissionTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final House house = new House(fixture);

    @Test
    void letsAGoodTokenIn() {
        assertThat(house.me(house.longToken()).at("/id")).matches("\\d{16}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "THAA", "THQVJfromtheoriginal", "null", "{}", "é"})
    void cannotParseWhatIsNoTokenOfOurs(String token) {
        assertInvalid(house.me(token), "Invalid OAuth access token - Cannot parse access token");
    }

    @Test
    void cannotParseADamagedOrAForeignToken() {
        String token = house.longToken();
        assertInvalid(house.me(token.substring(1)), "Invalid OAuth access token - Cannot parse access token");
        assertInvalid(house.me(token + token), "Invalid OAuth access token - Cannot parse access token");
        char last = token.charAt(token.length() - 1);
        assertInvalid(
                house.me(token.substring(0, token.length() - 1) + (last == 'x' ? 'y' : 'x')),
                "Invalid OAuth access token - Cannot parse access token");
        assertThat(house.me("x").has("/error/error_subcode")).isFalse();
    }

    @Test
    void challengesWhoShowsAnInvalidToken() {
        assertThat(house.me("x").response().headers().first("www-authenticate"))
                .hasValue(
                        "OAuth \"Facebook Platform\" \"invalid_token\" \"Invalid OAuth access token - Cannot parse access token\"");
    }

    @Test
    void saysWhenATokenExpiredInTheZoneOfTheSettings() {
        fixture.time.set(Instant.parse("2026-01-01T00:00:00Z"));
        String token = house.longToken();
        fixture.time.set(Instant.parse("2026-03-02T16:15:00Z"));
        Answer answer = house.me(token);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/error/error_subcode")).isEqualTo("463");
        assertInvalid(
                answer,
                "Error validating access token: Session has expired on Sunday, 01-Mar-26 16:00:00 PST."
                        + " The current time is Monday, 02-Mar-26 08:15:00 PST.");
        House european = new House(fixture, Map.of("errors.time_zone", ZoneId.of("Europe/Paris")));
        assertThat(european.me(token).at("/error/message"))
                .endsWith(
                        "expired on Monday, 02-Mar-26 01:00:00 CET. The current time is Monday, 02-Mar-26 17:15:00 CET.");
    }

    @ParameterizedTest
    @EnumSource(Ending.class)
    void tellsWhyATokenEnded(Ending why) {
        String token = house.longToken();
        house.tokens.endAll(house.ann, why);
        Answer answer = house.me(token);

        assertThat(answer.at("/error/code")).isEqualTo("190");
        assertThat(answer.at("/error/error_subcode"))
                .isEqualTo(Integer.toString(why.problem().subcode().orElseThrow()));
    }

    @Test
    void namesTheAppThatTheUserRemoved() {
        String token = house.longToken();
        house.grants.remove(house.ann, house.app.id());

        assertInvalid(
                house.me(token),
                "Error validating access token: The user has not authorized application " + house.app.id() + ".");
    }

    @Test
    void keepsTheReasonWhenTheTimeOfAnEndedTokenIsOver() {
        String token = house.longToken();
        house.grants.remove(house.ann, house.app.id());
        fixture.time.pass(Duration.ofDays(61));

        assertThat(house.me(token).at("/error/error_subcode")).isEqualTo("458");
    }

    @Test
    void doesNotEndWhatHasExpired() {
        String token = house.longToken();
        fixture.time.pass(Duration.ofDays(60));
        house.grants.remove(house.ann, house.app.id());

        assertThat(house.me(token).at("/error/error_subcode")).isEqualTo("463");
    }

    @Test
    void asksForAToken() {
        assertThat(house.get("/1234567890123456").at("/error/code")).isEqualTo("104");
        assertThat(house.get("/1234567890123456").at("/error/message"))
                .isEqualTo("An access token is required to request this resource.");
        assertThat(house.get("/me").at("/error/code")).isEqualTo("2500");
    }

    @Test
    void feelsAtOnceThatAPermissionWasTakenBack() {
        String token = house.longToken(CONTENT_PUBLISH);
        assertThat(house.get("/me/threads", "access_token", token).status()).isEqualTo(200);
        house.grants.keep(house.ann, house.app.id(), Set.of());

        assertThat(house.get("/me/threads", "access_token", token).at("/error/code"))
                .isEqualTo("10");
        assertThat(house.me(token).status()).isEqualTo(200);
    }

    @Test
    void allowsNoMoreThanWhatWasTickedForThisToken() {
        String narrow = house.longToken();
        String wide = house.longToken(CONTENT_PUBLISH);

        assertThat(house.get("/me/threads", "access_token", narrow).at("/error/code"))
                .isEqualTo("10");
        assertThat(house.get("/me/threads", "access_token", wide).status()).isEqualTo(200);
    }

    @Test
    void refusesWhereTheGrantHasEndedBeforeTheToken() {
        House odd = new House(fixture, Map.of("grants.ttl", Duration.ofDays(30)));
        String token = odd.longToken();
        fixture.time.pass(Duration.ofDays(30));

        assertBasicMissing(odd.me(token));
    }

    @Test
    void refusesPeopleWithoutRoleOnAnAppInDevelopment() {
        String token = house.longToken();
        house.apps.setMode(Actor.OPERATOR, house.app.id(), App.Mode.DEVELOPMENT);
        assertBasicMissing(house.me(token));

        String ofDan = house.tokens.issue(house.dan, house.app.id(), Set.of()).text();
        assertThat(house.me(ofDan).status()).isEqualTo(200);
        house.apps.setMode(Actor.OPERATOR, house.app.id(), App.Mode.LIVE);
        assertThat(house.me(token).status()).isEqualTo(200);
    }

    @Test
    void refusesTokensOfADisabledApp() {
        String token = house.longToken();
        house.apps.disable(Actor.OPERATOR, house.app.id());
        assertThat(house.me(token).at("/error/code")).isEqualTo("101");

        house.apps.enable(Actor.OPERATOR, house.app.id());
        assertThat(house.me(token).status()).isEqualTo(200);
    }

    @Test
    void verifiesAProofOfTheSecretIfThereIsOne() {
        String token = house.longToken();
        String proof = house.apps.secret(house.app).proof(token);

        assertThat(house.get("/me", "access_token", token, "appsecret_proof", proof)
                        .status())
                .isEqualTo(200);
        Answer wrong = house.get("/me", "access_token", token, "appsecret_proof", "0" + proof.substring(1) + "0");
        assertThat(wrong.at("/error/type")).isEqualTo("GraphMethodException");
        assertThat(wrong.at("/error/message")).isEqualTo("Invalid appsecret_proof provided in the API argument");
    }

    @Test
    void demandsAProofWhereTheAppWantsIt() {
        String token = house.longToken();
        house.apps.requireProof(Actor.OPERATOR, house.app.id());

        assertThat(house.me(token).at("/error/type")).isEqualTo("GraphMethodException");
        String proof = house.apps.secret(house.app).proof(token);
        assertThat(house.get("/me", "access_token", token, "appsecret_proof", proof)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void givesAProofWithATimeFiveMinutes() {
        String token = house.longToken();
        long made = fixture.time.instant().getEpochSecond();
        String proof = house.apps.secret(house.app).proof(token + "|" + made);
        String[] call = {"access_token", token, "appsecret_proof", proof, "appsecret_time", Long.toString(made)};
        fixture.time.pass(Duration.ofMinutes(5));
        assertThat(house.get("/me", call).status()).isEqualTo(200);
        fixture.time.pass(Duration.ofSeconds(1));
        assertThat(house.get("/me", call).at("/error/code")).isEqualTo("100");
    }

    @Test
    void takesTheTokenFromTheHeaderAsWell() {
        String token = house.longToken();

        assertThat(house.answer(Request.of("GET", "/me").withHeader("Authorization", "Bearer " + token))
                        .status())
                .isEqualTo(200);
        assertThat(house.answer(Request.of("GET", "/me").withHeader("Authorization", "OAuth " + token))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void feelsWhatACommandBesideTheServerRevoked() {
        String token = house.longToken();
        assertThat(house.me(token).status()).isEqualTo(200);
        try (Database command = Database.join(fixture.settings, fixture.time)) {
            house.beside(command).revoke(token);
        }
        fixture.database.change(_ -> {}); // a write sees exactly what others wrote, and so do calls after it

        assertThat(house.me(token).at("/error/error_subcode")).isEqualTo("467");
    }

    @Test
    void notesTheLastUseOnceAnHour() {
        Instant first = fixture.time.instant();
        String token = house.longToken();
        house.me(token);
        fixture.time.pass(Duration.ofMinutes(59));
        house.me(token);
        assertThat(grant().usedAt()).contains(first);

        fixture.time.pass(Duration.ofMinutes(1));
        house.me(token);
        assertThat(grant().usedAt()).contains(first.plus(Duration.ofHours(1)));
    }

    @Test
    void forgetsATokenNinetyDaysAfterItsTime() {
        String token = house.longToken();
        fixture.time.pass(Duration.ofDays(150));
        house.tokens.purge();
        assertThat(house.me(token).at("/error/error_subcode")).isEqualTo("463");

        fixture.time.pass(Duration.ofMillis(1));
        house.tokens.purge();
        assertInvalid(house.me(token), "Invalid OAuth access token - Cannot parse access token");
    }

    private Grant grant() {
        return house.grants.find(house.ann, house.app.id()).orElseThrow();
    }

    private static void assertInvalid(Answer answer, String message) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/error/type")).isEqualTo("OAuthException");
        assertThat(answer.at("/error/code")).isEqualTo("190");
        assertThat(answer.at("/error/message")).isEqualTo(message);
    }

    private static void assertBasicMissing(Answer answer) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/error/type")).isEqualTo("THApiException");
        assertThat(answer.at("/error/code")).isEqualTo("100");
        assertThat(answer.at("/error/error_subcode")).isEqualTo("10");
        assertThat(answer.at("/error/message"))
                .isEqualTo(
                        "This action requires the threads_basic permission. You must submit for app review, or your user"
                                + " must be in the list of Threads testers.");
    }
}
