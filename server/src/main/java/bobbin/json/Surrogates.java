package bobbin.json;

/** Half a character, as {@code "\\ud83d"} or a careless cut makes it, cannot be written as UTF-8. */
final class Surrogates {
    private Surrogates() {}

    /** The text with each lone half replaced by U+FFFD; the same text if there is none. */
    static String paired(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return text.codePoints()
                        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xfffd : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            }
        }
        return text;
    }
}
