package bobbin.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a client may leave at the window to prove later that it is the same client (PKCE). Threads does not offer it; ours
 * is asked for only if the exchange brings a verifier (03 §1.1).
 */
public record Challenge(String value, Method method) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._~-]{1,128}");

    /** How the challenge was made of the verifier. */
    public enum Method {
        PLAIN("plain"),
        S256("S256");

        private final String wire;

        Method(String wire) {
            this.wire = wire;
        }

        /** The method of this name; without a name it is {@code plain} (RFC 7636 §4.3). */
        static Optional<Method> parse(Optional<String> wire) {
            String name = wire.orElse(PLAIN.wire);
            return name.equals(PLAIN.wire)
                    ? Optional.of(PLAIN)
                    : name.equals(S256.wire) ? Optional.of(S256) : Optional.empty();
        }
    }

    /** Whether a text can be a challenge: as RFC 7636 §4.2 has it, but as short as it likes. */
    static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    boolean isMetBy(String verifier) {
        String made = switch (method) {
            case PLAIN -> verifier;
            case S256 -> Opaque.sha256(verifier);
        };
        return MessageDigest.isEqual(made.getBytes(UTF_8), value.getBytes(UTF_8));
    }
}
