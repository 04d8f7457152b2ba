package bobbin;

import bobbin.base.Setting;
import bobbin.base.Texts;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How the value of a setting is written, the same for flags, variables and lines. */
final class SettingText {
    private static final Map<Class<?>, String> KINDS = Map.of(
            String.class, "text",
            Integer.class, "whole number",
            Long.class, "whole number",
            Boolean.class, "true or false",
            Duration.class, "duration such as PT90S, PT24H or P60D",
            URI.class, "address such as https://threads.example.org",
            ZoneId.class, "time zone such as America/Los_Angeles",
            Path.class, "path",
            Texts.class, "list separated by commas");

    private SettingText() {}

    /**
     * Reads a value.
     *
     * @throws IllegalArgumentException if the text is none of this type; says which form it should have
     */
    static <T> T parse(Setting<T> setting, String text) {
        String value = text.strip();
        try {
            return setting.type().cast(read(setting.type(), value));
        } catch (URISyntaxException | DateTimeException | NumberFormatException | InvalidPathException _) {
            throw new IllegalArgumentException(
                    "%s is %s".formatted(setting.secret() ? "the value" : "\"" + value + "\"", refusal(setting)));
        }
    }

    private static Object read(Class<?> type, String value) throws URISyntaxException {
        if (type.isEnum()) {
            return constant(type, value);
        }
        return switch (type.getSimpleName()) {
            case "String" -> value;
            case "Integer" -> Integer.valueOf(value);
            case "Long" -> Long.valueOf(value);
            case "Boolean" -> truth(value);
            case "Duration" -> Duration.parse(value);
            case "URI" -> new URI(value);
            case "ZoneId" -> ZoneId.of(value);
            case "Path" -> Path.of(value);
            case "Texts" -> Texts.parse(value);
            default -> throw new AssertionError("No setting can be a " + type);
        };
    }

    private static Boolean truth(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new NumberFormatException();
        };
    }

    private static Object constant(Class<?> type, String value) {
        String name = value.replace('-', '_');
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.toString().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(NumberFormatException::new);
    }

    /** As an operator would write it. */
    static String show(Object value) {
        return value instanceof Enum<?> constant ? constant.name().toLowerCase(Locale.ROOT) : value.toString();
    }

    /** What form a value has, such as {@code whole number} or {@code one of meta, friendly}. */
    static String kind(Setting<?> setting) {
        if (setting.type().isEnum()) {
            return Arrays.stream(setting.type().getEnumConstants())
                    .map(SettingText::show)
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        return KINDS.getOrDefault(setting.type(), "text");
    }

    private static String refusal(Setting<?> setting) {
        return setting.type().isEnum() ? kind(setting).replace("one of", "none of") : "no " + kind(setting);
    }

    static String flag(Setting<?> setting) {
        return "--" + setting.key().replace('.', '-').replace('_', '-');
    }

    static String variable(Setting<?> setting) {
        return "BOBBIN_" + setting.key().replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
