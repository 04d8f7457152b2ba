package bobbin.account;

import bobbin.base.Id;
import java.time.Instant;
import java.util.Optional;

/**
 * What somebody says to get an account.
 *
 * @param email required of people who join by themselves
 */
public record SignUp(Username username, Optional<Email> email, Password password, Profile profile, Details details) {

    /** The least: a name and a password. */
    public static SignUp of(String username, String password) {
        return new SignUp(
                new Username(username), Optional.empty(), new Password(password), Profile.EMPTY, Details.NONE);
    }

    Account account(Id id, Instant now, boolean geoEligible) {
        Optional<Instant> never = Optional.empty();
        return new Account(
                id,
                username.text(),
                email.map(Email::text),
                profile,
                Optional.empty(),
                details,
                MentionPolicy.EVERYONE,
                never,
                new Standing(never, never, never, geoEligible ? never : Optional.of(now), never, never),
                now);
    }
}
