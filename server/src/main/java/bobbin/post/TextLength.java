package bobbin.post;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the characters of a text are counted (04 §4.1). Sources disagree, so the operator chooses. */
public enum TextLength {
    /** What a reader sees as one character counts 1; an emoji counts the bytes of its UTF-8 form. The literal reading. */
    GRAPHEMES_EMOJI_BYTES {
        @Override
        int of(String text) {
            int length = 0;
            Matcher clusters = CLUSTER.matcher(text);
            while (clusters.find()) {
                String cluster = clusters.group();
                length += isEmoji(cluster) ? bytes(cluster) : 1;
            }
            return length;
        }
    },
    /** Every character counts the bytes of its UTF-8 form. */
    UTF8_BYTES {
        @Override
        int of(String text) {
            return bytes(text);
        }
    },
    /** Every code point counts 1. */
    CODE_POINTS {
        @Override
        int of(String text) {
            return text.codePointCount(0, text.length());
        }
    };

    private static final Pattern CLUSTER = Pattern.compile("\\X");
    private static final int KEYCAP = 0x20E3;
    private static final int EMOJI_STYLE = 0xFE0F;
    private static final int FIRST_REGIONAL = 0x1F1E6;
    private static final int LAST_REGIONAL = 0x1F1FF;

    /** The length of a text in this way of counting. */
    abstract int of(String text);

    /** The number of characters as a reader sees them, whatever they are. */
    static int clusters(String text) {
        return (int) CLUSTER.matcher(text).results().count();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Whether a cluster is shown as a picture: by itself, by the selector behind it, as a keycap, or as a flag. */
    private static boolean isEmoji(String cluster) {
        boolean pictograph = false;
        boolean styled = false;
        int regionals = 0;
        for (int c : cluster.codePoints().toArray()) {
            if (c == KEYCAP || Character.isEmojiPresentation(c)) {
                return true;
            }
            styled |= c == EMOJI_STYLE;
            pictograph |= Character.isExtendedPictographic(c);
            regionals += c >= FIRST_REGIONAL && c <= LAST_REGIONAL ? 1 : 0;
        }
        return regionals == 2 || (pictograph && styled);
    }
}
