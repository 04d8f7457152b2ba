package bobbin.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void takesBlanksOfAnyScriptForNothing() {
        assertThat(PlainText.of(Optional.of(" \t\r\n\u00A0\u3000\u2003\u2028"))).isEmpty();
        assertThat(PlainText.of(Optional.of("\u0000"))).isEmpty();
        assertThat(PlainText.of(Optional.of(""))).isEmpty();
        assertThat(PlainText.of(Optional.of(" . "))).contains(" . ");
    }
}
