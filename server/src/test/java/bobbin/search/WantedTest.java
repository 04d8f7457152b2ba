package bobbin.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which texts a query means: 08 §8.1. */
class WantedTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "coffee | Coffee, please",
                "day espresso | An espresso a day",
                "\"espresso routine\" | New espresso routine",
                "“espresso routine” new | New espresso routine",
                "\"new espresso | Espresso, a new one",
                "cafe | At the CAFÉ",
                "e-mail | My e-mail address",
                "京都 | 東京都",
                "l'eau | l’eau",
                "#home | home",
                "it's | It's me",
                "👍 | Well done 👍🏽"
            })
    void fits(String query, String text) {
        assertThat(Wanted.of(query).occursIn(List.of(Words.of(text)))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "coff | Coffee",
                "coffee tea | Coffee",
                "\"routine espresso\" | New espresso routine",
                "e-mail | mail e",
                "都東 | 東京都",
                "coffee OR tea | Coffee"
            })
    void doesNotFit(String query, String text) {
        assertThat(Wanted.of(query).occursIn(List.of(Words.of(text)))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"", "\"\"", "* ( ) ^ :", "\u0000"})
    void isEmptyWithoutWords(String query) {
        assertThat(Wanted.of(query).phrases()).isEmpty();
    }

    @Test
    void wantsAPhraseWithinOneText() {
        assertThat(Wanted.of("\"a b\"").occursIn(List.of(List.of("x", "a"), List.of("b"))))
                .isFalse();
        assertThat(Wanted.of("a b").occursIn(List.of(List.of("x", "a"), List.of("b"))))
                .isTrue();
    }
}
