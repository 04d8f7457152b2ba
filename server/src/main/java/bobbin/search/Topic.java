package bobbin.search;

import java.text.Normalizer;
import java.util.Locale;

/**
 * What a post is about, as it is compared: one form of each character, without letter case; spaces and accents count (08 §8.1, 15 §15.10).
 *
 * @param key empty for no topic at all
 */
record Topic(String key) {

    /** Reads a topic as people write it, with its hash sign or without. */
    static Topic of(String written) {
        String trimmed = written.strip();
        String plain = trimmed.startsWith("#") ? trimmed.substring(1).strip() : trimmed;
        return new Topic(Normalizer.normalize(plain, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
    }
}
