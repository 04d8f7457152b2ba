package bobbin.web;

import java.util.Optional;

/** Knows people by the token in their session cookie. */
@FunctionalInterface
public interface Doorman {

    /** Who carries this token; empty if nobody does, or no longer. The token is what a stranger sent: any text. */
    Optional<Person> who(String sessionToken);
}
