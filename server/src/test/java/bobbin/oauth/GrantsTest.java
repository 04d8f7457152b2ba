package bobbin.oauth;

import static bobbin.base.Scope.BASIC;
import static bobbin.base.Scope.CONTENT_PUBLISH;
import static bobbin.base.Scope.DELETE;
import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Fixture;
import bobbin.base.Id;
import bobbin.sql.Action;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Grants, and what becomes of tokens when something happens to an account (02 §8.3, 03 §8). */
class GrantsTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final House house = new House(fixture);

    @Test
    void addsWhatIsAllowedLater() {
        house.code(CONTENT_PUBLISH);
        house.code(DELETE);

        assertThat(grant().scopes()).containsExactlyInAnyOrder(BASIC, CONTENT_PUBLISH, DELETE);
    }

    @Test // 15 §15.16
    void tellsWhenAnAppMayDoMore() {
        house.code(CONTENT_PUBLISH);
        house.code(CONTENT_PUBLISH);
        assertThat(house.authorized).containsExactly(house.app.id());
        house.code(DELETE);
        assertThat(house.authorized).hasSize(2);

        house.grants.remove(house.ann, house.app.id());
        house.code(DELETE);
        assertThat(house.authorized).hasSize(3);
        house.longToken();
        assertThat(house.authorized).hasSize(3);
    }

    @Test
    void beginsAnewAfterTheAppWasRemoved() {
        String before = house.longToken(CONTENT_PUBLISH);
        house.grants.remove(house.ann, house.app.id());
        String after = house.shortToken(DELETE);

        assertThat(grant().scopes()).containsExactlyInAnyOrder(BASIC, DELETE);
        assertThat(house.me(after).status()).isEqualTo(200);
        assertThat(house.me(before).at("/error/error_subcode")).isEqualTo("458");
    }

    @Test
    void keepsTheNumberByWhichTheAppKnowsThePerson() {
        String first = house.me(house.longToken()).at("/id");
        house.grants.remove(house.ann, house.app.id());

        assertThat(house.me(house.longToken()).at("/id")).isEqualTo(first);
    }

    @Test
    void leavesOtherAppsAlone() {
        Id other = house.newApp("Other").id();
        String token = house.tokens.issue(house.ann, other, Set.of()).text();
        house.longToken();
        house.grants.remove(house.ann, house.app.id());

        assertThat(house.me(token).status()).isEqualTo(200);
    }

    @Test
    void endsTokensWhenTheOperatorRemovesTheApp() {
        String token = house.longToken();
        house.grants.revoke(house.ann, house.app.id());

        assertThat(house.me(token).at("/error/error_subcode")).isEqualTo("467");
    }

    @Test
    void endsOneTokenForTheOperator() {
        String one = house.longToken();
        String other = house.longToken();

        assertThat(house.tokens.revoke(one)).isTrue();
        assertThat(house.tokens.revoke(one)).isFalse();
        assertThat(house.tokens.revoke("junk")).isFalse();
        assertThat(house.me(one).at("/error/error_subcode")).isEqualTo("467");
        assertThat(house.me(other).status()).isEqualTo(200);
    }

    @Test
    void endsTokensAndCodesWhenThePasswordChanges() {
        String token = house.longToken();
        String code = house.code();
        happens(tx -> house.grants.passwordChanged(tx, house.ann));

        assertThat(house.me(token).at("/error/error_subcode")).isEqualTo("460");
        assertThat(house.exchange(code).status()).isEqualTo(400);
        assertThat(house.me(house.shortToken()).status()).isEqualTo(200);
    }

    @Test
    void endsTokensWhenTheOperatorEndsAllSessions() {
        String token = house.longToken();
        happens(tx -> house.grants.loggedOut(tx, house.ann));

        assertThat(house.me(token).at("/error/error_subcode")).isEqualTo("460");
    }

    @Test
    void suspendsTokensWhileTheAccountIsDeactivated() {
        String token = house.longToken();
        happens(tx -> house.grants.deactivated(tx, house.ann));
        assertThat(house.me(token).at("/error/error_subcode")).isEqualTo("464");

        happens(tx -> house.grants.reactivated(tx, house.ann));
        assertThat(house.me(token).status()).isEqualTo(200);
    }

    @Test
    void revivesNothingThatEndedForAnotherReason() {
        String token = house.longToken();
        happens(tx -> house.grants.passwordChanged(tx, house.ann));
        happens(tx -> house.grants.deactivated(tx, house.ann));
        happens(tx -> house.grants.reactivated(tx, house.ann));

        assertThat(house.me(token).at("/error/error_subcode")).isEqualTo("460");
    }

    @Test
    void endsEverythingWhenTheAccountIsDeleted() {
        String token = house.longToken();
        happens(tx -> house.grants.deleted(tx, house.ann));

        assertThat(house.me(token).at("/error/error_subcode")).isEqualTo("464");
        assertThat(house.grants.find(house.ann, house.app.id())).isEmpty();
    }

    @Test
    void forgetsEverythingWhenTheAccountIsRemoved() {
        String token = house.longToken();
        happens(tx -> house.grants.removed(tx, house.ann));

        assertThat(house.me(token).at("/error/message")).endsWith("Cannot parse access token");
        assertThat(house.grants.of(house.ann)).isEmpty();
    }

    @Test
    void lastsNinetyDaysFromTheLastYes() {
        house.code();
        fixture.time.pass(Duration.ofDays(10));
        house.code();

        assertThat(grant().expiresAt()).isEqualTo(fixture.time.instant().plus(Duration.ofDays(90)));
    }

    private Grant grant() {
        return house.grants.find(house.ann, house.app.id()).orElseThrow();
    }

    private void happens(Action event) {
        fixture.database.change(event);
    }
}
