package bobbin.web;

import bobbin.base.Seal;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The hidden token of a form, which shows that the form came from our page and was sent by the browser that got it. It is bound to a
 * secret in that browser's cookies, and different each time it is written, so that a compressed page does not give it away.
 */
final class FormToken {
    /** The name of the hidden input. */
    static final String NAME = "form_token";

    private static final String PURPOSE = "form";
    private static final int SALT_BYTES = 12;
    private static final int SALT_LENGTH = 2 * SALT_BYTES;

    private final Seal seal;
    private final SecureRandom random;

    FormToken(Seal seal, SecureRandom random) {
        this.seal = seal;
        this.random = random;
    }

    /** @param secret what only the browser and we know: its session token or its visitor cookie */
    String write(String secret) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        String start = HexFormat.of().formatHex(salt);
        return start + seal.mark(PURPOSE, start + secret);
    }

    boolean verify(String secret, String token) {
        return token.length() > SALT_LENGTH
                && seal.holds(PURPOSE, token.substring(0, SALT_LENGTH) + secret, token.substring(SALT_LENGTH));
    }
}
