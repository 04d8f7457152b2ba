package bobbin.base;

/**
 * One thing that an operator can set. Its key is a flag ({@code --http-port}), a variable ({@code BOBBIN_HTTP_PORT}) and a line in
 * {@code bobbin.properties} ({@code http.port}). Each part lists its own and makes a typed record of their values.
 *
 * @param key lower-case words, joined by dots and underscores
 * @param meaning one sentence for the operator, with unit and bounds
 * @param secret whether its value is masked wherever settings are printed
 */
public record Setting<T>(String key, Class<T> type, T standard, String meaning, boolean secret) {

    public static <T> Setting<T> of(String key, Class<T> type, T standard, String meaning) {
        return new Setting<>(key, type, standard, meaning, false);
    }

    public static Setting<String> secret(String key, String meaning) {
        return new Setting<>(key, String.class, "", meaning, true);
    }

    /** Where values come from. {@code Setting::standard} is the one that gives every default. */
    @FunctionalInterface
    public interface Values {
        <T> T get(Setting<T> setting);
    }
}
