package bobbin.base;

import java.util.Optional;

/**
 * One thing that an operator can set. Its key is a flag ({@code --http-port}), a variable ({@code BOBBIN_HTTP_PORT}) and a line in
 * {@code bobbin.properties} ({@code http.port}). Each part lists its own and makes a typed record of their values.
 *
 * @param key lower-case words, joined by dots and underscores
 * @param type String, Integer, Long, Boolean, Duration, URI, ZoneId, Path, {@link Texts} or an enum
 * @param underMeta what holds instead of {@code standard} where {@code fidelity} is {@code meta} (00 decision 1)
 * @param meaning one sentence for the operator, with unit and bounds
 * @param secret whether its value is masked wherever settings are printed
 */
public record Setting<T>(String key, Class<T> type, T standard, Optional<T> underMeta, String meaning, boolean secret) {

    public static <T> Setting<T> of(String key, Class<T> type, T standard, String meaning) {
        return new Setting<>(key, type, standard, Optional.empty(), meaning, false);
    }

    public static Setting<String> secret(String key, String meaning) {
        return new Setting<>(key, String.class, "", Optional.empty(), meaning, true);
    }

    /** The same setting with another default where {@code fidelity} is {@code meta}. */
    public Setting<T> underMeta(T value) {
        return new Setting<>(key, type, standard, Optional.of(value), meaning, secret);
    }

    /** Where values come from. {@code Setting::standard} is the one that gives every default. */
    @FunctionalInterface
    public interface Values {
        <T> T get(Setting<T> setting);
    }
}
