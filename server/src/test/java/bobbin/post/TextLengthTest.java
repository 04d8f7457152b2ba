package bobbin.post;

import static bobbin.post.TextLength.CODE_POINTS;
import static bobbin.post.TextLength.GRAPHEMES_EMOJI_BYTES;
import static bobbin.post.TextLength.UTF8_BYTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of 04 §4.1. */
class TextLengthTest {

    @ParameterizedTest
    @CsvSource({
        "hello, 5, 5, 5",
        "’, 1, 3, 1",
        "é, 1, 2, 1",
        "e\u0301, 1, 3, 2",
        "日本語, 3, 9, 3",
        "👍, 4, 4, 1",
        "👍🏽, 8, 8, 2",
        "👨‍👩‍👧, 18, 18, 5",
        "❤\uFE0F, 6, 6, 2",
        "❤, 1, 3, 1",
        "🇯🇵, 8, 8, 2",
        "1\uFE0F\u20E3, 7, 7, 3",
        "🏳\uFE0F\u200D🌈, 14, 14, 4",
        "©, 1, 2, 1",
        "©\uFE0F, 5, 5, 2"
    })
    void countsInThreeWays(String text, int graphemes, int bytes, int codePoints) {
        assertThat(GRAPHEMES_EMOJI_BYTES.of(text)).isEqualTo(graphemes);
        assertThat(UTF8_BYTES.of(text)).isEqualTo(bytes);
        assertThat(CODE_POINTS.of(text)).isEqualTo(codePoints);
    }

    @Test
    void takesALineEndOfTwoCharactersForOne() {
        assertThat(GRAPHEMES_EMOJI_BYTES.of("a\r\nb\n")).isEqualTo(4);
    }

    @Test
    void addsUpMixedText() {
        assertThat(GRAPHEMES_EMOJI_BYTES.of("Tea? 🍵 Grüße 🇯🇵")).isEqualTo(5 + 4 + 7 + 8);
    }

    @Test
    void countsNothingInAnEmptyText() {
        assertThat(GRAPHEMES_EMOJI_BYTES.of("")).isZero();
        assertThat(UTF8_BYTES.of("")).isZero();
        assertThat(CODE_POINTS.of("")).isZero();
    }

    /** A text of 500 characters is not a megabyte. */
    @Test
    void countsMarksWithoutEndUponOneLetter() {
        assertThat(GRAPHEMES_EMOJI_BYTES.of("e" + "\u0301".repeat(32))).isEqualTo(1);
        assertThat(GRAPHEMES_EMOJI_BYTES.of("e" + "\u0301".repeat(34))).isEqualTo(3);
        assertThat(TextLength.clusters("e" + "\u0301".repeat(82))).isEqualTo(51);
        for (String mark : List.of("\u0301", "\u200d", "\ufe0f", "\u1100", "\u0600")) {
            assertThat(GRAPHEMES_EMOJI_BYTES.of("a" + mark.repeat(40_000))).isGreaterThan(500);
            assertThat(GRAPHEMES_EMOJI_BYTES.of("a" + mark.repeat(400_000))).isGreaterThan(500);
        }
    }

    @Test
    void countsASingleRegionalLetterAsOne() {
        assertThat(TextLength.clusters("🇯🇵🇯🇵")).isEqualTo(2);
        assertThat(GRAPHEMES_EMOJI_BYTES.of("🇯")).isEqualTo(4);
    }
}
