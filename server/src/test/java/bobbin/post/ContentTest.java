package bobbin.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bobbin.base.Problem;
import bobbin.base.Refusal;
import bobbin.base.Setting;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of 04 §3, 04 §4.1, 04 §4.2, 04 §4.5, 04 §5.1 and 04 §6 for texts: each at its limit and one beyond. */
class ContentTest {
    private final PostSettings settings = PostSettings.from(Setting::standard);
    private final Sketch sketch = new Sketch();

    @Test
    void keepsTheTextAsItWasSent() {
        assertThat(of(new Sketch().text("  Hi \u0000there\r\n")).text()).contains("  Hi there\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t\u00A0"})
    void refusesATextOfBlanks(String text) {
        assertThatThrownBy(() -> of(new Sketch().text(text))).hasMessage("The parameter text is required");
    }

    @Test
    void takes500CharactersAndNoMore() {
        assertThat(of(new Sketch().text("x".repeat(499))).text()).isPresent();
        assertThat(of(new Sketch().text("x".repeat(500))).text()).isPresent();
        assertThatThrownBy(() -> of(new Sketch().text("x".repeat(501))))
                .hasMessage("Param text must be at most 500 characters long.");
    }

    @Test
    void takes125EmojiAndNoMore() {
        assertThat(of(new Sketch().text("👍".repeat(125))).text()).isPresent();
        assertThatThrownBy(() -> of(new Sketch().text("👍".repeat(125) + "x")))
                .hasMessage("Param text must be at most 500 characters long.");
    }

    @Test
    void countsAsTheOperatorChose() {
        String japanese = "語".repeat(500);
        PostSettings bytes = Sketch.settings(PostSettings.COUNT_MODE, TextLength.UTF8_BYTES);

        assertThat(of(new Sketch().text(japanese)).text()).contains(japanese);
        assertThatThrownBy(() -> Content.of(new Sketch().text(japanese).draft(), bytes))
                .hasMessage("Param text must be at most 500 characters long.");
        assertThat(Content.of(new Sketch().text("語".repeat(166)).draft(), bytes).text())
                .isPresent();
    }

    @Test
    void takesFiveDifferentLinksAndNoMore() {
        assertThat(of(new Sketch().text(links(5))).link()).contains("https://1.example");
        Problem problem = problem(() -> of(new Sketch().text(links(6))));

        assertThat(problem.message()).isEqualTo("THREADS_API__LINK_LIMIT_EXCEEDED: Posts may contain at most 5 links.");
        assertThat(problem.code()).isEqualTo(100);
        assertThat(problem.type()).isEqualTo(Problem.Type.THREADS);
    }

    @Test
    void countsAnAttachedLinkThatTheTextDoesNotHave() {
        assertThat(of(new Sketch().text(links(5)).link("https://3.example")).link())
                .contains("https://3.example");
        assertThatThrownBy(() -> of(new Sketch().text(links(5)).link("https://6.example")))
                .hasMessageStartingWith("THREADS_API__LINK_LIMIT_EXCEEDED");
    }

    @Test
    void prefersTheAttachedLinkToTheFirstOfTheText() {
        assertThat(of(new Sketch().text("https://a.example").link(" https://b.example/x "))
                        .link())
                .contains("https://b.example/x");
        assertThat(of(new Sketch().text("www.a.example")).link()).contains("https://www.a.example");
        assertThat(of(sketch).link()).isEmpty();
    }

    @Test
    void refusesAnInvalidLinkInTheWordsOfThePlatform() {
        Problem problem = problem(() -> of(sketch.link("not a link")));

        assertThat(problem.type()).isEqualTo(Problem.Type.OAUTH);
        assertThat(problem.code()).isEqualTo(-1);
        assertThat(problem.subcode()).hasValue(4279047);
        assertThat(problem.message()).isEqualTo("Fatal");
        assertThat(problem.userTitle()).contains("Invalid Link Attachment");
        assertThat(problem.userMessage()).contains("The post you're trying to publish has an invalid link attachment.");
    }

