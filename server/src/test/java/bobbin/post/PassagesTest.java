package bobbin.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import bobbin.base.Id;
import bobbin.post.Passage.Kind;
import bobbin.post.Styled.Style;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** 15 §15.10, §15.14 */
class PassagesTest {

    @Test
    void cutsATextAtLinksMentionsAndItsTopic() {
        List<Passage> pieces = pieces("Hi @Ann and @bob: www.example.org is #Tea #Two", Map.of(3, "ann_renamed"));

        assertThat(pieces)
                .extracting(Passage::kind, Passage::text, Passage::target)
                .containsExactly(
                        tuple(Kind.PLAIN, "Hi ", ""),
                        tuple(Kind.MENTION, "@Ann", "ann_renamed"),
                        tuple(Kind.PLAIN, " and @bob: ", ""),
                        tuple(Kind.LINK, "www.example.org", "https://www.example.org"),
                        tuple(Kind.PLAIN, " is ", ""),
                        tuple(Kind.TOPIC, "Tea", "Tea"),
                        tuple(Kind.PLAIN, " #Two", ""));
    }

    @Test
    void linksAPersonWhereverTheyAreNamed() {
        assertThat(pieces("@ann @ann", Map.of(0, "ann")))
                .filteredOn(piece -> piece.kind() == Kind.MENTION)
                .hasSize(2);
    }

    @Test
    void hidesWhatIsMarkedEvenAcrossALinkAndPastTheEnd() {
        Content content = Content.of(
                draft("a https://example.org b", List.of(entity(0, 5), entity(3, 4), entity(22, 99))), Town.SETTINGS);

        List<Passage> pieces = Passages.of(content, Map.of(), OffsetUnit.UTF16);

        assertThat(pieces.stream().filter(Passage::hidden).map(Passage::text).reduce("", String::concat))
                .isEqualTo("a httpsb");
        assertThat(pieces)
                .filteredOn(piece -> piece.kind() == Kind.LINK)
                .allMatch(piece -> piece.target().equals("https://example.org"))
                .hasSizeGreaterThan(1);
    }

    @Test
    void countsInTheChosenUnit() {
        LongText text = new LongText("🍵é bold", Optional.empty(), List.of(new Styled(3, 4, List.of(Style.BOLD))));
        LongText bytes = new LongText("🍵é bold", Optional.empty(), List.of(new Styled(7, 4, List.of(Style.BOLD))));
        LongText units = new LongText("🍵é bold", Optional.empty(), List.of(new Styled(4, 4, List.of(Style.BOLD))));

        assertThat(List.of(
                        Passages.of(text, OffsetUnit.CODEPOINT),
                        Passages.of(bytes, OffsetUnit.UTF8),
                        Passages.of(units, OffsetUnit.UTF16)))
                .allSatisfy(pieces -> {
                    assertThat(pieces.getLast().text()).isEqualTo("bold");
                    assertThat(pieces.getLast().styles()).containsExactly(Style.BOLD);
                });
    }

    @Test
    void hasNothingToShowOfNothing() {
        assertThat(Passages.of(Content.repostOf(new Id(1)), Map.of(), OffsetUnit.UTF16))
                .isEmpty();
    }

    private static List<Passage> pieces(String text, Map<Integer, String> mentioned) {
        return Passages.of(Content.of(Draft.text(text), Town.SETTINGS), mentioned, OffsetUnit.UTF16);
    }

    private static Spoiler.Entity entity(long offset, long length) {
        return new Spoiler.Entity("SPOILER", Optional.of(offset), Optional.of(length));
    }

    private static Draft draft(String text, List<Spoiler.Entity> entities) {
        Draft plain = Draft.text(text);
        return new Draft(
                plain.type(),
                plain.text(),
                plain.topicTag(),
                plain.link(),
                plain.replyControl(),
                plain.replyApproval(),
                plain.countries(),
                entities,
                plain.visuals(),
                plain.role(),
                plain.attachments(),
                plain.references(),
                plain.lifetime(),
                plain.share());
    }
}
