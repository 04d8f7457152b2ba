package bobbin.post;

import java.nio.charset.StandardCharsets;
import java.util.function.ToIntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** How the characters of a text are counted (04 §4.1). Sources disagree, so the operator chooses. */
public enum TextLength {
    /** What a reader sees as one character counts 1; an emoji counts the bytes of its UTF-8 form. The literal reading. */
    GRAPHEMES_EMOJI_BYTES {
        @Override
        int of(String text) {
            return sum(text, cluster -> isEmoji(cluster) ? bytes(cluster) : visible(cluster));
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
    /** Marks upon one letter that are still one character with it; no script needs a third as many. */
    private static final int MOST_MARKS = 32;
    /** So many UTF-16 units are more than 1,900 characters, however they are composed. */
    private static final int LONGEST_COUNTED = 1 << 17;

    private static final int KEYCAP = 0x20E3;
    private static final int EMOJI_STYLE = 0xFE0F;
    private static final int FIRST_REGIONAL = 0x1F1E6;
    private static final int LAST_REGIONAL = 0x1F1FF;

    /** The length of a text in this way of counting. */
    abstract int of(String text);

    /** The number of characters as a reader sees them, whatever they are. */
    static int clusters(String text) {
        return sum(text, TextLength::visible);
    }

    /** The lengths of all clusters; of a text that is too long for anything, its length in UTF-16 units. */
    private static int sum(String text, ToIntFunction<String> length) {
        if (text.length() > LONGEST_COUNTED) {
            return text.length();
        }
        return CLUSTER.matcher(text)
                .results()
                .map(MatchResult::group)
                .mapToInt(length)
                .sum();
    }

    /** One, however it is composed; but marks without end upon one letter count, lest a text of one character be a megabyte. */
    private static int visible(String cluster) {
        return Math.max(1, cluster.codePointCount(0, cluster.length()) - MOST_MARKS);
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
