package bobbin;

import bobbin.base.Setting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints every setting with its value and where it came from; secrets are masked. */
@Command(
        name = "config",
        description = "Print every setting, its value and where it came from.",
        footer = {
            "",
            "Examples:",
            "  bobbin config",
            "  bobbin config --json",
            "  bobbin config --reference > docs/operate/settings.md"
        })
final class ConfigCommand implements Task {
    private static final String MASK = "********";

    @Mixin
    private final Printing printing = new Printing();

    @Option(names = "--reference", description = "Print the page docs/operate/settings.md instead.")
    private boolean reference;

    @Override
    public List<Presumed<?>> presumes(ChosenSettings said) {
        return DeveloperFolder.presumedFor(said);
    }

    @Override
    public int run(Given given) {
        if (reference) {
            given.world().out().print(SettingsPage.print(Settings.all()));
        } else {
            printing.all(
                    given.world().out(),
                    Settings.all().stream()
                            .map(each -> row(each, given.chosen()))
                            .toList());
        }
        return Exit.DONE;
    }

    private static Map<String, String> row(Setting<?> setting, ChosenSettings chosen) {
        String value = SettingText.show(chosen.get(setting));
        Map<String, String> row = new LinkedHashMap<>();
        row.put("key", setting.key());
        row.put("value", setting.secret() && !value.isEmpty() ? MASK : value);
        row.put("origin", chosen.origin(setting));
        return row;
    }
}
