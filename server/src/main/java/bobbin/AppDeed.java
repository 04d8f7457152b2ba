package bobbin;

import bobbin.app.Access;
import bobbin.app.Actor;
import bobbin.app.Role;
import bobbin.base.Id;
import bobbin.base.Scope;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A command that does one thing with one app. */
abstract class AppDeed extends Administration {
    @Parameters(paramLabel = "<app-id>")
    private String app = "";

    @Override
    final void run(Given given, Parts parts) {
        run(given, parts, AppShowCommand.id(app));
    }

    abstract void run(Given given, Parts parts, Id app);

    @Command(
            name = "add-redirect",
            description = "Add an address to which the authorization window may send people.",
            footer = {"", "Example:", "  bobbin app add-redirect 1234567890123456789 https://app.example/callback"})
    static final class AddRedirect extends AppDeed {
        @Parameters(index = "1", paramLabel = "<address>")
        private String uri = "";

        @Override
        void run(Given given, Parts parts, Id app) {
            parts.platform.apps.addRedirect(Actor.OPERATOR, app, uri);
        }
    }

    @Command(
            name = "remove-redirect",
            description = "Remove such an address.",
            footer = {"", "Example:", "  bobbin app remove-redirect 1234567890123456789 https://app.example/callback"})
    static final class RemoveRedirect extends AppDeed {
        @Parameters(index = "1", paramLabel = "<address>")
        private String uri = "";

        @Override
        void run(Given given, Parts parts, Id app) {
            parts.platform.apps.removeRedirect(Actor.OPERATOR, app, uri);
        }
    }

    /** A command about the role of a person. */
    abstract static class OfRole extends AppDeed {
        @Parameters(index = "1", paramLabel = "<username>")
        private String username = "";

        @Parameters(
                index = "2",
                paramLabel = "<role>",
                description = "admin, developer, tester, analyst or threads_tester.")
        private Role role = Role.THREADS_TESTER;

        @Override
        final void run(Given given, Parts parts, Id app) {
            run(parts, app, UserShowCommand.named(parts, username).id(), role);
        }

        abstract void run(Parts parts, Id app, Id account, Role role);
    }

    @Command(
            name = "invite",
            description = "Offer a role to a person, who accepts it on the page /settings/apps.",
            footer = {"", "Example:", "  bobbin app invite 1234567890123456789 bob threads_tester"})
    static final class Invite extends OfRole {
        @Override
        void run(Parts parts, Id app, Id account, Role role) {
            parts.platform.roles.invite(
                    Actor.OPERATOR, app, parts.people.accounts.get(account).username(), role);
        }
    }

    @Command(
            name = "accept",
            description = "Accept an invitation in the name of the person.",
            footer = {"", "Example:", "  bobbin app accept 1234567890123456789 bob threads_tester"})
    static final class Accept extends OfRole {
        @Override
        void run(Parts parts, Id app, Id account, Role role) {
            parts.platform.roles.accept(account, app, role);
        }
    }

    @Command(
            name = "remove-role",
            description = "Take a role away, or an invitation back.",
            footer = {"", "Example:", "  bobbin app remove-role 1234567890123456789 bob threads_tester"})
    static final class RemoveRole extends OfRole {
        @Override
        void run(Parts parts, Id app, Id account, Role role) {
            parts.platform.roles.remove(Actor.OPERATOR, app, account, role);
        }
    }

    /** A command about a permission. */
    abstract static class OfPermission extends AppDeed {
        @Parameters(index = "1", paramLabel = "<permission>")
        private String permission = "";

        @Override
        final void run(Given given, Parts parts, Id app) {
            run(parts, app, scope(permission));
        }

        abstract void run(Parts parts, Id app, Scope scope);
    }

    /** The permission that was typed. */
    static Scope scope(String typed) {
        List<String> known = List.of(Scope.values()).stream().map(Scope::wire).toList();
        return Scope.parse(typed.strip()).orElseThrow(() -> new Faults(List.of(Names.unknown(typed, known))));
    }

    @Command(
            name = "add-permission",
            description = "Let the app ask people for a permission.",
            footer = {"", "Example:", "  bobbin app add-permission 1234567890123456789 threads_delete"})
    static final class AddPermission extends OfPermission {
        @Override
        void run(Parts parts, Id app, Scope scope) {
            parts.platform.permissions.add(Actor.OPERATOR, app, scope);
        }
    }

    @Command(
            name = "remove-permission",
            description = "Let the app ask for a permission no more.",
            footer = {"", "Example:", "  bobbin app remove-permission 1234567890123456789 threads_delete"})
    static final class RemovePermission extends OfPermission {
        @Override
        void run(Parts parts, Id app, Scope scope) {
            parts.platform.permissions.remove(Actor.OPERATOR, app, scope);
        }
    }

    @Command(
            name = "access",
            description = "Say how far a permission of the app reaches; this also answers a request.",
            footer = {"", "Example:", "  bobbin app access 1234567890123456789 threads_delete advanced"})
    static final class SetAccess extends OfPermission {
        @Parameters(index = "2", paramLabel = "<access>", description = "advanced or standard.")
        private Access access = Access.STANDARD;

        @Override
        void run(Parts parts, Id app, Scope scope) {
            switch (access) {
                case ADVANCED -> parts.platform.permissions.approve(Actor.OPERATOR, app, scope);
                case STANDARD -> parts.platform.permissions.withdraw(Actor.OPERATOR, app, scope);
            }
        }
    }

    @Command(
            name = "reject",
            description = "Refuse a request for advanced access.",
            footer = {"", "Example:", "  bobbin app reject 1234567890123456789 threads_delete"})
    static final class Reject extends OfPermission {
        @Override
        void run(Parts parts, Id app, Scope scope) {
            parts.platform.permissions.reject(Actor.OPERATOR, app, scope);
        }
    }

    @Command(
            name = "remove-from",
            description = "Take the app from a person who allowed it something: its tokens end, and it is told.",
            footer = {"", "Example:", "  bobbin app remove-from 1234567890123456789 bob"})
    static final class RemoveFrom extends AppDeed {
        @Parameters(index = "1", paramLabel = "<username>")
        private String username = "";

        @Override
        void run(Given given, Parts parts, Id app) {
            Id account = UserShowCommand.named(parts, username).id();
            if (!parts.platform.grants.revoke(account, app)) {
                throw new Faults(List.of(username + " allows the app nothing."));
            }
        }
    }

    @Command(
            name = "reset-secret",
            description = "Make a new secret; tokens of the app itself end.",
            footer = {"", "Example:", "  bobbin app reset-secret 1234567890123456789"})
    static final class ResetSecret extends AppDeed {
        @Mixin
        private final Printing printing = new Printing();

        @Override
        void run(Given given, Parts parts, Id app) {
            String secret = parts.platform.apps.resetSecret(Actor.OPERATOR, app).text();
            printing.one(given.world().out(), Map.of("secret", secret));
        }
    }

    @Command(
            name = "delete",
            description = "Delete an app for good.",
            footer = {"", "Example:", "  bobbin app delete 1234567890123456789"})
    static final class Delete extends AppDeed {
        @Override
        void run(Given given, Parts parts, Id app) {
            parts.platform.apps.delete(Actor.OPERATOR, app);
        }
    }
}
