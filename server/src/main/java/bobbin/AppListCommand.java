package bobbin;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists all apps, oldest first. */
@Command(
        name = "list",
        description = "List all apps, oldest first.",
        footer = {"", "Example:", "  bobbin app list --json"})
final class AppListCommand extends Administration {
    @Mixin
    private final Printing printing = new Printing();

    @Override
    void run(Given given, Parts parts) {
        printing.all(
                given.world().out(),
                parts.platform.apps.all().stream().map(AppShowCommand::row).toList());
    }
}
