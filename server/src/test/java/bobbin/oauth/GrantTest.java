package bobbin.oauth;

import static bobbin.base.Scope.BASIC;
import static bobbin.base.Scope.CONTENT_PUBLISH;
import static bobbin.base.Scope.DELETE;
import static org.assertj.core.api.Assertions.assertThat;

import bobbin.base.Id;
import bobbin.base.Scope;
import bobbin.oauth.Token.Life;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GrantTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration LIFE = Duration.ofDays(90);
    private static final Instant END = NOON.plus(LIFE);

    private final Grant grant = Grant.of(new Id(1), new Id(7), 42, Set.of(BASIC, CONTENT_PUBLISH), NOON, LIFE);

    @Test
    void lastsNinetyDays() {
        assertThat(grant.holds(END.minusMillis(1))).isTrue();
        assertThat(grant.holds(END)).isFalse();
    }

    @Test
    void growsByWhatIsAllowedLater() {
        Grant more = grant.with(Set.of(BASIC, DELETE), NOON.plusSeconds(60), LIFE);

        assertThat(more.scopes()).containsExactlyInAnyOrder(BASIC, CONTENT_PUBLISH, DELETE);
        assertThat(more.expiresAt()).isEqualTo(END.plusSeconds(60));
    }

    @Test
    void beginsAnewAfterItEnded() {
        assertThat(grant.with(Set.of(BASIC), END, LIFE).scopes()).containsExactly(BASIC);
    }

    @Test
    void keepsTheBasicPermissionWhenOthersAreTakenBack() {
        assertThat(grant.keeping(Set.of()).scopes()).containsExactly(BASIC);
        assertThat(grant.keeping(Set.of(CONTENT_PUBLISH, DELETE)).scopes())
                .containsExactlyInAnyOrder(BASIC, CONTENT_PUBLISH);
    }

    @Test
    void allowsATokenWhatBothOfThemAllow() {
        assertThat(grant.and(token(BASIC, DELETE), NOON)).containsExactly(BASIC);
        assertThat(grant.and(token(BASIC, DELETE), END)).isEmpty();
    }

    private static Token token(Scope... scopes) {
        return new Token(
                "hash", new Id(1), new Id(7), Life.LONG, Set.of(scopes), NOON, END, Optional.empty(), Optional.empty());
    }
}
