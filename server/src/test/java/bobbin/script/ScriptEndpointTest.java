package bobbin.script;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.http.Request;
import bobbin.http.Response;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where scripts act, if the operator wants that (15 §15.20). */
class ScriptEndpointTest {
    private static final String KEY = "k".repeat(ScriptSettings.SHORTEST);

    @Test
    void isNotThereWithoutAKey() {
        Response answer = endpoint(Optional.empty()).answer(Request.of("GET", "/script/acts"));

        assertThat(answer.status()).isEqualTo(404);
    }

    @Test
    void movesNoClockOfARealServer() {
        Response answer = endpoint(Optional.of(KEY)).answer(keyed("POST", "/script/clock", "{\"forward\":\"PT1H\"}"));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.bodyText()).contains("Only a developer's Bobbin");
    }

    @Test
    void answersMistakesOfOursWithoutTheirDetails() {
        Response answer = endpoint(Optional.of(KEY)).answer(keyed("POST", "/script/acts", "{\"act\":\"fail\"}"));

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.bodyText()).doesNotContain("secret");
    }

    @Test
    void doesNotShowItsKey() {
        assertThat(new ScriptSettings(Optional.of(KEY)).toString()).doesNotContain(KEY);
    }

    private static Request keyed(String method, String path, String body) {
        return Request.of(method, path)
                .withHeader("Authorization", "Bearer " + KEY)
                .withBody("application/json", body);
    }

    private static ScriptEndpoint endpoint(Optional<String> key) {
        Act fail = Act.of("fail", "Fails.", _ -> {
            throw new IllegalStateException("secret");
        });
        Acts acts = new Acts(_ -> Optional.empty(), List.of(List.of(fail)));
        return new ScriptEndpoint(new ScriptSettings(key), acts, Optional.empty(), () -> 0);
    }
}
