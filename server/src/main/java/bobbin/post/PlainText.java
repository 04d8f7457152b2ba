package bobbin.post;

import bobbin.base.Characters;
import java.util.Optional;

/** What is done to every text that people write: nothing, except that it must be text (04 §4.1). */
final class PlainText {
    private PlainText() {}

    /** The cleaned text; empty if it has nothing but blanks. */
    static Optional<String> of(Optional<String> text) {
        return text.map(Characters::whole).filter(cleaned -> !isBlank(cleaned));
    }

    /** Whether there is nothing to see: blanks of any script, tabs and line ends only. */
    static boolean isBlank(String text) {
        return text.codePoints().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
    }
}
