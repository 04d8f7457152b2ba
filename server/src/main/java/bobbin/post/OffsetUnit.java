package bobbin.post;

import java.nio.charset.StandardCharsets;

/** In what the offsets and lengths of ranges in a text are counted (04 §5.3); undocumented, and clients disagree. */
public enum OffsetUnit {
    UTF16,
    CODEPOINT,
    UTF8;

    /** Where in Java's own counting an offset lies; the end of the text if it is behind that. */
    int index(String text, int offset) {
        if (this == UTF16) {
            return Math.min(offset, text.length());
        }
        int index = 0;
        int passed = 0;
        while (index < text.length() && passed < offset) {
            int c = text.codePointAt(index);
            passed += this == CODEPOINT ? 1 : Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
            index += Character.charCount(c);
        }
        return index;
    }

    /** How long a text is in this unit. */
    int length(String text) {
        return switch (this) {
            case UTF16 -> text.length();
            case CODEPOINT -> text.codePointCount(0, text.length());
            case UTF8 -> text.getBytes(StandardCharsets.UTF_8).length;
        };
    }
}
