package bobbin.search;

import static java.lang.Character.UnicodeScript.ARABIC;
import static java.lang.Character.UnicodeScript.HAN;
import static java.lang.Character.UnicodeScript.HEBREW;
import static java.lang.Character.UnicodeScript.HIRAGANA;
import static java.lang.Character.UnicodeScript.INHERITED;
import static java.lang.Character.UnicodeScript.KATAKANA;
import static java.lang.Character.UnicodeScript.KHMER;
import static java.lang.Character.UnicodeScript.LAO;
import static java.lang.Character.UnicodeScript.MYANMAR;
import static java.lang.Character.UnicodeScript.THAI;

import bobbin.base.Characters;
import bobbin.base.Folded;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A text as the words by which it is found, in their order: folded, without what stands between them. In scripts that put no spaces between
 * words every sign is one of its own, and so is every picture.
 *
 * <p>Both engines are told words that were made here, so that they find the same.
 */
final class Words {
    /** In characters. Nobody looks for more of a word. */
    private static final int LONGEST = 40;

    private static final Set<UnicodeScript> WITHOUT_SPACES =
            EnumSet.of(HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR);

    /** Scripts whose marks are left out by most who write; those of all scripts, such as accents, have none of their own. */
    private static final Set<UnicodeScript> WITHOUT_POINTS = EnumSet.of(INHERITED, HEBREW, ARABIC);

    /** Makes a vowel longer; by Unicode it is of no script. */
    private static final int LONG_SOUND = 0x30fc;

    private static final int ZERO_WIDTH_SPACE = 0x200b;

    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();

    private Words() {}

    static List<String> of(String text) {
        Words found = new Words();
        Folded.of(text).codePoints().forEach(found::read);
        found.end();
        return found.words;
    }

    /**
     * What an index holds of words: each of them, and each two neighbours that are signs of a script without spaces, because one sign alone
     * tells little.
     */
    static Set<String> terms(List<String> words) {
        Set<String> terms = new LinkedHashSet<>(words);
        for (int i = 1; i < words.size(); i++) {
            if (isSign(words.get(i - 1)) && isSign(words.get(i))) {
                terms.add(words.get(i - 1) + words.get(i));
            }
        }
        return terms;
    }

    private void read(int character) {
        if (isSign(character) || Character.getType(character) == Character.OTHER_SYMBOL) {
            end();
            words.add(Character.toString(character));
        } else if (Character.isLetterOrDigit(character) || isNumber(character)) {
            word.appendCodePoint(character);
        } else if (isInvisible(character)) {
            return;
        } else if (!isMark(character)) {
            end();
        } else if (!word.isEmpty() && !WITHOUT_POINTS.contains(UnicodeScript.of(character))) {
            word.appendCodePoint(character);
        }
    }

    private void end() {
        if (!word.isEmpty()) {
            words.add(Characters.first(LONGEST, word.toString()));
            word.setLength(0);
        }
    }

    private static boolean isSign(String word) {
        return word.codePointCount(0, word.length()) == 1 && isSign(word.codePointAt(0));
    }

    private static boolean isSign(int character) {
        return character == LONG_SOUND
                || (WITHOUT_SPACES.contains(UnicodeScript.of(character))
                        && (Character.isLetter(character) || isMark(character)));
    }

    private static boolean isNumber(int character) {
        int type = Character.getType(character);
        return type == Character.LETTER_NUMBER || type == Character.OTHER_NUMBER;
    }

    /** What tells a browser how to set a word, such as a soft hyphen: people who type the word leave it out. */
    private static boolean isInvisible(int character) {
        return Character.getType(character) == Character.FORMAT && character != ZERO_WIDTH_SPACE;
    }

    private static boolean isMark(int character) {
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }
}
