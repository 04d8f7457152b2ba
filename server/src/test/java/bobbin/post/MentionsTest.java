package bobbin.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The grammar of 04 §4.3 and 15 §15.9 and the check 15 §15.23.6. */
class MentionsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@ann | ann",
                "hello @ann! | ann",
                "@a.b. | a.b",
                "@a.b... | a.b",
                "@NAME | name",
                "(@ann) | ann",
                "@ann's tea | ann",
                "@under_score_9 | under_score_9",
                "-@ann | ann",
                "@ann@host.example | ann"
            })
    void findsAName(String text, String name) {
        assertThat(names(text)).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x@y.z",
                "https://h.example/@name",
                "https://h.example/a?b=-@name",
                "www.h.example/,@name",
                "@@name",
                "@",
                "@.",
                "@ ann",
                "a.@ann",
                "_@ann",
                "/@ann",
                "9@ann",
                "é@ann",
                "@é"
            })
    void findsNoName(String text) {
        assertThat(names(text)).isEmpty();
    }

    @Test
    void takesANameOf30CharactersAndNoLonger() {
        assertThat(names("@" + "n".repeat(30))).containsExactly("n".repeat(30));
        assertThat(names("@" + "n".repeat(30) + ".")).containsExactly("n".repeat(30));
        assertThat(names("@" + "n".repeat(31))).isEmpty();
    }

    @Test
    void saysWhereEachNameStands() {
        assertThat(Mentions.in("👍 @bob, @cleo and @bob"))
                .containsExactly(
                        new Mentions.Found("bob", 3), new Mentions.Found("cleo", 9), new Mentions.Found("bob", 19));
    }

    private static List<String> names(String text) {
        return Mentions.in(text).stream().map(Mentions.Found::name).toList();
    }
}
