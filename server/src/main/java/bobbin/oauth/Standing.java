package bobbin.oauth;

import bobbin.base.Scope;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * All that has to be known about a user token to admit a call: the token and the grant that it rests on. Read with one look-up.
 *
 * @param grant empty if the row of the grant is gone
 */
record Standing(Token token, Optional<Grant> grant) {

    /** What the token allows now: its scopes as far as the grant still holds them. */
    Set<Scope> scopes(Instant now) {
        return grant.map(held -> held.and(token, now)).orElse(Set.of());
    }

    /** The grant of an admitted token, which always has one. */
    Grant held() {
        return grant.orElseThrow(OauthProblems.BASIC_MISSING::refuse);
    }
}
