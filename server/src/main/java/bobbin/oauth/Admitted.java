package bobbin.oauth;

import bobbin.app.App;
import bobbin.base.Scope;
import java.util.Optional;
import java.util.Set;

/**
 * Who shows a token that is good.
 *
 * @param standing of the user token; empty for the token of an app itself
 * @param scopes what the person allows now; never without the basic one, and none for the token of an app
 */
record Admitted(App app, Optional<Standing> standing, Set<Scope> scopes) {

    Admitted {
        scopes = Set.copyOf(scopes);
    }

    /** The user token; refuses the token of an app, which stands for nobody (03 §5). */
    Standing user() {
        return standing.orElseThrow(OauthProblems.NO_USER::refuse);
    }
}
