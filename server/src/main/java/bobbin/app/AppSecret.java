package bobbin.app;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What an app and we know and nobody else: 32 hex digits. It proves the app at the token endpoints and is the key of every signature
 * that we send (02 §1, §4). The key is the text itself, not what its digits stand for.
 */
public record AppSecret(String text) {
    private static final int BYTES = 16;
    private static final String HMAC = "HmacSHA256";
    private static final String OLD_HMAC = "HmacSHA1";

    static AppSecret random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new AppSecret(HexFormat.of().formatHex(bytes));
    }

    /** Whether this is the secret; takes the same time wherever the two differ. */
    public boolean matches(String offered) {
        return MessageDigest.isEqual(bytes(text), bytes(offered));
    }

    /** The HMAC-SHA256 of a text under this secret: 32 bytes. */
    public byte[] sign(String message) {
        return sign(bytes(message));
    }

    /** The HMAC-SHA256 of a body under this secret: 32 bytes. */
    public byte[] sign(byte[] message) {
        return sign(HMAC, message);
    }

    /** The HMAC-SHA1 of a body under this secret, 20 bytes: what older receivers of webhooks verify (12 §12.6). */
    public byte[] signWithSha1(byte[] message) {
        return sign(OLD_HMAC, message);
    }

    /** The {@code appsecret_proof} of an access token, in lower-case hex (01 §4). */
    public String proof(String accessToken) {
        return HexFormat.of().formatHex(sign(accessToken));
    }

    /** Does not show the secret. */
    @Override
    public String toString() {
        return "AppSecret[hidden]";
    }

    private byte[] sign(String way, byte[] message) {
        try {
            Mac mac = Mac.getInstance(way);
            mac.init(new SecretKeySpec(bytes(text), way));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + way, e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
