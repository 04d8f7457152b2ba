package bobbin.base;

/** The characters of a text, none of which is ever halved: what no text may hold (04 §4.1), and where a text ends that is too long. */
public final class Characters {
    private Characters() {}

    /** The text without U+0000 and without halves of surrogate pairs; otherwise unchanged. */
    public static String whole(String text) {
        if (text.chars().noneMatch(c -> c == 0 || Character.isSurrogate((char) c))) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(Characters::isWhole).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** The text, or so many of its characters if it has more. */
    public static String first(int most, String text) {
        return fits(most, text) ? text : text.substring(0, text.offsetByCodePoints(0, most));
    }

    /** The text, or its beginning and a mark that it goes on; so many characters at most, the mark included. */
    public static String shortened(int most, String text) {
        return fits(most, text) ? text : first(most - 1, text) + "…";
    }

    private static boolean fits(int most, String text) {
        return text.codePointCount(0, text.length()) <= most;
    }

    private static boolean isWhole(int codePoint) {
        return codePoint != 0 && Character.getType(codePoint) != Character.SURROGATE;
    }
}
