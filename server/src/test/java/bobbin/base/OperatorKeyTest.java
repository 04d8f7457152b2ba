package bobbin.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OperatorKeyTest {
    private final OperatorKey key = new OperatorKey("k".repeat(32));

    @Test
    void derivesTheSameKeyForTheSamePurpose() {
        assertThat(key.derive("forms")).hasSize(32).isEqualTo(new OperatorKey("k".repeat(32)).derive("forms"));
    }

    @Test
    void derivesAnotherKeyForAnotherPurposeOrAnotherSecret() {
        assertThat(key.derive("forms"))
                .isNotEqualTo(key.derive("form"))
                .isNotEqualTo(new OperatorKey("l".repeat(32)).derive("forms"));
    }

    @Test
    void refusesAKeyThatIsTooShort() {
        assertThatThrownBy(() -> new OperatorKey("k".repeat(31)))
                .hasMessage("secret.key must have at least 32 characters");
    }

    @Test
    void doesNotShowItself() {
        assertThat(key.toString()).doesNotContain("kkk");
    }

    @Test
    void isMaskedWhereverSettingsArePrinted() {
        assertThat(OperatorKey.SETTING.secret()).isTrue();
    }
}
