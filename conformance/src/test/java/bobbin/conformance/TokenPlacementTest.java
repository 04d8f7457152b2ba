package bobbin.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The token endpoints take their parameters wherever some client puts them (01 §4, 03 §2 to §5, 17 §1). */
class TokenPlacementTest {
    private final Dev dev = Dev.server();
    private final Dev.App app = dev.app();
    private final String token = dev.user("eve").token();
    private final Api nobody = new Api(dev.graph(), "");

    @ParameterizedTest
    @ValueSource(strings = {"/access_token", "/v1.0/access_token/"})
    @Spec({"03 §3", "01 §4", "17 §1"})
    void exchangesHoweverItIsSent(String path) {
        String[] parameters = {"grant_type", "th_exchange_token", "client_secret", app.secret(), "access_token", token};
        for (HttpRequest.Builder request : everyWay(path, parameters)) {
            Answer answer = nobody.send(request).ok();
            assertThat(answer.json().propertyNames()).containsExactly("access_token", "token_type", "expires_in");
            assertThat(answer.text("/access_token")).isEqualTo(token);
        }
        for (HttpRequest.Builder request :
                everyWay(path, "grant_type", "th_exchange_token", "client_secret", app.secret())) {
            nobody.send(request.header("Authorization", "Bearer " + token)).ok();
        }
        for (HttpRequest.Builder request : everyWay(path, "grant_type", "th_exchange_token", "access_token", token)) {
            nobody.send(request.header("Authorization", basic())).ok();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/refresh_access_token", "/v1.0/refresh_access_token/"})
    @Spec({"03 §4", "01 §4", "17 §1"})
    void refreshesHoweverItIsSent(String path) {
        for (HttpRequest.Builder request : everyWay(path, "grant_type", "th_refresh_token", "access_token", token)) {
            assertThat(nobody.send(request).ok().text("/access_token")).isEqualTo(token);
        }
        for (HttpRequest.Builder request : everyWay(path, "grant_type", "th_refresh_token")) {
            nobody.send(request.header("Authorization", "OAuth " + token)).ok();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oauth/access_token", "/v1.0/oauth/access_token/"})
    @Spec({"03 §5", "01 §4", "17 §1"})
    void issuesAppTokensHoweverItIsAsked(String path) {
        for (HttpRequest.Builder request : everyWay(
                path, "grant_type", "client_credentials", "client_id", app.id(), "client_secret", app.secret())) {
            Answer answer = nobody.send(request).ok();
            assertThat(answer.json().propertyNames()).containsExactly("access_token", "token_type");
            assertThat(answer.text("/access_token")).startsWith("TH|" + app.id() + "|");
        }
        for (HttpRequest.Builder request : everyWay(path, "grant_type", "client_credentials")) {
            nobody.send(request.header("Authorization", basic())).ok();
        }
    }

    @Test
    @Spec({"03 §6", "01 §5", "17 §1"})
    void looksIntoTokensHoweverItIsAsked() {
        for (HttpRequest.Builder request : ways("GET", "/debug_token", "input_token", token, "access_token", token)) {
            assertThat(nobody.send(request).ok().at("/data/is_valid").asBoolean(false))
                    .isTrue();
        }
        String raw = "TH|" + app.id() + "|" + app.secret();
        String answer = RawHttp.send(
                dev.graph(),
                "GET /debug_token?input_token=" + token + "&access_token=" + raw
                        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 200").contains("\"is_valid\":true");
    }

    @Test
    @Spec({"01 §3", "06 §6", "16 §3"})
    void refusesOtherMethodsWithoutAskingForAToken() {
        for (String path :
                List.of("/oauth/access_token", "/access_token", "/v1.0/refresh_access_token/", "/debug_token")) {
            for (String method : List.of("PUT", "DELETE", "PATCH")) {
                nobody.send(method, path)
                        .refused(
                                400,
                                100,
                                "Unsupported request - method type: " + method.toLowerCase(java.util.Locale.ROOT));
            }
        }
    }

    @Test
    @Spec("01 §13")
    void tellsBrowsersThatSecretsAreNotForThem() {
        for (String path : List.of("/oauth/access_token", "/v1.0/access_token/")) {
            Answer preflight = nobody.send(nobody.request(path)
                    .header("Origin", "https://tool.example")
                    .header("Access-Control-Request-Method", "POST")
                    .method("OPTIONS", BodyPublishers.noBody()));
            assertThat(preflight.header("access-control-allow-origin")).isEmpty();
            assertThat(nobody.send("DELETE", path).header("access-control-allow-origin"))
                    .isEmpty();
        }
        assertThat(nobody.send(nobody.request("/refresh_access_token").method("OPTIONS", BodyPublishers.noBody()))
                        .header("access-control-allow-origin"))
                .isEqualTo("*");
    }

    @Test
    @Spec({"03 §2.3", "01 §12", "06 §3"})
    void quotesInHeadersOnlyWhatTheyCanHold() {
        Answer refused = nobody.post(
                "/oauth/access_token",
                "client_id",
                app.id(),
                "client_secret",
                app.secret(),
                "grant_type",
                "a\r\nX: y \u00e9 \"b\" " + "z".repeat(5000));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/error/code").asInt()).isEqualTo(1);
        assertThat(refused.header("www-authenticate"))
                .startsWith("OAuth \"Facebook Platform\" \"invalid_request\" \"Invalid grant_type: a??X: y ? 'b' zzz")
                .hasSizeLessThan(600);
    }

    private List<HttpRequest.Builder> everyWay(String path, String... parameters) {
        List<HttpRequest.Builder> all = new ArrayList<>(ways("GET", path, parameters));
        all.addAll(ways("POST", path, parameters));
        return all;
    }

    private List<HttpRequest.Builder> ways(String method, String path, String... parameters) {
        String form = Api.form(parameters);
        StringBuilder multipart = new StringBuilder();
        List<String> members = new ArrayList<>();
        for (int i = 0; i < parameters.length; i += 2) {
            multipart
                    .append("--b\r\nContent-Disposition: form-data; name=\"")
                    .append(parameters[i])
                    .append("\"\r\n\r\n")
                    .append(parameters[i + 1])
                    .append("\r\n");
            members.add("\"" + parameters[i] + "\":\"" + parameters[i + 1] + "\"");
        }
        String json = "{" + String.join(",", members) + "}";
        return List.of(
                nobody.request(path + "?" + form).method(method, BodyPublishers.noBody()),
                typed(path, "application/x-www-form-urlencoded", method, form),
                typed(path, "multipart/form-data; boundary=b", method, multipart + "--b--\r\n"),
                typed(path, "application/json", method, json),
                typed(path, "text/plain;charset=UTF-8", method, json));
    }

    private HttpRequest.Builder typed(String path, String type, String method, String body) {
        return nobody.request(path).header("Content-Type", type).method(method, BodyPublishers.ofString(body));
    }

    private String basic() {
        return "Basic "
                + Base64.getEncoder().encodeToString((app.id() + ":" + app.secret()).getBytes(StandardCharsets.UTF_8));
    }
}
