package bobbin.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** Acting as people: what the API presupposes and cannot do (15 §15.20). */
record Script(String url, String key) {

    /** Does something as somebody; names and values in turn. Fails if it cannot be done. */
    Answer act(Dev.User as, String act, String... said) {
        Answer answer = tryTo(as, act, said);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    Answer tryTo(Dev.User as, String act, String... said) {
        Map<String, String> body = new TreeMap<>(Map.of("as", as.username(), "act", act));
        for (int i = 0; i < said.length; i += 2) {
            body.put(said[i], said[i + 1]);
        }
        Api api = new Api(url, "");
        return api.send(api.request("/acts")
                .header("Authorization", "Bearer " + key)
                .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body))));
    }
}
