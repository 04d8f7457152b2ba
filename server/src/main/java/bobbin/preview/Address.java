package bobbin.preview;

import static java.nio.charset.StandardCharsets.UTF_8;

import bobbin.fetch.WebUrl;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What a link leads to, told from others by a hash of it.
 *
 * @param key 64 hexadecimal digits, of which the first three are the slot
 */
record Address(URI uri, String key) {

    /** Empty if the link is none that can be fetched. */
    static Optional<Address> of(String link) {
        return WebUrl.parse(link).map(uri -> new Address(uri, key(uri.toString())));
    }

    /** Where what is known of it lives. */
    int slot() {
        return slot(key);
    }

    static int slot(String key) {
        return Integer.parseInt(key.substring(0, 3), 16);
    }

    private static String key(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
