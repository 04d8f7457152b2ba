package bobbin;

import picocli.CommandLine.Command;

/** What the operator does with apps. */
@Command(
        name = "app",
        description = "Make apps, look at them, decide about them.",
        subcommands = {
            AppCreateCommand.class,
            AppListCommand.class,
            AppShowCommand.class,
            AppSetCommand.class,
            AppDeed.AddRedirect.class,
            AppDeed.RemoveRedirect.class,
            AppDeed.Invite.class,
            AppDeed.Accept.class,
            AppDeed.RemoveRole.class,
            AppDeed.AddPermission.class,
            AppDeed.RemovePermission.class,
            AppDeed.SetAccess.class,
            AppDeed.Reject.class,
            AppDeed.RemoveFrom.class,
            AppDeed.ResetSecret.class,
            AppDeed.Delete.class
        },
        footer = {
            "",
            "Examples:",
            "  bobbin app create \"Our scheduler\" --admin dan --redirect https://localhost:3000/callback",
            "  bobbin app show 1234567890123456789 --secret",
            "  bobbin app invite 1234567890123456789 bob threads_tester"
        })
final class AppCommand {}
