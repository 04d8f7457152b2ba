package bobbin.script;

import bobbin.base.Setting;
import java.util.List;
import java.util.Optional;

/**
 * Whether scripts may act as people.
 *
 * @param key what a script proves itself with; empty: there is no such interface
 */
public record ScriptSettings(Optional<String> key) {
    /** The fewest characters of a key. */
    public static final int SHORTEST = 32;

    /** {@code bobbin dev} presumes one of its own. */
    public static final Setting<String> KEY = Setting.secret(
            "script.key",
            "The key with which scripts act as anybody on the management port: at least 32 characters, for tests only. Empty:"
                    + " nobody can.");

    public static final List<Setting<?>> ALL = List.of(KEY);

    public ScriptSettings {
        if (key.filter(text -> text.length() < SHORTEST).isPresent()) {
            throw new IllegalArgumentException("%s must have at least %d characters".formatted(KEY.key(), SHORTEST));
        }
    }

    public static ScriptSettings from(Setting.Values values) {
        return new ScriptSettings(Optional.of(values.get(KEY)).filter(text -> !text.isEmpty()));
    }

    /** Does not show the key. */
    @Override
    public String toString() {
        return "ScriptSettings[hidden]";
    }
}
