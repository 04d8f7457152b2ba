package bobbin;

import bobbin.ChosenSettings.Written;
import bobbin.base.Setting;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads settings. A flag is stronger than a variable, a variable stronger than a line of the file; then follow what the
 * command itself presumes, the profile ({@code fidelity}) and the default. An empty value counts as none. All faults are
 * collected before any is told.
 */
final class SettingsReader {
    /** The variable that names the file of settings; the flag is {@code --config}. */
    static final String FILE_VARIABLE = "BOBBIN_CONFIG";

    static final String FILE = "bobbin.properties";

    private final Surroundings world;
    private final Collection<Setting<?>> settings;
    private final Map<String, Written> written = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();

    SettingsReader(Surroundings world, Collection<Setting<?>> settings) {
        this.world = world;
        this.settings = List.copyOf(settings);
    }

    /** Reads the file that the operator named, or {@code bobbin.properties} in the folder where the command was started. */
    SettingsReader file(Optional<String> named) {
        Optional<String> name =
                named.or(() -> Optional.ofNullable(world.variables().get(FILE_VARIABLE)));
        Path file = world.folder().resolve(name.orElse(FILE));
        if (name.isEmpty() && !Files.exists(file)) {
            return this;
        }
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            faults.add("The settings in " + file + " cannot be read: " + e.getMessage() + ".");
            return this;
        }
        Map<String, Setting<?>> known = named(Setting::key);
        String shown = name.orElse(FILE);
        for (String key : lines.stringPropertyNames().stream().sorted().toList()) {
            Optional.ofNullable(known.get(key))
                    .ifPresentOrElse(
                            setting -> accept(setting, lines.getProperty(key), shown, key),
                            () -> faults.add(shown + ": " + Names.unknown(key, known.keySet())));
        }
        return this;
    }

    /** Reads every variable that begins with {@code BOBBIN_}. */
    SettingsReader variables() {
        Map<String, Setting<?>> known = named(SettingText::variable);
        world.variables().entrySet().stream()
                .filter(variable -> variable.getKey().startsWith("BOBBIN_"))
                .filter(variable -> !variable.getKey().equals(FILE_VARIABLE))
                .sorted(Map.Entry.comparingByKey())
                .forEach(variable -> Optional.ofNullable(known.get(variable.getKey()))
                        .ifPresentOrElse(
                                setting -> accept(setting, variable.getValue(), variable.getKey(), variable.getKey()),
                                () -> faults.add(Names.unknown(variable.getKey(), known.keySet()))));
        return this;
    }

    /** Takes the flags of the command line, by the keys of their settings. */
    SettingsReader flags(Map<String, String> flags) {
        for (Setting<?> setting : settings) {
            String flag = SettingText.flag(setting);
            Optional.ofNullable(flags.get(setting.key())).ifPresent(text -> accept(setting, text, flag, flag));
        }
        return this;
    }

    /** Whatever was wrong, in the order in which it was read. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    ChosenSettings chosen(List<Presumed<?>> presumed) {
        return new ChosenSettings(world.folder(), written, presumed);
    }

    private void accept(Setting<?> setting, String text, String origin, String name) {
        if (text.isBlank()) {
            return;
        }
        try {
            written.put(setting.key(), new Written(SettingText.parse(setting, text), origin));
        } catch (IllegalArgumentException e) {
            faults.add(name + ": " + e.getMessage() + ".");
        }
    }

    private Map<String, Setting<?>> named(Function<Setting<?>, String> name) {
        return settings.stream().collect(Collectors.toMap(name, Function.identity()));
    }
}
