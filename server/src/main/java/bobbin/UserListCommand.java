package bobbin;

import bobbin.account.Account;
import bobbin.base.Id;
import bobbin.base.Page;
import bobbin.base.Window;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists accounts, newest first. */
@Command(
        name = "list",
        description = "List accounts, newest first.",
        footer = {"", "Examples:", "  bobbin user list", "  bobbin user list --limit 1000 --json"})
final class UserListCommand extends Administration {
    private static final int PAGE = 100;

    @Mixin
    private final Printing printing = new Printing();

    @Option(names = "--limit", paramLabel = "<number>", description = "How many at most (default: 100).")
    private int limit = PAGE;

    @Override
    void run(Given given, Parts parts) {
        List<Account> found = new ArrayList<>();
        Id below = Id.HIGHEST;
        boolean more = true;
        while (more && found.size() < limit) {
            Page<Account> page = parts.people.accounts.list(
                    new Window(Id.LOWEST, below, false, Math.min(PAGE, limit - found.size())));
            found.addAll(page.items());
            more = page.more() && !page.items().isEmpty();
            below = more ? page.items().getLast().id() : below;
        }
        printing.all(
                given.world().out(), found.stream().map(UserShowCommand::row).toList());
    }
}
