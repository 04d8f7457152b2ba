package bobbin.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of 04 §4.4 and the check 04 §20.5. */
class TopicTagTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "#a.b | a",
                "#a&b | a",
                "#tag! | tag",
                "#tag, and more | tag",
                "tea #one #two | one",
                "#1 #2nd | 2nd",
                "(#tag | tag",
                "#日本 語 | 日本",
                "#a@b | a",
                "#a:b;c | a",
                "##tag | tag",
                "https://a.example/#part #tag | tag"
            })
    void findsTheFirstValidTag(String text, String tag) {
        assertThat(TopicTag.in(text)).contains(tag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#1", "#2026", "# x", "#", "#.a", "a#b", "no tag", "https://a.example/#part"})
    void findsNoTag(String text) {
        assertThat(TopicTag.in(text)).isEmpty();
    }

    @Test
    void endsATagAtEveryKindOfBlank() {
        assertThat(TopicTag.in("#a\tb")).contains("a");
        assertThat(TopicTag.in("#a\nb")).contains("a");
        assertThat(TopicTag.in("#a\u00A0b")).contains("a");
    }

    @Test
    void passesOverATagOfMoreThan50Characters() {
        assertThat(TopicTag.in("#" + "é".repeat(50))).contains("é".repeat(50));
        assertThat(TopicTag.in("#" + "x".repeat(51) + " #next")).contains("next");
        assertThat(TopicTag.in("#" + "x".repeat(51))).isEmpty();
    }

    @Test
    void readsTheParameterWithoutHashAndOuterBlanks() {
        assertThat(TopicTag.of(" #Slow Food ")).isEqualTo("Slow Food");
        assertThat(TopicTag.of("2026")).isEqualTo("2026");
        assertThat(TopicTag.of("e\u0301".repeat(50))).isEqualTo("e\u0301".repeat(50));
    }

    @Test
    void refusesAParameterOfMoreThan50Characters() {
        assertThatThrownBy(() -> TopicTag.of("x".repeat(51)))
                .hasMessage("Param topic_tag must be at most 50 characters long.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b", "a&b", "#", "."})
    void refusesUnsupportedCharacters(String tag) {
        assertThatThrownBy(() -> TopicTag.of(tag)).hasMessage("Param topic_tag contains unsupported characters.");
    }
}
