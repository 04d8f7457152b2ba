package bobbin.graph;

import bobbin.base.Id;
import bobbin.base.Scope;
import java.util.Optional;
import java.util.Set;

/**
 * Who calls: an app, as a rule on behalf of a person.
 *
 * @param account the person; empty for an app token
 * @param scopedId the person's id as this app knows it, at most 2^53−1; empty for an app token (01 §6)
 * @param scopes what the person allows this app to do
 */
public record Viewer(Id app, Optional<Id> account, Optional<String> scopedId, Set<Scope> scopes) {

    public Viewer {
        scopes = Set.copyOf(scopes);
    }

    public boolean has(Scope scope) {
        return scopes.contains(scope);
    }
}
