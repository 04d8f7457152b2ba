package bobbin.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Fixture;
import bobbin.app.Actor;
import bobbin.app.AppSecret;
import bobbin.app.ScopedId;
import bobbin.app.SignedRequest;
import bobbin.base.Id;
import bobbin.oauth.Receiver.Received;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an app is told when a person leaves it (02 §4, 02 §5). */
class CallbacksTest {
    private static final Duration SOON = Duration.ofSeconds(15);

    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final House house = new House(fixture, Map.of("oauth.redirect.allow_http_loopback", true));
    private final Receiver receiver = new Receiver();
    private final Id app = house.app.id();

    {
        house.apps.setCallbacks(Actor.OPERATOR, app, receiver.address("/deauthorize"), receiver.address("/deletion"));
    }

    @AfterEach
    void stop() {
        receiver.close();
    }

    @Test
    void tellsTheAppThatItWasRemoved() {
        String userId = house.me(house.longToken()).at("/id");
        house.grants.remove(house.ann, app);
        house.worker.runDue();

        Received call = onlyCall();
        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.path()).isEqualTo("/deauthorize");
        assertThat(call.contentType()).isEqualTo("application/x-www-form-urlencoded");
        String payload = call.body().substring(call.body().indexOf('.') + 1);
        assertThat(new String(Base64.getUrlDecoder().decode(payload), UTF_8))
                .isEqualTo("{\"user_id\":\"" + userId + "\",\"algorithm\":\"HMAC-SHA256\",\"issued_at\":"
                        + fixture.time.instant().getEpochSecond() + "}");
        assertThat(call.body())
                .isEqualTo("signed_request="
                        + SignedRequest.about(
                                ScopedId.parse(userId).orElseThrow(),
                                fixture.time.instant(),
                                new AppSecret(house.secret)));
    }

    @Test
    void triesAgainFiveTimesAndThenGivesUp() {
        for (int i = 0; i < 6; i++) {
            receiver.answering(500, "no");
        }
        house.longToken();
        house.grants.remove(house.ann, app);
        house.worker.runDue();
        for (Duration pause : List.of(
                Duration.ofMinutes(1),
                Duration.ofMinutes(10),
                Duration.ofHours(1),
                Duration.ofHours(6),
                Duration.ofHours(24))) {
            int before = receiver.received.size();
            fixture.time.pass(pause.minusMillis(1));
            house.worker.runDue();
            assertThat(receiver.received).hasSize(before);
            fixture.time.pass(Duration.ofMillis(1));
            house.worker.runDue();
            assertThat(receiver.received).hasSize(before + 1);
        }
        fixture.time.pass(Duration.ofDays(30));
        house.worker.runDue();
        assertThat(receiver.received).hasSize(6);
    }

    @Test
    void isContentWithAnyAnswerOf2xx() {
        receiver.answering(500, "no").answering(204, "");
        house.longToken();
        house.grants.remove(house.ann, app);
        house.worker.runDue();
        fixture.time.pass(Duration.ofMinutes(1));
        house.worker.runDue();
        fixture.time.pass(Duration.ofDays(3));
        house.worker.runDue();

        assertThat(receiver.received).hasSize(2);
    }

    @Test
    void triesAgainWhereNobodyAnswers() {
        receiver.close();
        house.longToken();
        house.grants.remove(house.ann, app);

        assertThat(house.worker.runDue()).isEqualTo(1);
        fixture.time.pass(Duration.ofMinutes(1));
        assertThat(house.worker.runDue()).isEqualTo(1);
    }

    @Test
    void asksToDeleteAfterTellingOfTheRemovalAndKeepsTheAnswer() {
        receiver.answering(200, "")
                .answering(
                        200, "{\"url\":\"https://app.example/deletion?id=K7Q2M9\",\"confirmation_code\":\"K7Q2M9\"}");
        house.longToken();
        house.grants.removeAndDelete(house.ann, app);
        house.worker.runDue();
        assertThat(deletion().isConfirmed()).isFalse();
        fixture.time.pass(SOON);
        house.worker.runDue();

        assertThat(receiver.received).extracting(Received::path).containsExactly("/deauthorize", "/deletion");
        assertThat(receiver.received.getLast().body()).startsWith("signed_request=");
        assertThat(deletion().url()).contains("https://app.example/deletion?id=K7Q2M9");
        assertThat(deletion().confirmationCode()).contains("K7Q2M9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "thanks",
                "[]",
                "{}",
                "{\"url\":\"https://app.example/d\"}",
                "{\"confirmation_code\":\"K7\"}",
                "{\"url\":\"http://app.example/d\",\"confirmation_code\":\"K7\"}",
                "{\"url\":\"javascript:alert(1)\",\"confirmation_code\":\"K7\"}",
                "{\"url\":\"not an address\",\"confirmation_code\":\"K7\"}"
            })
    void asksAgainUntilItIsConfirmed(String nonsense) {
        receiver.answering(200, "")
                .answering(200, nonsense)
                .answering(200, "{\"url\":\"https://app.example/d\",\"confirmation_code\":\"K7\"}");
        house.longToken();
        house.grants.removeAndDelete(house.ann, app);
        house.worker.runDue();
        fixture.time.pass(SOON);
        house.worker.runDue();
        assertThat(deletion().isConfirmed()).isFalse();

        fixture.time.pass(Duration.ofMinutes(1));
        house.worker.runDue();
        assertThat(deletion().confirmationCode()).contains("K7");
        fixture.time.pass(Duration.ofDays(3));
        assertThat(house.worker.runDue()).isZero();
    }

    @Test
    void asksLaterToo() {
        house.longToken();
        house.grants.remove(house.ann, app);
        house.worker.runDue();
        fixture.time.pass(Duration.ofDays(1));
        house.grants.removeAndDelete(house.ann, app);
        fixture.time.pass(SOON);
        house.worker.runDue();

        assertThat(receiver.received).extracting(Received::path).containsExactly("/deauthorize", "/deletion");
    }

    @Test // 15 §15.23.13
    void tellsTheAppWhenTheOperatorRemovesItAndWhenTheAccountIsDeleted() {
        house.longToken();
        house.grants.revoke(house.ann, app);
        house.worker.runDue();
        String token = house.longToken();
        fixture.database.change(tx -> house.grants.deleted(tx, house.ann));
        house.worker.runDue();

        assertThat(house.me(token).at("/error/code")).isEqualTo("190");
        assertThat(receiver.received).extracting(Received::path).containsExactly("/deauthorize", "/deauthorize");
    }

    @Test
    void tellsNothingWhenTokensOrGrantsRunOut() {
        house.longToken();
        fixture.time.pass(Duration.ofDays(91));
        house.tokens.endAll(house.ann, Ending.PASSWORD);

        assertThat(house.worker.runDue()).isZero();
    }

    @Test
    void tellsTheAppOnce() {
        house.longToken();
        house.grants.remove(house.ann, app);
        house.grants.remove(house.ann, app);
        house.worker.runDue();

        assertThat(receiver.received).hasSize(1);
    }

    @Test
    void leavesAppsInPeaceThatHaveNoAddress() {
        house.apps.setCallbacks(Actor.OPERATOR, app, "", "");
        house.longToken();
        house.grants.removeAndDelete(house.ann, app);

        assertThat(house.worker.runDue()).isZero();
        assertThat(house.grants.deletions(house.ann)).isEmpty();
    }

    private Received onlyCall() {
        assertThat(receiver.received).hasSize(1);
        return receiver.received.getFirst();
    }

    private DataDeletion deletion() {
        return house.grants.deletions(house.ann).getFirst();
    }
}
