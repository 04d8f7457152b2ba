package bobbin.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.oauth.Opaque.Form;
import java.security.SecureRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpaqueTest {
    private final SecureRandom random = new SecureRandom();

    @Test
    void looksLikeACodeOfTheOriginal() {
        assertThat(Opaque.fresh(Form.CODE, 77, random).text()).matches("AQ[A-Za-z0-9_-]{160,240}");
    }

    @Test
    void looksLikeATokenOfTheOriginalAndFitsIntoAColumnOf255() {
        assertThat(Opaque.fresh(Form.TOKEN, 77, random).text())
                .matches("THAA[A-Za-z0-9]{160,200}")
                .hasSizeLessThan(255);
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void carriesItsSlot(Form form) {
        IntStream.of(0, 1, 61, 62, 63, 64, 4094, 4095).forEach(slot -> {
            Opaque made = Opaque.fresh(form, slot, random);

            assertThat(Opaque.parse(form, made.text())).contains(made);
        });
    }

    @Test
    void neverRepeats() {
        assertThat(IntStream.range(0, 1000)
                        .mapToObj(_ -> Opaque.fresh(Form.TOKEN, 5, random).text()))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "THAA", "THAAshort", "TH|1|2", "null", "undefined", "Bearer x"})
    void refusesWhatIsNoneOfOurs(String text) {
        assertThat(Opaque.parse(Form.TOKEN, text)).isEmpty();
    }

    @Test
    void refusesADamagedOne() {
        String text = Opaque.fresh(Form.TOKEN, 5, random).text();

        assertThat(Opaque.parse(Form.TOKEN, text.substring(1))).isEmpty();
        assertThat(Opaque.parse(Form.TOKEN, text + "A")).isEmpty();
        assertThat(Opaque.parse(Form.TOKEN, text.substring(0, 90) + "|" + text.substring(91)))
                .isEmpty();
        assertThat(Opaque.parse(Form.TOKEN, text.substring(0, 90) + "é" + text.substring(91)))
                .isEmpty();
        assertThat(Opaque.parse(Form.TOKEN, "THAA999" + text.substring(7))).isEmpty();
        assertThat(Opaque.parse(Form.CODE, text)).isEmpty();
    }

    @Test
    void hidesItsTextWherePrinted() {
        Opaque made = Opaque.fresh(Form.TOKEN, 5, random);

        assertThat(made.toString()).doesNotContain(made.text().substring(4));
        assertThat(made.hash()).hasSize(43).doesNotContain(made.text());
    }
}
