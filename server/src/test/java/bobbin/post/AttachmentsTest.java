package bobbin.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bobbin.base.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Polls, long texts and moving pictures (04 §5.2, §5.3, §5.4), and when a post needs no text (04 §4.6). */
class AttachmentsTest {
    private final Sketch sketch = new Sketch();

    @Test
    void takesTwoToFourOptions() {
        assertThat(attachment(sketch.poll("a", "b"))).contains(new Poll(List.of("a", "b")));
        assertThat(attachment(sketch.poll("a", "b", "c", "d"))).contains(new Poll(List.of("a", "b", "c", "d")));
    }

    @Test
    void takesAnEmptyOptionForNone() {
        assertThat(attachment(sketch.poll("a", "b", "", ""))).contains(new Poll(List.of("a", "b")));
        assertThat(attachment(sketch.poll("a", "b", "", "d"))).contains(new Poll(List.of("a", "b", "d")));
    }

    @Test
    void refusesAPollWithoutItsFirstOptions() {
        refuses(sketch.poll("a"), "The parameter poll_attachment[option_b] is required");
        refuses(sketch.poll(" ", "b"), "The parameter poll_attachment[option_a] is required");
    }

    @Test
    void takesOptionsOf25CharactersAndNoMore() {
        assertThat(attachment(sketch.poll("x".repeat(25), "👨‍👩‍👧".repeat(25))))
                .isPresent();
        refuses(
                sketch.poll("a", "b", "x".repeat(26)),
                "Param poll_attachment[option_c] must be at most 25 characters long.");
    }

    @Test
    void ignoresAPollWithoutAnyOption() {
        assertThat(Poll.of(Map.of())).isEmpty();
    }

    @Test
    void takesLongTextsOf10000CharactersAndNoMore() {
        assertThat(attachment(sketch.longText("💬".repeat(10_000)))).isPresent();
        refuses(
                sketch.longText("x".repeat(10_001)),
                "Param text_attachment[plaintext] must be at most 10000 characters long.");
        refuses(sketch.longText(" "), "The parameter text_attachment[plaintext] is required");
    }

    @Test
    void keepsStylesAsTheyWereSent() {
        LongText text = (LongText)
                attachment(sketch.longText("0123456789", style(0, 7, "Bold", "italic"), style(7, 3, "STRIKETHROUGH")))
                        .orElseThrow();

        assertThat(text.styles())
                .containsExactly(
                        new Styled(0, 7, List.of(Styled.Style.BOLD, Styled.Style.ITALIC)),
                        new Styled(7, 3, List.of(Styled.Style.STRIKETHROUGH)));
        assertThat(Styled.read(Styled.write(text.styles()))).isEqualTo(text.styles());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 11, bold",
        "-1, 2, bold",
        "0, 0, bold",
        "10, 1, bold",
        "0, 2, blinking",
        "9223372036854775807, 2, bold"
    })
    void refusesRangesOutsideTheTextAndUnknownStyles(long offset, long length, String style) {
        refuses(sketch.longText("0123456789", style(offset, length, style)), "Invalid parameter");
    }

    @Test
    void refusesStylesThatOverlap() {
        refuses(sketch.longText("0123456789", style(4, 3, "bold"), style(0, 5, "italic")), "Invalid parameter");
    }

    @Test
    void refusesABadLinkInALongText() {
        refuses(sketch.longTextWithLink("ftp://a.example"), "Fatal");
    }

    @Test
    void countsTheLinkOfALongTextButNotThoseInIt() {
        String five = "https://a.example https://b.example https://c.example https://d.example https://e.example";

        assertThat(attachment(sketch.text(five).longText(five + " https://f.example")))
                .isPresent();
        assertThat(attachment(sketch.text(five).longTextWithLink("https://a.example")))
                .isPresent();
        assertThatThrownBy(() -> attachment(sketch.text(five).longTextWithLink("https://f.example")))
                .hasMessageStartingWith("THREADS_API__LINK_LIMIT_EXCEEDED");
    }

    @Test
    void takesGifsOfGiphy() {
        assertThat(attachment(sketch.gif("a-B_9", "giphy"))).contains(new Gif(Gif.Provider.GIPHY, "a-B_9"));
        assertThat(Gif.read(new Gif(Gif.Provider.GIPHY, "x").write())).isEqualTo(new Gif(Gif.Provider.GIPHY, "x"));
    }

    @Test
    void takesGifsOfTenorWhereTheOperatorSaysSo() {
        refuses(sketch.gif("x", "TENOR"), "Param gif_attachment[provider] must be one of {GIPHY} - got \"TENOR\".");
        assertThat(Content.of(sketch.gif("x", "TENOR").draft(), Sketch.settings(PostSettings.TENOR_ENABLED, true))
                        .attachment())
                .contains(new Gif(Gif.Provider.TENOR, "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "../x", "a b", "ü", ""})
    void refusesGifsOfNoValidId(String id) {
        refuses(sketch.gif(id, "GIPHY"), "Param gif_attachment[gif_id] contains unsupported characters.");
    }

    @Test
    void needsNoTextBesideAGifALongTextOrAQuote() {
        assertThat(attachment(new Sketch().wordless().gif("x", "GIPHY"))).isPresent();
        assertThat(attachment(new Sketch().wordless().longText("x"))).isPresent();
        assertThat(attachment(new Sketch().wordless().quoting(new bobbin.base.Id(1))))
                .isEmpty();
        refuses(new Sketch().wordless().poll("a", "b"), "The parameter text is required");
    }

    @Test
    void showsNoCardBesideAnAttachment() {
        assertThat(Content.of(
                                sketch.text("see https://a.example")
                                        .poll("a", "b")
                                        .draft(),
                                Town.SETTINGS)
                        .link())
                .isEmpty();
    }

    private static Optional<Attachment> attachment(Sketch sketch) {
        return Content.of(sketch.draft(), Town.SETTINGS).attachment();
    }

    private static void refuses(Sketch sketch, String message) {
        ThrowingCallable call = () -> attachment(sketch);
        assertThatThrownBy(call).isInstanceOf(Refusal.class).hasMessage(message);
    }

    private static Styled.Sent style(long offset, long length, String... styles) {
        return new Styled.Sent(Optional.of(offset), Optional.of(length), List.of(styles));
    }
}