    @Test
    void prefersTheTopicGivenApartToThatOfTheText() {
        assertThat(of(new Sketch().text("#tea").topic("#Coffee")).topic()).contains("Coffee");
        assertThat(of(new Sketch().text("#tea")).topic()).contains("tea");
        assertThat(of(new Sketch().text("#tea").topic("")).topic()).contains("tea");
        assertThat(of(new Sketch().text("tea")).topic()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ReplyControl.class)
    void readsWhoMayReplyInAnyLetterCase(ReplyControl control) {
        assertThat(of(sketch.control(control.name())).audience().replies()).isEqualTo(control);
        assertThat(of(sketch.control(control.name().toLowerCase(Locale.ROOT)))
                        .audience()
                        .replies())
                .isEqualTo(control);
    }

    @Test
    void letsEverybodyReplyUnlessToldOtherwise() {
        assertThat(of(sketch).audience().replies()).isEqualTo(ReplyControl.EVERYONE);
        assertThat(of(sketch).audience().approval()).isEqualTo(ReplyApproval.NOT_NEEDED);
    }

    @Test
    void refusesAnUnknownCircleOfRepliers() {
        assertThatThrownBy(() -> of(sketch.control("x")))
                .hasMessage("Param reply_control must be one of {everyone, accounts_you_follow, mentioned_only,"
                        + " parent_post_author_only, followers_only} - got \"x\".");
    }

    @Test
    void readsCountriesInUpperCaseAndOnce() {
        assertThat(of(sketch.countries("us", "CA", "US")).audience().countries())
                .containsExactly("US", "CA");
    }

    @Test
    void refusesWhatIsNoCountry() {
        Problem problem = problem(() -> of(sketch.countries("US", "XX", "USA")));

        assertThat(problem.code()).isEqualTo(100);
        assertThat(problem.message()).startsWith("THREADS_API__GEO_GATING_INVALID_COUNTRY_CODES: ");
        assertThat(problem.message()).endsWith("XX, USA.");
    }

    @Test
    void keepsSpoilersAsTheyWereWritten() {
        assertThat(of(sketch.spoilers(
                                spoiler(0, 2),
                                spoiler(1, 99),
                                new Spoiler.Entity("link", Optional.empty(), Optional.empty())))
                        .spoilers())
                .containsExactly(new Spoiler(0, 2), new Spoiler(1, 99));
    }

    @Test
    void leavesOutASpoilerBehindTheEndOfTheText() {
        assertThat(of(sketch.spoilers(spoiler(4, 1), spoiler(5, 1))).spoilers()).containsExactly(new Spoiler(4, 1));
    }

    @Test
    void takesTenSpoilersAndNoMore() {
        assertThat(of(sketch.spoilers(same(10))).spoilers()).hasSize(10);
        assertThatThrownBy(() -> of(sketch.spoilers(same(11))))
                .hasMessage("Param text_entities must contain at most 10 entities.");
    }

    @Test
    void refusesRangesThatAreNone() {
        for (Spoiler.Entity wrong : List.of(spoiler(-1, 1), spoiler(0, 0), spoiler(0, -1))) {
            Problem problem = problem(() -> of(sketch.spoilers(wrong)));
            assertThat(problem.message()).isEqualTo("Invalid parameter");
            assertThat(problem.userMessage().orElseThrow())
                    .contains("offset " + wrong.offset().orElseThrow());
        }
    }

    @Test
    void refusesRangesWithoutNumbers() {
        assertThatThrownBy(() -> of(sketch.spoilers(new Spoiler.Entity("SPOILER", Optional.empty(), Optional.of(1L)))))
                .hasMessage("Param text_entities[offset] must be a valid integer.");
        assertThatThrownBy(() -> of(sketch.spoilers(new Spoiler.Entity("SPOILER", Optional.of(0L), Optional.empty()))))
                .hasMessage("Param text_entities[length] must be a valid integer.");
    }

    @Test
    void refusesToCoverMediaOfAText() {
        Problem problem = problem(() -> of(sketch.coveringMedia()));

        assertThat(problem.type()).isEqualTo(Problem.Type.OAUTH);
        assertThat(problem.code()).isEqualTo(100);
        assertThat(problem.userTitle()).contains("Invalid Attachment");
        assertThat(problem.userMessage()).contains("is_spoiler_media and media_type TEXT cannot be used together.");
    }

    @Test
    void namesTheFirstFaultInTheOrderOfTheSpecification() {
        Sketch all = new Sketch().text(links(6)).link("bad").control("x").coveringMedia();

        assertThatThrownBy(() -> of(new Sketch().text("").control("x"))).hasMessageContaining("text is required");
        assertThatThrownBy(() -> of(all)).hasMessageContaining("reply_control");
        assertThatThrownBy(() -> of(all.control("everyone"))).hasMessage("Fatal");
        assertThatThrownBy(() -> of(all.control("everyone").link("https://6.example")))
                .hasMessage("Invalid parameter");
    }

    private Content of(Sketch sketch) {
        return Content.of(sketch.draft(), settings);
    }

    private static Problem problem(ThrowingCallable call) {
        Refusal refusal = catchThrowableOfType(Refusal.class, call);
        return refusal.problem();
    }

    private static Spoiler.Entity spoiler(long offset, long length) {
        return new Spoiler.Entity("spoiler", Optional.of(offset), Optional.of(length));
    }

    private static Spoiler.Entity[] same(int count) {
        return Collections.nCopies(count, spoiler(0, 1)).toArray(Spoiler.Entity[]::new);
    }

    private static String links(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> "https://" + n + ".example")
                .collect(Collectors.joining(" "));
    }
}
