package bobbin.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a text may be, and what is found in it. */
class TextTest {
    private static final String TOO_LONG = "Param text must be at most 500 characters long.";

    private final Api ann = Dev.server().as("ann");

    @ParameterizedTest
    @CsvSource({
        "x, 500",
        "é, 500",
        "日, 500",
        "’, 500",
        "👍, 125",
        "👍🏽, 62",
        "👨‍👩‍👧, 27",
        "🇯🇵, 62",
        "1️⃣, 71",
        "🏳️‍🌈, 35",
        "©, 500",
        "❤, 500",
        "❤️, 83"
    })
    @Spec("04 §4.1")
    void countsATextByGraphemesAndEmojiByBytes(String grapheme, int most) {
        draft(grapheme.repeat(most)).ok();
        draft(grapheme.repeat(most + 1)).refused(400, 100, TOO_LONG);
    }

    @Test
    @Spec("04 §4.1")
    void keepsATextAsItWasSent() {
        for (String text : List.of(
                "  two  blanks ",
                "e\u0301",
                "line\nbreak\r\n",
                "<b>&amp;</b>",
                "\u202eabc",
                "a\u0000b".replace("\u0000", "\u0000"))) {
            String post = ann.publish(text);
            assertThat(ann.get("/" + post, "fields", "text").ok().text("/text")).isEqualTo(text.replace("\u0000", ""));
        }
    }

    @Test
    @Spec("04 §4.2")
    void admitsFiveDifferentLinks() {
        String five = "https://a.example https://b.example www.c.example http://d.example https://e.example/x";
        draft(five).ok();
        draft(five + " https://a.example").ok();
        String limit = "THREADS_API__LINK_LIMIT_EXCEEDED: Posts may contain at most 5 links.";
        draft(five + " https://f.example").refused(400, 100, limit);
        ann.post("/me/threads", "media_type", "TEXT", "text", five, "link_attachment", "https://g.example")
                .refused(400, 100, limit);
        ann.post("/me/threads", "media_type", "TEXT", "text", five, "link_attachment", "https://www.c.example")
                .ok();
    }

    @Test
    @Spec({"04 §5.1", "06 §4.1"})
    void refusesABadLinkAttachment() {
        Answer refused = ann.post("/me/threads", "media_type", "TEXT", "text", "x", "link_attachment", "not a link");

        refused.refused(400, -1, 4279047, "Fatal");
        assertThat(refused.text("/error/error_user_title")).isEqualTo("Invalid Link Attachment");
        assertThat(refused.text("/error/error_user_msg"))
                .isEqualTo("The post you're trying to publish has an invalid link attachment.");
    }

    @ParameterizedTest
    @CsvSource({"'hello #tea time', tea", "'#1 #two', two", "'#a.b', a", "'#a&b', a", "'#tag!', tag"})
    @Spec({"04 §4.4", "04 §20"})
    void findsTheTopicInTheText(String text, String topic) {
        assertThat(ann.get("/" + ann.publish(text), "fields", "topic_tag,text")
                        .ok()
                        .text("/topic_tag"))
                .isEqualTo(topic);
    }

    @Test
    @Spec("04 §4.4")
    void takesTheTopicFromItsParameter() {
        assertThat(ann.get("/" + ann.publish("x #other", "topic_tag", " #Tea time "), "fields", "topic_tag")
                        .text("/topic_tag"))
                .isEqualTo("Tea time");
        assertThat(ann.get("/" + ann.publish("# x and #" + "y".repeat(51)), "fields", "topic_tag")
                        .has("/topic_tag"))
                .isFalse();
        ann.post("/me/threads", "media_type", "TEXT", "text", "x", "topic_tag", "y".repeat(51))
                .refused(400, 100, "Param topic_tag must be at most 50 characters long.");
        ann.post("/me/threads", "media_type", "TEXT", "text", "x", "topic_tag", "a.b")
                .refused(400, 100, "Param topic_tag contains unsupported characters.");
    }

    private Answer draft(String text) {
        return ann.post("/me/threads", "media_type", "TEXT", "text", text);
    }
}
