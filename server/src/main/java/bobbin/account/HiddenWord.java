package bobbin.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A word, or several, that somebody does not want to read under their posts (15 §15.5). Found whatever the capital letters and the form of
 * the characters, and only where no letter or digit joins it: {@code cat} is in {@code The Cat!}, not in {@code concatenate}.
 *
 * @param text as it was typed, 1 to 100 characters; spaces around it do not count, and any number of them between words is one
 */
public record HiddenWord(String text) {
    /** The most characters of a word. */
    public static final int LONGEST = 100;

    private static final Pattern SPACES = Pattern.compile("\\s+");

    /** Refuses what is no word. */
    public HiddenWord {
        text = SPACES.matcher(text).replaceAll(" ").strip();
        if (text.isEmpty() || folded(text).isEmpty()) {
            throw AccountProblems.WORD_EMPTY.refuse();
        }
        if (text.codePointCount(0, text.length()) > LONGEST) {
            throw AccountProblems.WORD_TOO_LONG.refuse(LONGEST);
        }
    }

    /** By which it is known: two words with the same key are the same. */
    String key() {
        return folded(text);
    }

    /**
     * Whether a text holds it.
     *
     * @param folded the text, {@link #folded}
     */
    boolean isIn(String folded) {
        String key = key();
        for (int at = folded.indexOf(key); at >= 0; at = folded.indexOf(key, at + 1)) {
            if (!isJoined(folded, at) && !isJoined(folded, at + key.length())) {
                return true;
            }
        }
        return false;
    }

    /** A text as words are searched for in it. */
    static String folded(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return SPACES.matcher(plain).replaceAll(" ").strip();
    }

    /** Whether letters or digits stand on both sides of this place. */
    private static boolean isJoined(String text, int place) {
        return place > 0
                && place < text.length()
                && Character.isLetterOrDigit(text.codePointBefore(place))
                && Character.isLetterOrDigit(text.codePointAt(place));
    }
}
