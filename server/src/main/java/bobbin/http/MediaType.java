package bobbin.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Reads the value of a {@code Content-Type} header. */
final class MediaType {
    private MediaType() {}

    /** Type and subtype in small letters. */
    static String essence(String value) {
        int end = value.indexOf(';');
        return (end < 0 ? value : value.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    /** A parameter of this name, without quotes. */
    static Optional<String> parameter(String value, String name) {
        return Arrays.stream(value.split(";", -1))
                .skip(1)
                .map(String::strip)
                .filter(part -> part.regionMatches(true, 0, name + "=", 0, name.length() + 1))
                .map(part -> part.substring(name.length() + 1).strip())
                .map(text -> text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                        ? text.substring(1, text.length() - 1)
                        : text)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }
}
