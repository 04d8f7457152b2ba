package bobbin.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bobbin.base.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every pair of 04 §3 on a text: what goes together, and what does not. */
class CombinationTest {
    private static final Map<String, Consumer<Sketch>> PARTS = new LinkedHashMap<>();

    static {
        PARTS.put("image", Sketch::image);
        PARTS.put("poll", sketch -> sketch.poll("a", "b"));
        PARTS.put("long text", sketch -> sketch.longText("long"));
        PARTS.put("long text with link", sketch -> sketch.longTextWithLink("https://b.example"));
        PARTS.put("gif", sketch -> sketch.gif("x", "GIPHY"));
        PARTS.put("link", sketch -> sketch.link("https://a.example"));
        PARTS.put("quote", sketch -> sketch.quoting(new bobbin.base.Id(1)));
        PARTS.put("ghost", Sketch::ghost);
        PARTS.put("approvals", Sketch::approvingReplies);
        PARTS.put(
                "spoilers", sketch -> sketch.spoilers(new Spoiler.Entity("SPOILER", Optional.of(0L), Optional.of(1L))));
    }

    @ParameterizedTest
    @CsvSource({
        "poll, spoilers",
        "poll, quote",
        "poll, ghost",
        "poll, approvals",
        "long text, link",
        "long text, quote",
        "long text, ghost",
        "long text, approvals",
        "gif, quote",
        "gif, ghost",
        "gif, approvals",
        "link, quote",
        "link, ghost",
        "link, approvals",
        "ghost, quote",
        "ghost, spoilers",
        "quote, approvals"
    })
    void allows(String one, String other) {
        assertThat(refusal(one, other)).isNull();
        assertThat(refusal(other, one)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "poll, long text, poll_attachment and text_attachment cannot be used together.",
        "gif, poll, gif_attachment and poll_attachment cannot be used together.",
        "gif, long text, gif_attachment and text_attachment cannot be used together.",
        "ghost, approvals, is_ghost_post and enable_reply_approvals cannot be used together."
    })
    void refuses(String one, String other, String words) {
        for (List<String> order : List.of(List.of(one, other), List.of(other, one))) {
            Refusal refusal = refusal(order.getFirst(), order.getLast());

            assertThat(refusal).hasMessage("Invalid parameter");
            assertThat(refusal.problem().userTitle()).contains("Invalid Attachment");
            assertThat(refusal.problem().userMessage()).contains(words);
        }
    }

    @ParameterizedTest
    @CsvSource({"poll, link", "gif, link", "long text with link, link"})
    void refusesLinksInTheirOwnWords(String one, String other) {
        Refusal refusal = refusal(one, other);

        assertThat(refusal).hasMessage("Fatal");
        assertThat(refusal.problem().code()).isEqualTo(-1);
        assertThat(refusal.problem().subcode()).hasValue(4279047);
    }

    @ParameterizedTest
    @CsvSource({"poll, poll_attachment", "long text, text_attachment", "gif, gif_attachment", "ghost, is_ghost_post"})
    void refusesWhatIsForTextsOnlyBesideAnImage(String part, String name) {
        assertThat(refusal("image", part).problem().userMessage())
                .contains(name + " and media_type IMAGE cannot be used together.");
    }

    @ParameterizedTest
    @CsvSource({"quote", "approvals", "spoilers"})
    void allowsBesideAnImage(String part) {
        assertThat(refusal("image", part)).isNull();
    }

    @Test
    void refusesALinkBesideAnImageInItsOwnWords() {
        assertThat(refusal("image", "link")).hasMessage("Fatal");
    }

    private static Refusal refusal(String one, String other) {
        Sketch sketch = new Sketch();
        Optional.ofNullable(PARTS.get(one)).orElseThrow().accept(sketch);
        Optional.ofNullable(PARTS.get(other)).orElseThrow().accept(sketch);
        return catchThrowableOfType(Refusal.class, () -> Content.of(sketch.draft(), Town.SETTINGS));
    }
}
