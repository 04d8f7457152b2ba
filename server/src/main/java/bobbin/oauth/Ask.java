package bobbin.oauth;

import bobbin.app.App;
import bobbin.base.Id;
import bobbin.base.Scope;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a client asks for at the window, after everything has been checked that does not depend on the person (03 §1.5).
 *
 * @param redirectUri one of the app's registered addresses, as it was registered
 * @param scopes never without the basic one
 * @param state given back unchanged
 */
public record Ask(
        App app, String redirectUri, Set<Scope> scopes, Optional<String> state, Optional<Challenge> challenge) {

    public Ask {
        scopes = Set.copyOf(scopes);
    }

    /** The same with no other permissions than these. */
    Ask within(Set<Scope> limit) {
        EnumSet<Scope> fewer = EnumSet.copyOf(scopes);
        fewer.retainAll(limit);
        return new Ask(app, redirectUri, fewer, state, challenge);
    }

    /** What the person allows by ticking these; the basic permission cannot be unticked. */
    Consent allow(Id account, Collection<Scope> ticked) {
        EnumSet<Scope> allowed = EnumSet.of(Scope.BASIC);
        allowed.addAll(ticked);
        allowed.retainAll(scopes);
        return new Consent(account, app.id(), redirectUri, allowed, challenge);
    }
}
