package bobbin.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How every call is answered. */
class ConventionsTest {
    private final Dev dev = Dev.server();
    private final Api ann = dev.as("ann");
    private final String me = dev.user("ann").id();

    @ParameterizedTest
    @ValueSource(strings = {"/me", "/me/", "/v1.0/me", "/v1.0/me/", "/v2.0/me"})
    @Spec({"01 §2", "17 §2"})
    void answersWithAndWithoutAVersionAndASlash(String path) {
        assertThat(ann.get(path).ok().text()).isEqualTo("{\"id\":\"" + me + "\"}");
    }

    @Test
    @Spec({"01 §3", "01 §11"})
    void refusesOtherMethodsAndBatches() {
        ann.send("PUT", "/me", "access_token", ann.token()).refused(400, 100, "Unsupported request - method type: put");
        ann.send("PATCH", "/me", "access_token", ann.token())
                .refused(400, 100, "Unsupported request - method type: patch");
        ann.delete("/me/threads").refused(400, 100, "Unsupported request - method type: delete");
        ann.post("/", "batch", "[]").refused(400, 100, "Unsupported request - method type: post");
        ann.get("/", "ids", "1,2").refused(400, 100, "Unsupported request - method type: get");
    }

    @Test
    @Spec("01 §3")
    void letsAPostStandForAGet() {
        assertThat(ann.post("/me", "method", "get").ok().text("/id")).isEqualTo(me);
    }

    @Test
    @Spec("01 §3")
    void answersHeadLikeGetWithoutABody() {
        Answer head = ann.send("HEAD", "/me", "access_token", ann.token());

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.text()).isEmpty();
        assertThat(head.header("content-type")).isEqualTo("application/json; charset=UTF-8");
    }

    @Test
    @Spec("01 §13")
    void admitsBrowsersOfAnyOriginButNotAtTokenEndpoints() {
        Answer preflight = ann.send(ann.request("/me/threads")
                .header("Origin", "https://tool.example")
                .header("Access-Control-Request-Method", "POST")
                .method("OPTIONS", BodyPublishers.noBody()));
        assertThat(preflight.status()).isEqualTo(200);
        assertThat(preflight.header("access-control-allow-origin")).isEqualTo("*");
        assertThat(preflight.header("access-control-allow-methods")).isEqualTo("GET, POST, DELETE, OPTIONS");
        assertThat(preflight.header("access-control-allow-headers")).isEqualTo("Authorization, Content-Type");

        assertThat(ann.get("/me").header("access-control-expose-headers"))
                .isEqualTo("x-app-usage, x-fb-trace-id, facebook-api-version");
        assertThat(ann.send("GET", "/oauth/access_token").header("access-control-allow-origin"))
                .isEmpty();
    }

    @Test
    @Spec({"03 §7", "06 §4.2", "01 §12"})
    void asksForATokenAndNamesABadOne() {
        Answer none = ann.send("GET", "/me");
        none.refused(400, 2500, "An active access token must be used to query information about the current user.");
        assertThat(none.header("www-authenticate")).startsWith("OAuth \"Facebook Platform\" \"invalid_request\" ");

        ann.send("GET", "/" + me).refused(400, 104, "An access token is required to request this resource.");

        Answer bad = ann.send("GET", "/me", "access_token", "THAAnonsense");
        bad.refused(400, 190, "Invalid OAuth access token - Cannot parse access token");
        assertThat(bad.text("/error/type")).isEqualTo("OAuthException");
        assertThat(bad.header("www-authenticate")).startsWith("OAuth \"Facebook Platform\" \"invalid_token\" ");
    }

    @Test
    @Spec("01 §8")
    void showsFieldsInTheOrderOfTheRequestWithTheIdLast() {
        assertThat(ann.get("/me", "fields", " username , name,username").ok().text())
                .startsWith("{\"username\":\"ann\",\"name\":\"")
                .endsWith(",\"id\":\"" + me + "\"}");
        ann.get("/me", "fields", "id,colour").refused(500, 100, "Tried accessing nonexisting field (colour)");
        ann.get("/me", "fields", "id}")
                .refused(400, 2500, "Syntax error \"Expected end of string instead of \"}\".\" at character 2: id}");
    }

    @Test
    @Spec({"06 §6", "06 §3"})
    void answersUnknownPathsInTheEnvelope() {
        String missing =
                " does not exist, cannot be loaded due to missing permissions, or does not support this operation";
        ann.get("/zuck").refused(400, 100, 33, "Unsupported get request. Object with ID 'zuck'" + missing);
        ann.get("/" + dev.user("bob").id())
                .refused(
                        400,
                        100,
                        33,
                        "Unsupported get request. Object with ID '"
                                + dev.user("bob").id() + "'" + missing);
        ann.get("/3843852136068678657")
                .refused(400, 100, 33, "Unsupported get request. Object with ID '3843852136068678657'" + missing);
        ann.delete("/17").refused(400, 100, 33, "Unsupported delete request. Object with ID '17'" + missing);
        ann.get("/me/followers").refused(400, 100, "Tried accessing nonexisting field (followers)");
        ann.get("/a/b/c/d").refused(400, 2500, "Unknown path components: /c/d");
    }

    @Test
    @Spec({"01 §12", "06 §1", "05 §5"})
    void sendsTheHeadersOfTheFamily() {
        Answer answer = ann.get("/me");

        assertThat(answer.header("facebook-api-version")).isEqualTo("v1.0");
        assertThat(answer.header("x-fb-trace-id")).matches("A[A-Za-z0-9_-]{22}");
        assertThat(answer.header("x-fb-request-id")).isNotEmpty();
        assertThat(answer.header("cache-control")).isEqualTo("private, no-cache, no-store, must-revalidate");
        assertThat(answer.header("pragma")).isEqualTo("no-cache");
        assertThat(answer.header("expires")).isEqualTo("Sat, 01 Jan 2000 00:00:00 GMT");
        assertThat(answer.header("access-control-allow-origin")).isEqualTo("*");
        assertThat(answer.header("cross-origin-resource-policy")).isEqualTo("cross-origin");
        assertThat(answer.header("x-app-usage"))
                .matches("\\{\"call_count\":\\d+,\"total_cputime\":\\d+,\"total_time\":\\d+}");
        assertThat(ann.get("/me").header("x-fb-trace-id")).isNotEqualTo(answer.header("x-fb-trace-id"));
    }

    @Test
    @Spec("01 §9")
    void compressesWhenAsked() {
        String text = ann.get("/me/threads", "fields", "id,text,permalink,timestamp,username,shortcode")
                .ok()
                .text();
        Answer zipped = ann.send(ann.request("/me/threads?"
                        + Api.form(
                                "access_token",
                                ann.token(),
                                "fields",
                                "id,text,permalink,timestamp,username,shortcode"))
                .header("Accept-Encoding", "gzip")
                .GET());

        assertThat(zipped.status()).isEqualTo(200);
        assertThat(zipped.headers().allValues("vary").toString().toLowerCase(java.util.Locale.ROOT))
                .contains("origin");
        assertThat(Set.of("gzip", "")).contains(zipped.header("content-encoding"));
        assertThat(text).startsWith("{\"data\":[");
    }
}
