package bobbin.oauth;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bobbin.base.Id;
import bobbin.base.Scope;
import bobbin.oauth.Code.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CodeTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Id APP = new Id(7);
    private static final String HOME = "https://client.example/cb";
    private static final String UNKNOWN = "Matching code was not found or was already used";

    /** The example of RFC 7636, appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static final Challenge CHALLENGE =
            new Challenge("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", Challenge.Method.S256);

    @Test
    void isGoodForTheHourBeforeItExpires() {
        assertThatCode(() -> code().admit(with(HOME), NOON.minusMillis(1))).doesNotThrowAnyException();
        assertThatThrownBy(() -> code().admit(with(HOME), NOON)).hasMessage(UNKNOWN);
    }

    @Test
    void isGoodForNoOtherApp() {
        assertThatThrownBy(() -> code().admit(new Exchange(new Id(8), HOME, Optional.empty()), before()))
                .hasMessage(UNKNOWN);
    }

    @Test
    void isGoodForNoOtherAddress() {
        assertThatThrownBy(() -> code().admit(with(HOME + "/"), before()))
                .hasMessageStartingWith("Error validating verification code.");
    }

    @Test
    void isGoodOnce() {
        Code used = code(Optional.empty(), Optional.of(before()));

        assertThatThrownBy(() -> used.admit(with(HOME), before())).hasMessage(UNKNOWN);
    }

    @Test
    void asksForTheVerifierOnlyIfOneIsBrought() {
        Code bound = code(Optional.of(CHALLENGE), Optional.empty());

        assertThatCode(() -> bound.admit(with(HOME), before())).doesNotThrowAnyException();
        assertThatCode(() -> bound.admit(new Exchange(APP, HOME, Optional.of(VERIFIER)), before()))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> bound.admit(new Exchange(APP, HOME, Optional.of("wrong")), before()))
                .hasMessage(UNKNOWN);
        assertThatCode(() -> code().admit(new Exchange(APP, HOME, Optional.of("unasked")), before()))
                .doesNotThrowAnyException();
    }

    @Test
    void comparesAPlainChallengeAsItStands() {
        Code bound = code(Optional.of(new Challenge("same", Challenge.Method.PLAIN)), Optional.empty());

        assertThatCode(() -> bound.admit(new Exchange(APP, HOME, Optional.of("same")), before()))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> bound.admit(new Exchange(APP, HOME, Optional.of("other")), before()))
                .hasMessage(UNKNOWN);
    }

    private static Exchange with(String redirectUri) {
        return new Exchange(APP, redirectUri, Optional.empty());
    }

    private static Instant before() {
        return NOON.minus(Duration.ofMinutes(5));
    }

    private static Code code() {
        return code(Optional.empty(), Optional.empty());
    }

    private static Code code(Optional<Challenge> challenge, Optional<Instant> usedAt) {
        return new Code("hash", new Id(1), APP, HOME, Set.of(Scope.BASIC), challenge, NOON, usedAt);
    }
}
