package bobbin.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bobbin.base.Id;
import bobbin.base.Refusal;
import bobbin.base.Scope;
import bobbin.oauth.Token.Life;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenTest {
    /** The two moments of the example of 03 §7. */
    private static final Instant EXPIRY = Instant.parse("2026-03-02T00:00:00Z");

    private static final Instant NEXT_DAY = Instant.parse("2026-03-02T16:15:00Z");
    private static final Words WORDS = new Words(ZoneId.of("America/Los_Angeles"), "threads.example");

    @Test
    void saysWhenItExpiredAndWhatTimeItIs() {
        Refusal refusal = catchThrowableOfType(
                Refusal.class, () -> token(Optional.empty()).admit(NEXT_DAY, WORDS));

        assertThat(refusal.problem().code()).isEqualTo(190);
        assertThat(refusal.problem().subcode()).hasValue(463);
        assertThat(refusal)
                .hasMessage("Error validating access token: Session has expired on Sunday, 01-Mar-26 16:00:00 PST."
                        + " The current time is Monday, 02-Mar-26 08:15:00 PST.");
    }

    @Test
    void tellsSummerTime() {
        assertThat(WORDS.time(Instant.parse("2026-07-01T19:00:00Z"))).isEqualTo("Wednesday, 01-Jul-26 12:00:00 PDT");
    }

    @Test
    void livesUntilTheMomentOfItsExpiry() {
        assertThatCode(() -> token(Optional.empty()).admit(EXPIRY.minusMillis(1), WORDS))
                .doesNotThrowAnyException();
        assertThat(catchThrowableOfType(
                        Refusal.class, () -> token(Optional.empty()).admit(EXPIRY, WORDS)))
                .hasMessageContaining("Session has expired");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            USER       | 458 | Error validating access token: The user has not authorized application 7.
            CHECKPOINT | 459 | Error validating access token: You cannot access the app till you log in to threads.example and follow the instructions given.
            PASSWORD   | 460 | Error validating access token: The session has been invalidated because the user changed their password or Facebook has changed the session for security reasons.
            ACCOUNT    | 464 | Error validating access token: Sessions for the user are not allowed because the user is not a confirmed user.
            OPERATOR   | 467 | Error validating access token: This may be because the user logged out or may be due to a system error.
            SESSION    | 492 | Error validating access token: Session does not match current stored session. This may be because the user changed the password since the time the session was created or Facebook has changed the session for security reasons.
            """)
    void saysWhyItEnded(Ending ending, int subcode, String message) {
        Refusal refusal = catchThrowableOfType(
                Refusal.class, () -> token(Optional.of(ending)).admit(NEXT_DAY, WORDS));

        assertThat(refusal.problem().code()).isEqualTo(190);
        assertThat(refusal.problem().type().wire()).isEqualTo("OAuthException");
        assertThat(refusal.problem().subcode()).hasValue(subcode);
        assertThat(refusal).hasMessage(message);
    }

    @Test
    void countsTheSecondsItHasLeft() {
        assertThat(token(Optional.empty()).secondsLeft(EXPIRY.minusMillis(1500)))
                .isEqualTo(1);
    }

    private static Token token(Optional<Ending> ending) {
        return new Token(
                "hash",
                new Id(1),
                new Id(7),
                Life.LONG,
                Set.of(Scope.BASIC),
                EXPIRY.minus(Duration.ofDays(60)),
                EXPIRY,
                Optional.empty(),
                ending);
    }
}
