package bobbin.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What no text may hold (04 §4.1), and where one ends that is too long. */
class CharactersTest {

    @Test
    void changesNothingInOrdinaryText() {
        String text = "  Grüße 👨‍👩‍👧 \r\n\t日本語 e\u0301 ";

        assertThat(Characters.whole(text)).isEqualTo(text);
    }

    @Test
    void removesZerosAndHalvesOfPairs() {
        assertThat(Characters.whole("a\u0000b\uD83Dc\uDC4Dd👍\uDC4D\uD83D")).isEqualTo("abcd👍");
    }

    @Test
    void cutsBetweenCharactersOnly() {
        assertThat(Characters.first(3, "a👍b")).isEqualTo("a👍b");
        assertThat(Characters.first(2, "a👍b")).isEqualTo("a👍");
        assertThat(Characters.first(2, "👍👍👍")).isEqualTo("👍👍");
        assertThat(Characters.first(5, "👍👍👍")).isEqualTo("👍👍👍");
    }

    @Test
    void marksThatATextGoesOn() {
        assertThat(Characters.shortened(3, "👍👍👍")).isEqualTo("👍👍👍");
        assertThat(Characters.shortened(3, "👍👍👍👍")).isEqualTo("👍👍…");
    }
}
