package bobbin;

import bobbin.base.Fidelity;
import bobbin.base.Setting;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The value of every setting, and where it came from. */
final class ChosenSettings implements Setting.Values {
    /**
     * A value that somebody wrote down.
     *
     * @param origin the flag, the variable or the file
     */
    record Written(Object value, String origin) {}

    private final Path folder;
    private final Map<String, Written> written;
    private final List<Presumed<?>> presumed;

    /**
     * Lays out what was found.
     *
     * @param folder from which relative paths lead
     * @param written by the key of the setting
     */
    ChosenSettings(Path folder, Map<String, Written> written, List<Presumed<?>> presumed) {
        this.folder = folder;
        this.written = Map.copyOf(written);
        this.presumed = List.copyOf(presumed);
    }

    @Override
    public <T> T get(Setting<T> setting) {
        T value = value(setting);
        return value instanceof Path path && !path.toString().isEmpty()
                ? setting.type().cast(resolve(path))
                : value;
    }

    /** The place of a relative path: the folder where the command was started. */
    Path resolve(Path path) {
        return folder.resolve(path);
    }

    /** Whether somebody wrote this setting down, in any place. */
    boolean says(Setting<?> setting) {
        return written.containsKey(setting.key());
    }

    /** The flag, the variable or the file; {@code presumed}, {@code profile} or {@code default} where nobody wrote anything. */
    String origin(Setting<?> setting) {
        return Optional.ofNullable(written.get(setting.key()))
                .map(Written::origin)
                .or(() -> presumption(setting).map(_ -> "presumed"))
                .or(() -> profile(setting).map(_ -> "profile"))
                .orElse("default");
    }

    private <T> T value(Setting<T> setting) {
        return Optional.ofNullable(written.get(setting.key()))
                .map(Written::value)
                .or(() -> presumption(setting).map(Presumed::value))
                .map(setting.type()::cast)
                .or(() -> profile(setting))
                .orElseGet(setting::standard);
    }

    private Optional<Presumed<?>> presumption(Setting<?> setting) {
        return presumed.stream()
                .filter(each -> each.setting().key().equals(setting.key()))
                .findFirst();
    }

    private <T> Optional<T> profile(Setting<T> setting) {
        return setting.underMeta().isPresent() && get(Fidelity.SETTING) == Fidelity.META
                ? setting.underMeta()
                : Optional.empty();
    }
}
