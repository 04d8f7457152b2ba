package bobbin.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bobbin.base.Id;
import bobbin.base.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The first table of 04 §3, cell by cell: what each kind of post keeps, passes over, or refuses. */
class CombinationTableTest {
    private static final Id SOMETHING = new Id(1);

    private static final List<Consumer<Sketch>> COLUMNS =
            List.of(_ -> {}, Sketch::image, Sketch::video, Sketch::carousel, Sketch::item);
    private static final List<String> TITLES = List.of("TEXT", "IMAGE", "VIDEO", "CAROUSEL", "carousel item");

    /**
     * A row.
     *
     * @param sent the parameter
     * @param kept whether the content has it
     * @param cells k kept, i ignored, e error; in the order of the columns
     */
    private record Line(String parameter, Consumer<Sketch> sent, Predicate<Content> kept, String cells) {}

    private static final List<Line> TABLE = List.of(
            new Line(
                    "text",
                    sketch -> sketch.text("word"),
                    content -> content.text().isPresent(),
                    "kkkki"),
            new Line(
                    "topic_tag",
                    sketch -> sketch.topic("tea"),
                    content -> content.topic().isPresent(),
                    "kkkki"),
            new Line(
                    "text_entities",
                    sketch -> sketch.spoilers(new Spoiler.Entity("SPOILER", Optional.of(0L), Optional.of(1L))),
                    content -> !content.spoilers().isEmpty(),
                    "kkkki"),
            new Line(
                    "alt_text",
                    sketch -> sketch.altText("hills"),
                    content -> content.visuals().altText().isPresent(),
                    "ikkik"),
            new Line(
                    "link_attachment",
                    sketch -> sketch.link("https://a.example"),
                    content -> content.link().isPresent(),
                    "keeei"),
            new Line("poll_attachment", sketch -> sketch.poll("a", "b"), has(Poll.class), "keeei"),
            new Line("text_attachment", sketch -> sketch.longText("long"), has(LongText.class), "keeei"),
            new Line("gif_attachment", sketch -> sketch.gif("abc", "GIPHY"), has(Gif.class), "keeei"),
            new Line(
                    "is_spoiler_media",
                    Sketch::coveringMedia,
                    content -> content.visuals().spoiler(),
                    "ekkki"),
            new Line("is_ghost_post", Sketch::ghost, content -> content.lifetime() == Lifetime.GHOST, "keeee"),
            new Line(
                    "reply_to_id",
                    sketch -> sketch.answering(SOMETHING),
                    content -> content.references().repliedTo().isPresent(),
                    "kkkki"),
            new Line(
                    "quote_post_id",
                    sketch -> sketch.quoting(SOMETHING),
                    content -> content.references().quoted().isPresent(),
                    "kkkki"),
            new Line(
                    "reply_control",
                    sketch -> sketch.control("mentioned_only"),
                    content -> content.audience().replies() == ReplyControl.MENTIONED_ONLY,
                    "kkkki"),
            new Line(
                    "allowlisted_country_codes",
                    sketch -> sketch.countries("CA"),
                    content -> !content.audience().countries().isEmpty(),
                    "kkkki"),
            new Line(
                    "location_id",
                    sketch -> sketch.at(SOMETHING),
                    content -> content.references().place().isPresent(),
                    "kkkki"),
            new Line(
                    "enable_reply_approvals",
                    Sketch::approvingReplies,
                    content -> content.audience().approval() == ReplyApproval.NEEDED,
                    "kkkki"));

    private static final Map<Character, String> MEANINGS = Map.of('k', "keeps", 'i', "passes over", 'e', "refuses");

    @TestFactory
    Stream<DynamicTest> everyCell() {
        return TABLE.stream()
                .flatMap(line -> IntStream.range(0, COLUMNS.size())
                        .mapToObj(column -> DynamicTest.dynamicTest(
                                TITLES.get(column) + " "
                                        + MEANINGS.get(line.cells().charAt(column)) + " " + line.parameter(),
                                () -> check(line, column))));
    }

    private static void check(Line line, int column) {
        Sketch sketch = new Sketch();
        COLUMNS.get(column).accept(sketch);
        line.sent().accept(sketch);
        Draft draft = sketch.draft();

        if (line.cells().charAt(column) == 'e') {
            assertThatThrownBy(() -> Content.of(draft, Town.SETTINGS)).isInstanceOf(Refusal.class);
        } else {
            assertThat(line.kept().test(Content.of(draft, Town.SETTINGS)))
                    .isEqualTo(line.cells().charAt(column) == 'k');
        }
    }

    private static Predicate<Content> has(Class<? extends Attachment> kind) {
        return content -> content.attachment().filter(kind::isInstance).isPresent();
    }
}
