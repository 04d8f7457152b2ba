package bobbin.app;

import bobbin.base.Id;
import bobbin.base.OperatorKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps the secrets of apps unreadable in the database: AES-256-GCM under a key derived from the operator's. A sealed secret is bound
 * to its app; moved to another row it does not open.
 */
final class SecretBox {
    private static final byte FORMAT = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String CIPHER = "AES/GCM/NoPadding";

    private final SecretKeySpec key;
    private final SecureRandom random;

    SecretBox(OperatorKey key, SecureRandom random) {
        this.key = new SecretKeySpec(key.derive("app-secrets"), "AES");
        this.random = random;
    }

    /** Base 64 of: one byte of format, 12 bytes of nonce, the ciphertext with its tag. */
    String seal(Id app, AppSecret secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] hidden = cipher(Cipher.ENCRYPT_MODE, app, nonce)
                    .doFinal(secret.text().getBytes(StandardCharsets.UTF_8));
            ByteBuffer box = ByteBuffer.allocate(1 + NONCE_BYTES + hidden.length);
            box.put(FORMAT).put(nonce).put(hidden);
            return Base64.getEncoder().encodeToString(box.array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + CIPHER, e);
        }
    }

    /** Fails if the operator's key is another than at sealing, or the row was changed by hand. */
    AppSecret open(Id app, String sealed) {
        ByteBuffer box = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
        if (box.remaining() <= 1 + NONCE_BYTES || box.get() != FORMAT) {
            throw new IllegalStateException("The secret of app " + app + " is stored in an unknown format");
        }
        byte[] nonce = new byte[NONCE_BYTES];
        byte[] hidden = new byte[box.remaining() - NONCE_BYTES];
        box.get(nonce).get(hidden);
        try {
            byte[] clear = cipher(Cipher.DECRYPT_MODE, app, nonce).doFinal(hidden);
            return new AppSecret(new String(clear, StandardCharsets.UTF_8));
        } catch (AEADBadTagException e) {
            throw new IllegalStateException(
                    "The secret of app %s cannot be read: it was written with another %s. Start with that key, or reset the secret."
                            .formatted(app, OperatorKey.SETTING.key()),
                    e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + CIPHER, e);
        }
    }

    private Cipher cipher(int mode, Id app, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(ByteBuffer.allocate(Long.BYTES).putLong(app.value()).array());
        return cipher;
    }
}
