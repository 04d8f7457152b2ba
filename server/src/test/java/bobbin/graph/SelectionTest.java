package bobbin.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bobbin.base.Refusal;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The grammar of {@code fields} (01 §8). */
class SelectionTest {

    @Test
    void keepsTheOrderAndDropsBlanksAndRepetitions() {
        assertThat(names(Selection.parse(" id , text,, id,timestamp "))).containsExactly("id", "text", "timestamp");
    }

    @Test
    void readsBracesToFourLevels() {
        Selection one = Selection.parse("a{b,c{d{e}}},f");

        assertThat(names(one)).containsExactly("a", "f");
        assertThat(names(one.names().getFirst().inner().orElseThrow())).containsExactly("b", "c");
    }

    @Test
    void readsModifiersOfEdges() {
        Selection.Name name = Selection.parse("children.limit(5).order(x).after(QVFI){id}")
                .names()
                .getFirst();

        assertThat(name.name()).isEqualTo("children");
        assertThat(name.modifiers()).containsEntry("limit", "5").containsEntry("after", "QVFI");
        assertThat(name.inner()).isPresent();
    }

    @Test
    void saysWhereItIsMalformed() {
        refused("id,text}", 2500, "Syntax error \"Expected end of string instead of \"}\".\" at character 7: id,text}");
        refused("a{b", 2500, "Syntax error \"Expected \"}\" instead of \"end of string\".\" at character 3: a{b");
        refused(
                "a.limit(",
                2500,
                "Syntax error \"Expected \")\" instead of \"end of string\".\" at character 8: a.limit(");
    }

    @Test
    void hasBounds() {
        refused("a{b{c{d{e}}}}", 100, "Param fields must be at most 4 levels deep.");
        String names = Collections.nCopies(201, "x").stream().collect(Collectors.joining(","));
        refused(names, 100, "Param fields must contain at most 200 names.");
    }

    private static List<String> names(Selection selection) {
        return selection.names().stream().map(Selection.Name::name).toList();
    }

    private static void refused(String fields, int code, String message) {
        assertThatThrownBy(() -> Selection.parse(fields))
                .hasMessage(message)
                .extracting(refusal -> ((Refusal) refusal).problem().code())
                .isEqualTo(code);
    }
}
