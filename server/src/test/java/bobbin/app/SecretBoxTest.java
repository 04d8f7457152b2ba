package bobbin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bobbin.base.Id;
import bobbin.base.OperatorKey;
import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SecretBoxTest {
    private final SecretBox box = new SecretBox(new OperatorKey("k".repeat(32)), new SecureRandom());
    private final AppSecret secret = new AppSecret("c0ffee00c0ffee00c0ffee00c0ffee00");
    private final Id app = new Id(1);

    @Test
    void opensWhatItSealed() {
        assertThat(box.open(app, box.seal(app, secret))).isEqualTo(secret);
    }

    @Test
    void hidesTheSecret() {
        String sealed = box.seal(app, secret);

        assertThat(sealed).doesNotContain(secret.text());
        assertThat(new String(Base64.getDecoder().decode(sealed), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(secret.text());
    }

    @Test
    void neverSealsTwiceTheSameWay() {
        assertThat(box.seal(app, secret)).isNotEqualTo(box.seal(app, secret));
    }

    @Test
    void doesNotOpenTheSecretOfAnotherApp() {
        String sealed = box.seal(app, secret);

        assertThatThrownBy(() -> box.open(new Id(2), sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void saysThatTheOperatorsKeyIsAnother() {
        SecretBox other = new SecretBox(new OperatorKey("l".repeat(32)), new SecureRandom());
        String sealed = box.seal(app, secret);

        assertThatThrownBy(() -> other.open(app, sealed)).hasMessageContaining("written with another secret.key");
    }

    @Test
    void noticesADamagedSecret() {
        byte[] sealed = Base64.getDecoder().decode(box.seal(app, secret));
        sealed[sealed.length - 1] ^= 1;
        String damaged = Base64.getEncoder().encodeToString(sealed);

        assertThatThrownBy(() -> box.open(app, damaged)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> box.open(app, "AQ==")).hasMessageContaining("unknown format");
    }
}
