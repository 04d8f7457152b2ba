package bobbin.post;

import bobbin.base.Id;
import java.util.Locale;
import java.util.Optional;

/**
 * Somebody who looks at posts.
 *
 * @param account empty for somebody who has not signed in
 * @param country where the request comes from as far as a proxy tells, ISO 3166-1 alpha-2; what the account says itself is stronger
 */
public record Onlooker(Optional<Id> account, Optional<String> country) {

    public Onlooker {
        country = country.map(code -> code.strip().toUpperCase(Locale.ROOT));
    }

    /** Anybody at all, wherever they are. */
    public static final Onlooker STRANGER = new Onlooker(Optional.empty(), Optional.empty());

    public static Onlooker of(Id account) {
        return new Onlooker(Optional.of(account), Optional.empty());
    }

    boolean is(Id other) {
        return account.filter(other::equals).isPresent();
    }
}
