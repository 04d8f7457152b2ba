package bobbin.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where the parameters of a call may stand, and which of them win. */
class ParametersTest {
    private final Dev dev = Dev.server();
    private final Api ann = dev.as("ann");
    private final String me = dev.user("ann").id();

    @Test
    @Spec({"01 §4", "17 §1"})
    void takesParametersWhereverTheyStand() {
        String query = Api.form("access_token", ann.token(), "fields", "username");
        String json = "{\"access_token\":\"" + ann.token() + "\",\"fields\":\"username\"}";
        String multipart = "--b\r\nContent-Disposition: form-data; name=\"access_token\"\r\n\r\n" + ann.token()
                + "\r\n--b\r\nContent-Disposition: form-data; name=\"fields\"\r\n\r\nusername\r\n--b--\r\n";

        for (String method : List.of("GET", "POST")) {
            String path = method.equals("GET") ? "/me" : "/me?method=get";
            String joined = path + (path.contains("?") ? "&" : "?");
            for (HttpRequest.Builder request : List.of(
                    ann.request(joined + query).method(method, BodyPublishers.noBody()),
                    ann.request(path)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .method(method, BodyPublishers.ofString(query)),
                    ann.request(path)
                            .header("Content-Type", "multipart/form-data; boundary=b")
                            .method(method, BodyPublishers.ofString(multipart)),
                    ann.request(path)
                            .header("Content-Type", "application/json")
                            .method(method, BodyPublishers.ofString(json)),
                    ann.request(path)
                            .header("Content-Type", "text/plain")
                            .method(method, BodyPublishers.ofString(json)),
                    ann.request(path).method(method, BodyPublishers.ofString(query)))) {
                assertThat(ann.send(request).ok().text()).isEqualTo("{\"username\":\"ann\",\"id\":\"" + me + "\"}");
            }
        }
    }

    @Test
    @Spec({"01 §4", "07 §7.1"})
    void prefersTheBodyTheLastAndWhatIsNotEmpty() {
        HttpRequest.Builder bodyWins = ann.request("/me?fields=name&access_token=wrong")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method("GET", BodyPublishers.ofString(Api.form("fields", "username", "access_token", ann.token())));
        assertThat(ann.send(bodyWins).ok().has("/username")).isTrue();

        HttpRequest.Builder lastWins = ann.request(
                        "/me?fields=name&fields=username&fields=&access_token=" + ann.token())
                .GET();
        assertThat(ann.send(lastWins).ok().has("/username")).isTrue();

        assertThat(ann.get("/me", "fields", "").ok().text()).isEqualTo("{\"id\":\"" + me + "\"}");
        assertThat(ann.get("/me", "dnt", "1", "format", "json", "pretty", "0", "debug", "all")
                        .status())
                .isEqualTo(200);
    }

    @Test
    @Spec({"01 §5", "17 §1"})
    void takesTheTokenInAHeader() {
        for (String scheme : List.of("Bearer ", "bearer ", "OAuth ")) {
            assertThat(ann.send(ann.request("/me")
                                    .header("Authorization", scheme + ann.token())
                                    .GET())
                            .ok()
                            .text("/id"))
                    .isEqualTo(me);
        }
        assertThat(ann.send(ann.request("/me?access_token=" + ann.token())
                                .header("Authorization", "Bearer wrong")
                                .GET())
                        .status())
                .isEqualTo(200);
    }

    @Test
    @Spec("01 §4")
    void verifiesTheProofOfTheAppSecretWhereThereIsOne() {
        String proof = Proof.hmac(dev.app().secret(), ann.token());

        assertThat(ann.get("/me", "appsecret_proof", proof).ok().text("/id")).isEqualTo(me);
        Answer wrong =
                ann.get("/me", "appsecret_proof", proof.replace(proof.charAt(0), proof.charAt(0) == 'a' ? 'b' : 'a'));
        wrong.refused(400, 100, "Invalid appsecret_proof provided in the API argument");
        assertThat(wrong.text("/error/type")).isEqualTo("GraphMethodException");
    }

    @Test
    @Spec("01 §4")
    void canHideTheStatusOfAnError() {
        assertThat(ann.get("/nobody", "suppress_http_code", "1").status()).isEqualTo(200);
    }
}
