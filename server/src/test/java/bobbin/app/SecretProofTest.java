package bobbin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bobbin.base.Id;
import bobbin.base.Problem;
import bobbin.base.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The proof of an app's secret (01 §4, 02 §4). */
class SecretProofTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final String TOKEN = "THAAEXAMPLEtoken1234567890";

    private final AppSecret secret = new AppSecret("c0ffee00c0ffee00c0ffee00c0ffee00");

    @Test
    void takesTheRightProof() {
        accepts(proof(secret.proof(TOKEN)));
        accepts(proof("49D8539F8FCCE45D9CAF7B5E6EA35D76588A9152782482A086537901236F5437"));
    }

    @Test
    void refusesAWrongProofInTheWordsOfTheGraph() {
        Refusal refusal = catchThrowableOfType(
                Refusal.class, () -> proof("0".repeat(64)).check(app(Optional.empty()), secret, TOKEN, NOON));

        assertThat(refusal).hasMessage("Invalid appsecret_proof provided in the API argument");
        assertThat(refusal.problem().type()).isEqualTo(Problem.Type.GRAPH_METHOD);
        assertThat(refusal.problem().code()).isEqualTo(100);
        assertThat(refusal.problem().status()).isEqualTo(400);
    }

    @Test
    void refusesTheProofOfAnotherToken() {
        refuses(proof(secret.proof("THAAother")));
    }

    @Test
    void takesATimedProofForFiveMinutesOnEitherSide() {
        accepts(timed(NOON.minusSeconds(300)));
        accepts(timed(NOON.plusSeconds(300)));
        refuses(timed(NOON.minusSeconds(301)));
        refuses(timed(NOON.plusSeconds(301)));
    }

    @Test
    void refusesAPlainProofWithATimeBesideIt() {
        refuses(new SecretProof(Optional.of(secret.proof(TOKEN)), Optional.of(String.valueOf(NOON.getEpochSecond()))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "", "1e9", "99999999999999999999", "9223372036854775807", "-9223372036854775808"})
    void refusesATimeThatIsNone(String time) {
        refuses(new SecretProof(Optional.of(secret.proof(TOKEN + "|" + time)), Optional.of(time)));
    }

    @Test
    void missesAProofOnlyIfTheAppAsksForIt() {
        var none = new SecretProof(Optional.empty(), Optional.empty());

        none.check(app(Optional.empty()), secret, TOKEN, NOON);
        assertThatThrownBy(() -> none.check(app(Optional.of(NOON)), secret, TOKEN, NOON))
                .hasMessage("API calls from the server require an appsecret_proof argument");
        proof(secret.proof(TOKEN)).check(app(Optional.of(NOON)), secret, TOKEN, NOON);
    }

    private SecretProof timed(Instant time) {
        String seconds = String.valueOf(time.getEpochSecond());
        return new SecretProof(Optional.of(secret.proof(TOKEN + "|" + seconds)), Optional.of(seconds));
    }

    private static SecretProof proof(String text) {
        return new SecretProof(Optional.of(text), Optional.empty());
    }

    private void accepts(SecretProof proof) {
        assertThatCode(() -> proof.check(app(Optional.empty()), secret, TOKEN, NOON))
                .doesNotThrowAnyException();
    }

    private void refuses(SecretProof proof) {
        assertThatThrownBy(() -> proof.check(app(Optional.empty()), secret, TOKEN, NOON))
                .isInstanceOf(Refusal.class);
    }

    private static App app(Optional<Instant> proofRequiredAt) {
        return new App(
                new Id(1),
                "Demo",
                App.Mode.LIVE,
                "",
                NOON,
                Optional.empty(),
                Optional.empty(),
                proofRequiredAt,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Map.of());
    }
}
