package bobbin.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void changesNothingInOrdinaryText() {
        String text = "  Grüße 👨‍👩‍👧 \r\n\t日本語 e\u0301 ";

        assertThat(PlainText.clean(text)).isEqualTo(text);
    }

    @Test
    void removesZerosAndHalvesOfPairs() {
        assertThat(PlainText.clean("a\u0000b\uD83Dc\uDC4Dd👍\uDC4D\uD83D")).isEqualTo("abcd👍");
    }

    @Test
    void takesBlanksOfAnyScriptForNothing() {
        assertThat(PlainText.of(Optional.of(" \t\r\n\u00A0\u3000\u2003\u2028"))).isEmpty();
        assertThat(PlainText.of(Optional.of("\u0000"))).isEmpty();
        assertThat(PlainText.of(Optional.of(""))).isEmpty();
        assertThat(PlainText.of(Optional.of(" . "))).contains(" . ");
    }
}
