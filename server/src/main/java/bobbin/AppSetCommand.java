package bobbin;

import bobbin.app.Actor;
import bobbin.app.App;
import bobbin.app.Apps;
import bobbin.app.CallbackUrl;
import bobbin.base.Id;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Changes an app. */
@Command(
        name = "set",
        description = "Change an app. What is not named stays as it is.",
        footer = {"", "Example:", "  bobbin app set 1234567890123456789 --mode development --require-proof true"})
final class AppSetCommand extends Administration {
    @Parameters(paramLabel = "<app-id>")
    private String app = "";

    @Option(names = "--name", paramLabel = "<text>", description = "What people see.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--mode", paramLabel = "<mode>", description = "live or development.")
    private Optional<App.Mode> mode = Optional.empty();

    @Option(names = "--deauthorize-url", paramLabel = "<address>", description = "Told of removals; empty: none.")
    private Optional<String> deauthorize = Optional.empty();

    @Option(names = "--data-deletion-url", paramLabel = "<address>", description = "Told to delete; empty: none.")
    private Optional<String> dataDeletion = Optional.empty();

    @Option(
            names = "--require-proof",
            arity = "1",
            paramLabel = Switch.TRUTH,
            description = "Whether calls need a proof.")
    private Optional<Boolean> proof = Optional.empty();

    @Option(
            names = "--business-verified",
            arity = "1",
            paramLabel = Switch.TRUTH,
            description = "Whether you vouch for it.")
    private Optional<Boolean> verified = Optional.empty();

    @Option(
            names = "--disabled",
            arity = "1",
            paramLabel = Switch.TRUTH,
            description = "Whether it cannot work for now.")
    private Optional<Boolean> disabled = Optional.empty();

    @Override
    void run(Given given, Parts parts) {
        Id id = AppShowCommand.id(app);
        Apps apps = parts.platform.apps;
        App before = apps.show(Actor.OPERATOR, id);
        name.ifPresent(text -> apps.rename(Actor.OPERATOR, id, text));
        mode.ifPresent(wish -> apps.setMode(Actor.OPERATOR, id, wish));
        if (deauthorize.isPresent() || dataDeletion.isPresent()) {
            apps.setCallbacks(
                    Actor.OPERATOR,
                    id,
                    deauthorize.orElseGet(() -> text(before.deauthorizeUrl())),
                    dataDeletion.orElseGet(() -> text(before.dataDeletionUrl())));
        }
        List.of(
                        new Switch(proof, asOperator(apps::requireProof), asOperator(apps::waiveProof)),
                        new Switch(verified, asOperator(apps::verifyBusiness), asOperator(apps::unverifyBusiness)),
                        new Switch(disabled, asOperator(apps::disable), asOperator(apps::enable)))
                .forEach(each -> each.flip(id));
    }

    private static String text(Optional<CallbackUrl> url) {
        return url.map(CallbackUrl::text).orElse("");
    }

    private static Consumer<Id> asOperator(BiConsumer<Actor, Id> verb) {
        return id -> verb.accept(Actor.OPERATOR, id);
    }
}
