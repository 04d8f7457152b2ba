package bobbin;

import bobbin.base.Setting;
import java.util.List;

/** Prints {@code docs/operate/settings.md}. */
final class SettingsPage {
    private static final String HEAD = """
            # Settings

            <!-- Printed from the code. To print it anew: ./bobbin config --reference > docs/operate/settings.md -->

            Each setting is a flag of every command, a variable, and a line in `bobbin.properties`, in this order of strength:

            ```
            ./bobbin serve --http-port 8080
            BOBBIN_HTTP_PORT=8080 ./bobbin serve
            http.port=8080
            ```

            The file is `bobbin.properties` in the folder where the command is started, or the one that `--config FILE` or
            `BOBBIN_CONFIG` names. An empty value counts as none. Names that nobody reads stop the start. `./bobbin config` prints
            what holds and where it came from; secrets are masked.

            *Under meta*: the default where `fidelity` is `meta`, as it is for `./bobbin dev`.

            | Key | Flag and variable | Form | Default | Under meta | Meaning |
            | --- | --- | --- | --- | --- | --- |
            """;

    private SettingsPage() {}

    static String print(List<Setting<?>> settings) {
        StringBuilder page = new StringBuilder(HEAD);
        for (Setting<?> setting : settings) {
            page.append("| `%s` | `%s`<br>`%s` | %s | %s | %s | %s |\n"
                    .formatted(
                            setting.key(),
                            SettingText.flag(setting),
                            SettingText.variable(setting),
                            setting.secret() ? "secret" : SettingText.kind(setting),
                            code(SettingText.show(setting.standard())),
                            setting.underMeta()
                                    .map(SettingText::show)
                                    .map(SettingsPage::code)
                                    .orElse(""),
                            setting.meaning().replace("|", "\\|")));
        }
        return page.toString();
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "`" + text + "`";
    }
}
