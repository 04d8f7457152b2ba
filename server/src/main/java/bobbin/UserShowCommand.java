package bobbin;

import bobbin.account.Account;
import bobbin.account.AccountProblems;
import bobbin.account.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows an account: what its profile says, and what was decided about it. */
@Command(
        name = "show",
        description = "Show an account.",
        footer = {"", "Example:", "  bobbin user show ann"})
final class UserShowCommand extends Administration {
    @Mixin
    private final Printing printing = new Printing();

    @Parameters(paramLabel = "<username>")
    private String username = "";

    @Override
    void run(Given given, Parts parts) {
        printing.one(given.world().out(), whole(named(parts, username)));
    }

    /** The account of a username, with or without {@code @}; refuses if there is none. */
    static Account named(Parts parts, String username) {
        return parts.people
                .accounts
                .byUsername(username.startsWith("@") ? username.substring(1) : username)
                .orElseThrow(AccountProblems.ACCOUNT_MISSING::refuse);
    }

    static Map<String, Object> row(Account account) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", account.id());
        row.put("username", account.username());
        row.put("state", states(account));
        row.put("created", account.createdAt().toString());
        return row;
    }

    private static Map<String, Object> whole(Account account) {
        Map<String, Object> whole = row(account);
        whole.put("name", account.profile().name());
        whole.put("biography", account.profile().biography());
        whole.put("email", account.email().orElse(""));
        Standing standing = account.standing();
        whole.put("private_since", date(account.privateSince()));
        whole.put("verified_since", date(standing.verifiedAt()));
        whole.put("suspended_since", date(standing.suspendedAt()));
        whole.put("age_restricted_since", date(standing.ageRestrictedAt()));
        whole.put("geo_gating_refused_since", date(standing.geoRefusedAt()));
        whole.put("deactivated_since", date(standing.deactivatedAt()));
        whole.put("deleted_since", date(standing.deletedAt()));
        return whole;
    }

    private static List<String> states(Account account) {
        List<String> states = new ArrayList<>();
        states.add(account.isDeleted() ? "deleted" : account.isActive() ? "active" : "deactivated");
        if (account.isPrivate()) {
            states.add("private");
        }
        if (account.isVerified()) {
            states.add("verified");
        }
        if (account.isSuspended()) {
            states.add("suspended");
        }
        return states;
    }

    private static String date(Optional<Instant> since) {
        return since.map(Instant::toString).orElse("");
    }
}
