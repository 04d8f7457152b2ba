package bobbin.base;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Texts as they are compared when somebody looks for them: without case, without accents, and all that Unicode calls compatible as one. */
public final class Folded {
    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f]+");

    /** Letters that are one by Unicode, but that people type without their stroke, or in another form. */
    private static final Map<String, String> STROKES = Map.ofEntries(
            Map.entry("ß", "ss"),
            Map.entry("ø", "o"),
            Map.entry("æ", "ae"),
            Map.entry("œ", "oe"),
            Map.entry("đ", "d"),
            Map.entry("ł", "l"),
            Map.entry("ı", "i"),
            Map.entry("ð", "d"),
            Map.entry("þ", "th"),
            Map.entry("ς", "σ"));

    private Folded() {}

    public static String of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD);
        String folded = ACCENTS.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
        for (Map.Entry<String, String> stroke : STROKES.entrySet()) {
            folded = folded.replace(stroke.getKey(), stroke.getValue());
        }
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
    }
}
