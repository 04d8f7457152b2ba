package bobbin;

import bobbin.app.Actor;
import bobbin.app.App;
import bobbin.base.Id;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes an app. */
@Command(
        name = "create",
        description = "Make an app, and print its id and its secret.",
        footer = {"", "Example:", "  bobbin app create Demo --admin dan --redirect https://localhost:3000/callback"})
final class AppCreateCommand extends Administration {
    @Mixin
    private final Printing printing = new Printing();

    @Parameters(paramLabel = "<name>")
    private String name = "";

    @Option(names = "--admin", required = true, paramLabel = "<username>", description = "Its first administrator.")
    private String admin = "";

    @Option(names = "--redirect", paramLabel = "<address>", description = "Where people may be sent; may be repeated.")
    private List<String> redirects = List.of();

    @Override
    void run(Given given, Parts parts) {
        Id owner = UserShowCommand.named(parts, admin).id();
        Id made = parts.platform
                .apps
                .create(Actor.OPERATOR, owner, name, redirects)
                .id();
        App app = parts.platform.apps.show(Actor.OPERATOR, made);
        printing.one(given.world().out(), AppShowCommand.whole(parts, app, true));
    }
}
