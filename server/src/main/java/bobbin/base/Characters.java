package bobbin.base;

/** What every text that reaches us is freed of, because neither UTF-8 nor every database can hold it (04 §4.1). */
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

    private static boolean isWhole(int codePoint) {
        return codePoint != 0 && Character.getType(codePoint) != Character.SURROGATE;
    }
}
