package bobbin.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a text may hold, and what goes with it. */
class TextRulesTest {
    private final Dev dev = Dev.server();
    private final Api api = dev.as("dan");

    @Test
    @Spec({"04 §3", "06 §7"})
    void namesTheTwoParametersThatDoNotGoTogether() {
        Answer refused = api.post("/me/threads", "media_type", "TEXT", "text", "x", "is_spoiler_media", "true")
                .refused(400, 100, "Invalid parameter");

        assertThat(refused.json().at("/error").propertyNames())
                .containsExactly("message", "type", "code", "error_user_title", "error_user_msg", "fbtrace_id");
        assertThat(refused.text("/error/type")).isEqualTo("OAuthException");
        assertThat(refused.text("/error/error_user_title")).isEqualTo("Invalid Attachment");
        assertThat(refused.text("/error/error_user_msg")).contains("is_spoiler_media", "TEXT");
    }

    @Test
    @Spec({"04 §2", "04 §19"})
    void saysWhatIsWrongInTheOrderOfTheSpecification() {
        String tooLong = "x".repeat(501);
        api.post("/me/threads", "text", tooLong, "link_attachment", "bad")
                .refused(400, 100, "The parameter media_type is required");
        api.post("/me/threads", "media_type", "TEXT", "link_attachment", "bad")
                .refused(400, 100, "The parameter text is required");
        api.post("/me/threads", "media_type", "TEXT", "text", tooLong, "reply_control", "nobody")
                .refused(400, 100, "Param text must be at most 500 characters long.");
        api.post("/me/threads", "media_type", "TEXT", "text", "x", "topic_tag", "a.b", "is_spoiler_media", "1")
                .refused(400, 100, "Param topic_tag contains unsupported characters.");
    }

    @ParameterizedTest
    @CsvSource({
        "'look at https://a.example/x?y=1.', '', https://a.example/x?y=1",
        "'(see www.b.example/a(b))', '', https://www.b.example/a(b)",
        "'https://a.example', www.c.example, www.c.example",
        "'no link', https://d.example/#part, https://d.example/#part",
        "'a.example is none', '', ''",
        "'https://nodot and https://e.example', '', https://e.example"
    })
    @Spec({"04 §4.2", "04 §5.1", "07 §7.3"})
    void makesACardOfTheAttachedLinkOrElseOfTheFirst(String text, String attached, String card) {
        String post = api.publish(text, "link_attachment", attached);
        Answer read = api.get("/" + post, "fields", "link_attachment_url,text").ok();

        assertThat(read.text("/text")).isEqualTo(text);
        assertThat(read.has("/link_attachment_url")).isEqualTo(!card.isEmpty());
        assertThat(read.at("/link_attachment_url").asString("")).isEqualTo(card);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://a.example",
                "a.example",
                "http://",
                "https://nodot",
                "https://u:p@a.example",
                "javascript:alert(1)",
                "https://a .example",
                "file:///etc/passwd",
                "https://a.example/\n"
            })
    @Spec({"04 §5.1", "06 §4.1"})
    void refusesWhatCannotBeAttached(String link) {
        if (link.endsWith("\n")) {
            api.post("/me/threads", "media_type", "TEXT", "text", "x", "link_attachment", link)
                    .ok(); // blanks around a link do not count
            return;
        }
        api.post("/me/threads", "media_type", "TEXT", "text", "x", "link_attachment", link)
                .refused(400, -1, 4279047, "Fatal");
    }

    @Test
    @Spec("04 §5.1")
    void takesALinkOf2048Characters() {
        String longest = "https://a.example/" + "x".repeat(2048 - 18);
        api.post("/me/threads", "media_type", "TEXT", "text", "x", "link_attachment", longest)
                .ok();
        api.post("/me/threads", "media_type", "TEXT", "text", "x", "link_attachment", longest + "x")
                .refused(400, -1, 4279047, "Fatal");
    }

    @Test
    @Spec("04 §15")
    void saysThatSharingFailedWhereThePostIsMade() {
        Answer drafted = api.post("/me/threads", "media_type", "TEXT", "text", "x", "crossreshare_to_ig", "true")
                .ok();
        String container = drafted.text("/id");
        assertThat(drafted.text()).isEqualTo("{\"id\":\"" + container + "\"}");
        Answer published =
                api.post("/me/threads_publish", "creation_id", container).ok();
        assertThat(published.text())
                .isEqualTo("{\"id\":\"" + published.text("/id") + "\",\"crossreshare_to_ig_status\":\"FAILED\"}");

        String plain =
                api.post("/me/threads", "media_type", "TEXT", "text", "x").text("/id");
        assertThat(api.post(
                                "/me/threads_publish",
                                "creation_id",
                                plain,
                                "crossreshare_to_ig",
                                "1",
                                "crossreshare_to_ig_dark_mode",
                                "1")
                        .ok()
                        .text("/crossreshare_to_ig_status"))
                .isEqualTo("FAILED");
        assertThat(api.post(
                                "/me/threads",
                                "media_type",
                                "TEXT",
                                "text",
                                "x",
                                "crossreshare_to_ig",
                                "yes",
                                "auto_publish_text",
                                "yes")
                        .ok()
                        .text("/crossreshare_to_ig_status"))
                .isEqualTo("FAILED");
    }

    @Test
    @Spec({"04 §4.1", "06 §3"})
    void admitsNoMegabyteInFiveHundredCharacters() {
        api.post("/me/threads", "media_type", "TEXT", "text", "e" + "\u0301".repeat(30))
                .ok();
        api.post("/me/threads", "media_type", "TEXT", "text", "e" + "\u0301".repeat(50_000))
                .refused(400, 100, "Param text must be at most 500 characters long.");
    }

    @Test
    @Spec({"04 §4.1", "01 §4"})
    void removesWhatNoTextMayHold() {
        String body =
                "{\"media_type\":\"TEXT\",\"text\":\"a\\u0000b\\ud83dc\",\"topic_tag\":\"\\u0000t\",\"auto_publish_text\":true}";
        Answer published = api.send(api.request("/me/threads?access_token=" + api.token())
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body)));

        assertThat(api.get("/" + published.ok().text("/id"), "fields", "text,topic_tag")
                        .text())
                .startsWith("{\"text\":\"abc\",\"topic_tag\":\"t\",");
        api.send(api.request("/me/threads?access_token=" + api.token())
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                                "{\"media_type\":\"TEXT\",\"text\":\"\\ud83d\"}")))
                .refused(400, 100, "The parameter text is required");
    }
}
