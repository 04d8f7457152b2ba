package bobbin.post;

import java.nio.charset.StandardCharsets;

/** In what the offsets and lengths of ranges in a text are counted (04 §5.3); undocumented, and clients disagree. */
public enum OffsetUnit {
    UTF16,
    CODEPOINT,
    UTF8;

    /** How long a text is in this unit. */
    int length(String text) {
        return switch (this) {
            case UTF16 -> text.length();
            case CODEPOINT -> text.codePointCount(0, text.length());
            case UTF8 -> text.getBytes(StandardCharsets.UTF_8).length;
        };
    }
}
