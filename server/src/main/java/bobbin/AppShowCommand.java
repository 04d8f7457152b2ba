package bobbin;

import bobbin.app.Actor;
import bobbin.app.App;
import bobbin.app.CallbackUrl;
import bobbin.app.Member;
import bobbin.app.RedirectUri;
import bobbin.base.Id;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows an app. */
@Command(
        name = "show",
        description = "Show an app: addresses, permissions, roles.",
        footer = {"", "Example:", "  bobbin app show 1234567890123456789 --secret"})
final class AppShowCommand extends Administration {
    @Mixin
    private final Printing printing = new Printing();

    @Parameters(paramLabel = "<app-id>")
    private String app = "";

    @Option(names = "--secret", description = "Show the secret as well.")
    private boolean secret;

    @Override
    void run(Given given, Parts parts) {
        App found = parts.platform.apps.show(Actor.OPERATOR, id(app));
        printing.one(given.world().out(), whole(parts, found, secret));
    }

    /** The id that was typed. */
    static Id id(String typed) {
        return Id.parse(typed).orElseThrow(() -> new Faults(List.of(typed + " is no id of an app: it is a number.")));
    }

    static Map<String, Object> row(App app) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", app.id());
        row.put("name", app.name());
        row.put("mode", word(app.mode()));
        row.put("state", app.isDisabled() ? "disabled" : "enabled");
        return row;
    }

    static Map<String, Object> whole(Parts parts, App app, boolean withSecret) {
        Map<String, Object> whole = row(app);
        if (withSecret) {
            whole.put(
                    "secret",
                    parts.platform.apps.showSecret(Actor.OPERATOR, app.id()).text());
        }
        whole.put(
                "redirect_uris", app.redirects().stream().map(RedirectUri::text).toList());
        whole.put("deauthorize_url", url(app.deauthorizeUrl()));
        whole.put("data_deletion_url", url(app.dataDeletionUrl()));
        whole.put("requires_proof", app.requiresSecretProof());
        whole.put("business_verified", app.isBusinessVerified());
        whole.put(
                "permissions",
                app.permissions().entrySet().stream()
                        .map(entry -> entry.getKey().wire() + " ("
                                + word(entry.getValue().access()) + ")")
                        .toList());
        whole.put(
                "roles",
                parts.platform.roles.members(Actor.OPERATOR, app.id()).stream()
                        .map(AppShowCommand::role)
                        .toList());
        return whole;
    }

    private static String role(Member member) {
        return member.username() + " (" + word(member.held().role())
                + (member.held().isAccepted() ? ")" : ", invited)");
    }

    private static String url(Optional<CallbackUrl> url) {
        return url.map(CallbackUrl::text).orElse("");
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
