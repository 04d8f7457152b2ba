package bobbin;

import picocli.CommandLine.Command;

/** What the operator does with people. */
@Command(
        name = "user",
        description = "Make people, look at them, decide about them.",
        subcommands = {
            UserCreateCommand.class,
            UserListCommand.class,
            UserShowCommand.class,
            UserSetCommand.class,
            UserDeed.Rename.class,
            UserDeed.ResetPassword.class,
            UserDeed.LogOut.class,
            UserDeed.Deactivate.class,
            UserDeed.Reactivate.class,
            UserDeed.Delete.class
        },
        footer = {
            "",
            "Examples:",
            "  bobbin user create ann --name Ann",
            "  bobbin user set ann --verified true",
            "  bobbin user reset-password ann"
        })
final class UserCommand {}
