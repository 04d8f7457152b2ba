package bobbin.base;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * The one secret that the operator keeps outside the database. Every key of the server is derived from it, each for one purpose, so
 * that none of them says anything about another.
 *
 * @param text at least {@link #SHORTEST} characters that nobody can guess, such as 32 random bytes in hex
 */
public record OperatorKey(String text) {
    public static final int SHORTEST = 32;

    public static final Setting<String> SETTING = Setting.secret(
            "secret.key",
            "The key that protects app secrets in the database and forms in browsers: at least 32 characters, for instance"
                    + " from `openssl rand -hex 32`. Keep it with the backups; without it app secrets are lost.");

    private static final int BYTES = 32;

    /** Refuses what is too short to be a key. */
    public OperatorKey {
        if (text.length() < SHORTEST) {
            throw new IllegalArgumentException(
                    "%s must have at least %d characters".formatted(SETTING.key(), SHORTEST));
        }
    }

    /** A key of 32 bytes for one purpose (HKDF-SHA256 with the purpose as its info). The same purpose gives the same key. */
    public byte[] derive(String purpose) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(text.getBytes(StandardCharsets.UTF_8))
                            .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java from 25 on has HKDF-SHA256", e);
        }
    }

    /** Does not show the key. */
    @Override
    public String toString() {
        return "OperatorKey[hidden]";
    }
}
