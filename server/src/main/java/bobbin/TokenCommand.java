package bobbin;

import bobbin.app.Actor;
import bobbin.base.Id;
import bobbin.base.Problem;
import bobbin.base.Scope;
import bobbin.oauth.Issued;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the operator does with tokens. */
@Command(
        name = "token",
        description = "Issue tokens without the authorization window, look into them, end them.",
        subcommands = {TokenCommand.Issue.class, TokenCommand.Debug.class, TokenCommand.Revoke.class},
        footer = {"", "Example:", "  bobbin token issue ann 1234567890123456789 --scope threads_basic"})
final class TokenCommand {
    private static final Problem ENDED = Problem.platform(190, "There is no such token, or it has ended already.");

    @Command(
            name = "issue",
            description = "Let an app act for a person, and print a long-lived token.",
            footer = {"", "Example:", "  bobbin token issue ann 1234567890123456789"})
    static final class Issue extends Administration {
        @Mixin
        private final Printing printing = new Printing();

        @Parameters(index = "0", paramLabel = "<username>")
        private String username = "";

        @Parameters(index = "1", paramLabel = "<app-id>")
        private String app = "";

        @Option(
                names = "--scope",
                split = ",",
                paramLabel = "<permission>",
                description = "May be repeated or joined by commas (default: all).")
        private List<String> permissions = List.of();

        @Override
        void run(Given given, Parts parts) {
            Id account = UserShowCommand.named(parts, username).id();
            Set<Scope> scopes = permissions.isEmpty()
                    ? EnumSet.allOf(Scope.class)
                    : permissions.stream().map(AppDeed::scope).collect(Collectors.toSet());
            Id client = parts.platform
                    .apps
                    .show(Actor.OPERATOR, AppShowCommand.id(app))
                    .id();
            Issued issued = parts.platform.tokens.issue(account, client, scopes);
            Map<String, Object> shown = new LinkedHashMap<>();
            shown.put("access_token", issued.text());
            shown.put("user_id", Long.toString(issued.userId()));
            shown.put("expires_in", issued.expiresIn());
            printing.one(given.world().out(), shown);
        }
    }

    @Command(
            name = "debug",
            description = "Look into a token: whose it is, what it allows, until when, and why it ended.",
            footer = {"", "Example:", "  bobbin token debug THAA..."})
    static final class Debug extends Administration {
        @Mixin
        private final Printing printing = new Printing();

        @Parameters(paramLabel = "<token>")
        private String token = "";

        @Override
        void run(Given given, Parts parts) {
            printing.one(given.world().out(), parts.platform.inspections.of(token));
        }
    }

    @Command(
            name = "revoke",
            description = "End a token.",
            footer = {"", "Example:", "  bobbin token revoke THAA..."})
    static final class Revoke extends Administration {
        @Parameters(paramLabel = "<token>")
        private String token = "";

        @Override
        void run(Given given, Parts parts) {
            if (!parts.platform.tokens.revoke(token)) {
                throw ENDED.refuse();
            }
        }
    }
}
