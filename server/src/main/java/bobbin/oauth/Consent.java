package bobbin.oauth;

import bobbin.base.Id;
import bobbin.base.Scope;
import java.util.Optional;
import java.util.Set;

/**
 * A person's yes in the window.
 *
 * @param scopes what was ticked, the basic permission included
 */
public record Consent(Id account, Id app, String redirectUri, Set<Scope> scopes, Optional<Challenge> challenge) {

    public Consent {
        scopes = Set.copyOf(scopes);
    }
}
