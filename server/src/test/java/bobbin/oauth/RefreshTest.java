package bobbin.oauth;

import static bobbin.base.Scope.CONTENT_PUBLISH;
import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Fixture;
import bobbin.GraphClient.Answer;
import bobbin.oauth.OauthSettings.TooEarly;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Refresh of long-lived tokens (03 §4). */
class RefreshTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final House house = new House(fixture);

    @Test
    void refreshesATokenOfADayForSixtyMoreAndKeepsTheOldOneAlive() {
        String token = house.longToken(CONTENT_PUBLISH);
        fixture.time.pass(Duration.ofHours(24));
        Answer answer = house.refresh(token);

        assertThat(answer.text())
                .matches(
                        "\\{\"access_token\":\"THAA[A-Za-z0-9]{160,200}\",\"token_type\":\"bearer\",\"expires_in\":5184000}");
        String next = answer.at("/access_token");
        assertThat(next).isNotEqualTo(token);
        assertThat(house.me(token).status()).isEqualTo(200);
        assertThat(house.get("/me/threads", "access_token", next).status()).isEqualTo(200);
        fixture.time.pass(Duration.ofDays(59));
        assertThat(house.me(token).at("/error/error_subcode")).isEqualTo("463");
        assertThat(house.me(next).status()).isEqualTo(200);
    }

    @Test
    void extendsTheGrantByNinetyDaysFromTheRefresh() {
        String token = house.longToken();
        fixture.time.pass(Duration.ofDays(50));
        house.refresh(token);

        Grant grant = house.grants.find(house.ann, house.app.id()).orElseThrow();
        assertThat(grant.expiresAt()).isEqualTo(fixture.time.instant().plus(Duration.ofDays(90)));
    }

    @Test
    void answersATooYoungTokenWithTheTimeThatItHasLeft() {
        String token = house.longToken();
        fixture.time.pass(Duration.ofHours(24).minusMillis(1));
        Answer answer = house.refresh(token);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/access_token")).isEqualTo(token);
        assertThat(answer.at("/expires_in")).isEqualTo(Long.toString(59L * 86_400));
    }

    @Test
    void refusesATooYoungTokenIfTold() {
        House strict = new House(fixture, Map.of("tokens.refresh_too_early", TooEarly.ERROR));

        assertError(
                strict.refresh(strict.longToken()),
                "THApiException",
                "100",
                "The access token must be at least 24 hours old to be refreshed.");
    }

    @Test
    void refreshesATooYoungTokenIfTold() {
        House generous = new House(fixture, Map.of("tokens.refresh_too_early", TooEarly.EXTEND));
        String token = generous.longToken();

        assertThat(generous.refresh(token).at("/access_token")).isNotEqualTo(token);
    }

    @Test
    void takesAnotherAgeForOldEnoughIfTold() {
        House quick = new House(fixture, Map.of("tokens.refresh_min_age", Duration.ofMinutes(1)));
        String token = quick.longToken();
        quick.fixture.time.pass(Duration.ofMinutes(1));

        assertThat(quick.refresh(token).at("/access_token")).isNotEqualTo(token);
    }

    @Test
    void refusesToRefreshAShortLivedTokenAndAnExpiredOne() {
        assertError(
                house.refresh(house.shortToken()),
                "THApiException",
                "100",
                "The access token is not a long-lived token.");
        String token = house.longToken();
        fixture.time.pass(Duration.ofDays(60));
        assertThat(house.refresh(token).at("/error/error_subcode")).isEqualTo("463");
    }

    @Test
    void refreshesTheTokenOfAPrivateProfileUnlessTold() {
        String token = house.longToken();
        house.accounts.makePrivate(house.ann);
        fixture.time.pass(Duration.ofHours(24));
        assertThat(house.refresh(token).at("/access_token")).isNotEqualTo(token);

        House strict = new House(fixture, Map.of("grants.private_profile_refresh", false));
        String other = strict.longToken();
        strict.accounts.makePrivate(strict.ann);
        strict.fixture.time.pass(Duration.ofHours(24));
        assertError(
                strict.refresh(other),
                "THApiException",
                "100",
                "The access token of a private profile cannot be refreshed.");
    }

    @Test
    void needsTheRightGrantTypeToRefresh() {
        assertError(
                house.get("/refresh_access_token", "access_token", house.longToken()),
                "THApiException",
                "100",
                "Unsupported request - method type: get");
    }

    private static void assertError(Answer answer, String type, String code, String message) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/error/type")).isEqualTo(type);
        assertThat(answer.at("/error/code")).isEqualTo(code);
        assertThat(answer.at("/error/message")).isEqualTo(message);
    }
}
