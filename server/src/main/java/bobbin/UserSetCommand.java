package bobbin;

import bobbin.account.Account;
import bobbin.account.Email;
import bobbin.account.Profile;
import bobbin.base.Id;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Changes what an account shows, and what the operator decides about it. */
@Command(
        name = "set",
        description = "Change an account. What is not named stays as it is.",
        footer = {
            "",
            "Examples:",
            "  bobbin user set ann --verified true --name \"Ann Example\"",
            "  bobbin user set eve --suspended true"
        })
final class UserSetCommand extends Administration {
    @Parameters(paramLabel = "<username>")
    private String username = "";

    @Option(names = "--name", paramLabel = "<text>", description = "The name to show.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--biography", paramLabel = "<text>", description = "What the profile says.")
    private Optional<String> biography = Optional.empty();

    @Option(names = "--email", paramLabel = "<address>", description = "Under which the person signs in; empty: none.")
    private Optional<String> email = Optional.empty();

    @Option(
            names = "--private",
            arity = "1",
            paramLabel = Switch.TRUTH,
            description = "Whether only followers see posts.")
    private Optional<Boolean> hidden = Optional.empty();

    @Option(names = "--verified", arity = "1", paramLabel = Switch.TRUTH, description = "The badge.")
    private Optional<Boolean> verified = Optional.empty();

    @Option(names = "--suspended", arity = "1", paramLabel = Switch.TRUTH, description = "Whether it may not publish.")
    private Optional<Boolean> suspended = Optional.empty();

    @Option(
            names = "--age-restricted",
            arity = "1",
            paramLabel = Switch.TRUTH,
            description = "Whether only adults see it.")
    private Optional<Boolean> ageRestricted = Optional.empty();

    @Option(
            names = "--geo-gating",
            arity = "1",
            paramLabel = Switch.TRUTH,
            description = "Whether it may gate by country.")
    private Optional<Boolean> geoGating = Optional.empty();

    @Override
    void run(Given given, Parts parts) {
        Account account = UserShowCommand.named(parts, username);
        Id id = account.id();
        if (name.isPresent() || biography.isPresent()) {
            Profile before = account.profile();
            parts.people.accounts.editProfile(
                    id, new Profile(name.orElse(before.name()), biography.orElse(before.biography())));
        }
        email.ifPresent(text -> parts.membership.credentials.setEmail(
                id, Optional.of(text).filter(address -> !address.isEmpty()).map(Email::new)));
        List.of(
                        new Switch(hidden, parts.people.accounts::makePrivate, parts.people.accounts::makePublic),
                        new Switch(
                                verified, parts.membership.moderation::verify, parts.membership.moderation::unverify),
                        new Switch(
                                suspended,
                                parts.membership.moderation::suspend,
                                parts.membership.moderation::unsuspend),
                        new Switch(
                                ageRestricted,
                                parts.membership.moderation::restrictAge,
                                parts.membership.moderation::unrestrictAge),
                        new Switch(
                                geoGating,
                                parts.membership.moderation::allowGeoGating,
                                parts.membership.moderation::refuseGeoGating))
                .forEach(each -> each.flip(id));
    }
}
