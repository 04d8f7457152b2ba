package bobbin.post;

import java.util.Optional;

/** What is done to every text that people write: nothing, except that it must be text (04 §4.1). */
final class PlainText {
    private PlainText() {}

    /** The text without U+0000 and without halves of surrogate pairs; otherwise unchanged, and never trimmed. */
    static String clean(String text) {
        if (text.chars().noneMatch(c -> c == 0 || Character.isSurrogate((char) c))) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(PlainText::isCharacter).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** The cleaned text; empty if it has nothing but blanks. */
    static Optional<String> of(Optional<String> text) {
        return text.map(PlainText::clean).filter(cleaned -> !isBlank(cleaned));
    }

    /** Whether there is nothing to see: blanks of any script, tabs and line ends only. */
    static boolean isBlank(String text) {
        return text.codePoints().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    private static boolean isCharacter(int codePoint) {
        return codePoint != 0 && Character.getType(codePoint) != Character.SURROGATE;
    }
}
