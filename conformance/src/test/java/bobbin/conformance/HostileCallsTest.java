package bobbin.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever is sent, the answer is JSON with a code of ours, and never a fault of ours (06 §3 rules 4 and 5). */
class HostileCallsTest {
    private static final List<String> NAMES = List.of(
            "media_type",
            "text",
            "reply_control",
            "topic_tag",
            "link_attachment",
            "text_entities",
            "allowlisted_country_codes",
            "auto_publish_text",
            "creation_id",
            "fields",
            "limit",
            "since",
            "until",
            "before",
            "after",
            "appsecret_proof",
            "appsecret_time",
            "method",
            "client_id",
            "client_secret",
            "code",
            "redirect_uri",
            "grant_type",
            "code_verifier",
            "input_token",
            "poll_attachment",
            "children",
            "reply_to_id",
            "is_spoiler_media",
            "crossreshare_to_ig");

    private static final List<String> VALUES = List.of(
            "\u0000",
            "a\u0000b",
            "\r\nX: y",
            "-1",
            "99999999999999999999999",
            "1e309",
            "NaN",
            "null",
            "undefined",
            "[]",
            "{}",
            "[[[[[[",
            "{\"a\":{\"a\":{\"a\":1}}}",
            "[null]",
            "{'",
            "%",
            "%s%n%d",
            "\u202e\ud83d\ude00",
            "<script>",
            "' or 1=1 --",
            "../../etc/passwd",
            "x".repeat(10_000),
            "TH|1|x",
            "id{",
            "owner{owner{owner{owner{id}}}}",
            "QVFIAAAA",
            "http://");

    private final Dev dev = Dev.server();
    private final Stage stage = new Stage(dev);
    private final Api api = stage.api(stage.person());

    @Test
    @Spec({"06 §3", "01 §4"})
    void answersEveryStrangeValueOfEveryParameter() {
        String post = api.publish("x");
        String container =
                api.post("/me/threads", "media_type", "TEXT", "text", "x").text("/id");
        List<String> paths = List.of(
                "/me",
                "/me/threads",
                "/me/threads_publish",
                "/me/threads_publishing_limit",
                "/" + post,
                "/" + container,
                "/oauth/access_token",
                "/access_token",
                "/refresh_access_token",
                "/debug_token",
                "/nowhere");
        int turn = 0;
        for (String name : NAMES) {
            for (String value : VALUES) {
                String path = paths.get(turn++ % paths.size());
                answered(api.get(path, name, value), path, name, value);
                answered(api.post(path, name, value), path, name, value);
                answered(json(path, name, value), path, name, value);
            }
        }
    }

    @Test
    @Spec({"06 §3", "01 §4"})
    void answersBodiesOfEveryShape() {
        List<String> bodies = new ArrayList<>(List.of(
                "",
                " ",
                "{",
                "}",
                "[]",
                "\"x\"",
                "null",
                "1",
                "{\"a\"",
                "{\"a\":1}{\"b\":2}",
                "{\"a\":1} x",
                "{/**/}",
                "[".repeat(5000),
                "{\"a\":".repeat(100) + "1" + "}".repeat(100),
                "{\"text\":" + "1".repeat(200) + "}",
                "{\"text\":\"\\ud83d\"}",
                "text=%",
                "text=%zz",
                "text=%ff",
                "=",
                "&&&",
                "a".repeat(10_000),
                "\u0000",
                "--b",
                "--b--",
                "--b\r\n\r\n",
                "--b\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\ncut off"));
        bodies.add("p=v&".repeat(10_000));
        bodies.add("fields[]=id&".repeat(10_000));
        bodies.add("--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n".repeat(2_000) + "--b--\r\n");
        for (String type : List.of(
                "application/json",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=b",
                "multipart/form-data",
                "multipart/form-data; boundary=" + "x".repeat(300),
                "text/plain",
                "image/png",
                ";;")) {
            for (String body : bodies) {
                for (String method : List.of("GET", "POST", "DELETE")) {
                    HttpRequest.Builder request = api.request("/me/threads?access_token=" + api.token())
                            .header("Content-Type", type)
                            .method(method, BodyPublishers.ofString(body));
                    answered(api.send(request), method, type, body);
                }
            }
        }
    }

    @Test
    @Spec({"06 §3", "15 §15.19"})
    void showsPeopleAPageWhateverTheAddress() {
        for (String path : List.of(
                "/@%00",
                "/@%ff",
                "/@a%0d%0ab",
                "/@" + "x".repeat(5000),
                "/login?next=%00",
                "/login?next=//evil.example",
                "/login?next=" + "%25".repeat(5000),
                "/settings?x=" + "%25".repeat(5000),
                "/p/%00",
                "/assets/..%2f..%2fetc",
                "/reset/new?secret=%00",
                "/oauth/authorize?client_id=%00",
                "/developers/apps/%00",
                "/developers/apps/-1")) {
            var page = new Window(dev.web()).open(path).response();
            assertThat(page.statusCode()).as(path).isLessThan(500);
            assertThat(page.body()).as(path).doesNotContain("\tat ", "Exception:", "java.");
        }
    }

    private Answer json(String path, String name, String value) {
        String text = tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(value);
        return api.send(api.request(path + "?access_token=" + api.token())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"" + name + "\":" + text + "}")));
    }

    private static void answered(Answer answer, String... what) {
        String said = String.join(" ", what)
                        .substring(0, Math.min(300, String.join(" ", what).length())) + " -> " + answer.text();
        assertThat(answer.status()).as(said).isIn(200, 400, 403, 500);
        assertThat(answer.header("content-type")).as(said).isEqualTo("application/json; charset=UTF-8");
        assertThat(answer.text()).as(said).startsWith("{").doesNotContain("\tat ", "Exception:", "java.");
        assertThat(answer.at("/error/code").asInt(0)).as(said).isNotEqualTo(2);
    }
}
