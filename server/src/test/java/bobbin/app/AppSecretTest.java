package bobbin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class AppSecretTest {
    private final AppSecret secret = new AppSecret("c0ffee00c0ffee00c0ffee00c0ffee00");

    @Test
    void has32HexDigitsAndIsNeverTheSame() {
        AppSecret one = AppSecret.random(new SecureRandom());

        assertThat(one.text()).matches("[0-9a-f]{32}");
        assertThat(AppSecret.random(new SecureRandom())).isNotEqualTo(one);
    }

    @Test
    void matchesItselfOnly() {
        assertThat(secret.matches("c0ffee00c0ffee00c0ffee00c0ffee00")).isTrue();
        assertThat(secret.matches("c0ffee00c0ffee00c0ffee00c0ffee01")).isFalse();
        assertThat(secret.matches("C0FFEE00C0FFEE00C0FFEE00C0FFEE00")).isFalse();
        assertThat(secret.matches("c0ffee")).isFalse();
        assertThat(secret.matches("")).isFalse();
    }

    /** The vector of 02 §4 with one digit put right (docs/decisions/0052): OpenSSL gives this one. */
    @Test
    void provesATokenAsInTheTestVector() {
        assertThat(secret.proof("THAAEXAMPLEtoken1234567890"))
                .isEqualTo("49d8539f8fcce45d9caf7b5e6ea35d76588a9152782482a086537901236f5437");
    }

    @Test
    void doesNotShowItself() {
        assertThat(secret.toString()).doesNotContain("c0ffee");
    }
}
