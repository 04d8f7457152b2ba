package bobbin;

import bobbin.account.Account;
import bobbin.account.SignInPages;
import bobbin.account.Username;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A command that does one thing with one account. */
abstract class UserDeed extends Administration {
    @Parameters(paramLabel = "<username>")
    private String username = "";

    @Override
    final void run(Given given, Parts parts) {
        run(given, parts, UserShowCommand.named(parts, username));
    }

    abstract void run(Given given, Parts parts, Account account);

    @Command(
            name = "rename",
            description = "Give an account another username; the old one stays reserved for a while.",
            footer = {"", "Example:", "  bobbin user rename ann annie"})
    static final class Rename extends UserDeed {
        @Parameters(index = "1", paramLabel = "<new-username>")
        private String wish = "";

        @Override
        void run(Given given, Parts parts, Account account) {
            parts.people.accounts.rename(account.id(), new Username(wish));
        }
    }

    @Command(
            name = "reset-password",
            description = "Make a link with which the person sets a new password, once.",
            footer = {"", "Example:", "  bobbin user reset-password ann"})
    static final class ResetPassword extends UserDeed {
        @Mixin
        private final Printing printing = new Printing();

        @Override
        void run(Given given, Parts parts, Account account) {
            String path = SignInPages.resetPath(parts.membership.credentials.resetSecret(account.id()));
            Map<String, String> shown = new LinkedHashMap<>();
            shown.put("link", PublicAddress.web(given.settings().http()) + path);
            shown.put("works_for", parts.membership.credentials.resetLife().toString());
            printing.one(given.world().out(), shown);
        }
    }

    @Command(
            name = "log-out",
            description = "End all sessions of a person, and the tokens of all apps.",
            footer = {"", "Example:", "  bobbin user log-out ann"})
    static final class LogOut extends UserDeed {
        @Override
        void run(Given given, Parts parts, Account account) {
            parts.membership.moderation.logOut(account.id());
        }
    }

    @Command(
            name = "deactivate",
            description = "Hide an account until the person signs in again.",
            footer = {"", "Example:", "  bobbin user deactivate ann"})
    static final class Deactivate extends UserDeed {
        @Override
        void run(Given given, Parts parts, Account account) {
            parts.membership.departures.deactivate(account.id());
        }
    }

    @Command(
            name = "reactivate",
            description = "Bring a deactivated account back.",
            footer = {"", "Example:", "  bobbin user reactivate ann"})
    static final class Reactivate extends UserDeed {
        @Override
        void run(Given given, Parts parts, Account account) {
            parts.membership.departures.reactivate(account.id());
        }
    }

    @Command(
            name = "delete",
            description = "Delete an account; after some time everything of it is removed.",
            footer = {"", "Example:", "  bobbin user delete ann"})
    static final class Delete extends UserDeed {
        @Override
        void run(Given given, Parts parts, Account account) {
            parts.membership.departures.delete(account.id());
        }
    }
}
