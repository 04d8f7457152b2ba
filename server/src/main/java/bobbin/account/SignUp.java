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
        return account(id, username, email, profile, details, now, geoEligible);
    }

    /** A new account: nothing is decided about it yet. */
    static Account account(
            Id id,
            Username username,
            Optional<Email> email,
            Profile profile,
            Details details,
            Instant now,
            boolean geoEligible) {
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
