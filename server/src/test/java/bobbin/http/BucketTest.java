package bobbin.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bobbin.http.Malformed.Kind;
import org.junit.jupiter.api.Test;

/** Where parameters may stand (01 §4). */
class BucketTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";

    private static Parameters bucket(String contentType, String body) {
        return Bucket.of(
                Request.of("POST", "/me/threads?text=query&media_type=TEXT").withBody(contentType, body));
    }

    private static void refuses(Kind kind, String contentType, String body) {
        assertThatThrownBy(() -> bucket(contentType, body))
                .as(body)
                .isInstanceOfSatisfying(
                        Malformed.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }

    @Test
    void letsTheBodyWin() {
        for (var parameters : new Parameters[] {
            bucket(FORM, "text=body&other=1"),
            bucket(JSON, "{\"text\":\"body\",\"other\":1}"),
            bucket("multipart/form-data; boundary=b", multipart("text", "body", "other", "1"))
        }) {
            assertThat(parameters.all("text")).containsExactly("body");
            assertThat(parameters.get("other")).contains("1");
            assertThat(parameters.get("media_type")).contains("TEXT");
        }
    }

    @Test
    void leavesTheQueryWhereTheBodySaysNothing() {
        assertThat(bucket(FORM, "text=").get("text")).contains("query");
        assertThat(bucket(JSON, "{\"text\":null}").get("text")).contains("query");
        assertThat(bucket(JSON, "").get("text")).contains("query");
        assertThat(bucket(JSON, "{}").get("text")).contains("query");
    }

    @Test
    void looksAtTheBodyAndNotAtItsHeader() {
        assertThat(bucket("text/plain", "text=body").get("text")).contains("body");
        assertThat(bucket(JSON, "text=body").get("text")).contains("body");
        assertThat(bucket(FORM, " {\"text\":\"body\"}").get("text")).contains("body");
        assertThat(bucket("", "{'text':'body',}").get("text")).contains("body");
    }

    @Test
    void passesOverTheMarkOfByteOrder() {
        assertThat(bucket(JSON, "\ufeff{\"text\":\"body\"}").get("text")).contains("body");
        assertThat(bucket(FORM, "\ufefftext=body").get("text")).contains("body");
        assertThat(bucket(FORM, "\ufeff").get("text")).contains("query");
    }

    @Test
    void leavesOutWhatNoTextMayHold() {
        for (var parameters : new Parameters[] {
            bucket(FORM, "text=a%00b&x%00=%00"),
            bucket(JSON, "{\"text\":\"a\\u0000b\",\"x\":\"\\ud83d\"}"),
            bucket("multipart/form-data; boundary=b", multipart("text", "a\u0000b", "x", "\u0000"))
        }) {
            assertThat(parameters.get("text")).contains("ab");
            assertThat(parameters.get("x")).isEmpty();
        }
    }

    @Test
    void keepsObjectsAndListsAsJson() {
        var parameters = bucket(
                JSON,
                "{\"poll_attachment\":{\"option_a\":\"ü/\"},\"children\":[\"1\",2],\"reply\":true,\"n\":12345678901234567890}");

        assertThat(parameters.get("poll_attachment")).contains("{\"option_a\":\"ü/\"}");
        assertThat(parameters.get("children")).contains("[\"1\",2]");
        assertThat(parameters.get("reply")).contains("true");
        assertThat(parameters.get("n")).contains("12345678901234567890");
    }

    @Test
    void keepsWhatNobodyKnows() {
        assertThat(bucket(JSON, "{\"httpsAgent\":{\"a\":[{}]}}").names()).contains("httpsAgent");
    }

    @Test
    void refusesWhatCannotBeRead() {
        refuses(Kind.JSON, JSON, "{\"text\":");
        refuses(Kind.JSON, JSON, "[1]");
        refuses(Kind.JSON, JSON, "\"text\"");
        refuses(Kind.FORM, FORM, "text=%zz");
        refuses(Kind.MULTIPART, "multipart/form-data", "text=body");
        refuses(Kind.MULTIPART, "multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"a\"");
    }

    @Test
    void readsTheBodyOfAGet() {
        var get =
                Request.of("GET", "/keyword_search").withBody("multipart/form-data; boundary=b", multipart("q", "ü+%"));

        assertThat(Bucket.of(get).get("q")).contains("ü+%");
    }

    @Test
    void findsTheBoundaryThatTheHeaderForgot() {
        assertThat(bucket("multipart/form-data", multipart("a", "1")).get("a")).contains("1");
    }

    @Test
    void gathersRepeatedPartsOfAForm() {
        String body = multipart("c[]", "DE", "c[]", "FR", "e", "");

        assertThat(bucket("multipart/form-data; boundary=\"b\"", body).all("c")).containsExactly("DE", "FR");
        assertThat(bucket("multipart/form-data; boundary=\"b\"", body).names()).doesNotContain("e");
    }

    @Test
    void refusesAFormOfTooManyParts() {
        String[] many = new String[2002];
        for (int i = 0; i < many.length; i++) {
            many[i] = "a" + i;
        }
        refuses(Kind.MULTIPART, "multipart/form-data; boundary=b", multipart(many));
    }

    @Test
    void handsOutFiles() {
        String body = """
                --b
                Content-Disposition: form-data; name="picture"; filename="Käse.png"
                Content-Type: image/png

                bytes
                --b
                Content-Disposition: form-data; name="none"; filename=""
                Content-Type: application/octet-stream


                --b
                Content-Disposition: form-data; name="bio"

                hello
                --b--
                """.replace("\n", "\r\n");
        var request = Request.of("POST", "/settings").withBody("multipart/form-data; boundary=b", body);

        assertThat(request.file("picture")).contains(new Upload("Käse.png", "image/png", "bytes".getBytes(UTF_8)));
        assertThat(request.file("none")).isEmpty();
        assertThat(request.form().get("bio")).contains("hello");
        assertThat(request.form().get("picture")).isEmpty();
    }

    private static String multipart(String... namesAndValues) {
        var body = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            body.append("--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(namesAndValues[i], namesAndValues[i + 1]));
        }
        return body.append("--b--\r\n").toString();
    }
}
