package bobbin;

import bobbin.base.Setting;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints every setting with its value and where it came from; secrets are masked. */
@Command(
        name = "config",
        description = "Print every setting, its value and where it came from.",
        footer = {"", "Examples:", "  bobbin config", "  bobbin config --reference > docs/operate/settings.md"})
final class ConfigCommand implements Task {
    private static final String MASK = "********";

    @Option(names = "--reference", description = "Print the page docs/operate/settings.md instead.")
    private boolean reference;

    @Override
    public int run(Given given) {
        if (reference) {
            given.world().out().print(SettingsPage.print(Settings.all()));
            return Exit.DONE;
        }
        List<Setting<?>> settings = Settings.all();
        int width =
                settings.stream().mapToInt(each -> each.key().length()).max().orElse(0);
        for (Setting<?> setting : settings) {
            given.world()
                    .out()
                    .printf(
                            "%-" + width + "s  %s  (%s)%n",
                            setting.key(),
                            shown(setting, given.chosen()),
                            given.chosen().origin(setting));
        }
        return Exit.DONE;
    }

    private static String shown(Setting<?> setting, ChosenSettings chosen) {
        String text = SettingText.show(chosen.get(setting));
        return setting.secret() && !text.isEmpty() ? MASK : text.isEmpty() ? "-" : text;
    }
}
