package bobbin.oauth;

import bobbin.base.Id;
import bobbin.base.Scope;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What the window hands to a client: good for one exchange, by the app and with the address that it was made for
 * (03 §1.3, §2).
 *
 * @param scopes what the person allowed in this window
 */
record Code(
        String hash,
        Id account,
        Id app,
        String redirectUri,
        Set<Scope> scopes,
        Optional<Challenge> challenge,
        Instant expiresAt,
        Optional<Instant> usedAt) {

    Code {
        scopes = Set.copyOf(scopes);
    }

    /** Refuses an exchange that this code does not allow (03 §2.3). */
    void admit(Exchange exchange, Instant now) {
        if (!app.equals(exchange.app()) || usedAt.isPresent() || !now.isBefore(expiresAt)) {
            throw OauthProblems.CODE_UNKNOWN.refuse();
        }
        if (!redirectUri.equals(exchange.redirectUri())) {
            throw OauthProblems.REDIRECT_DIFFERS.refuse();
        }
        if (challenge.isPresent()
                && exchange.verifier().isPresent()
                && !challenge.get().isMetBy(exchange.verifier().get())) {
            throw OauthProblems.CODE_UNKNOWN.refuse();
        }
    }

    /** What a client shows to get a token for a code, after it has proved to be the app. */
    record Exchange(Id app, String redirectUri, Optional<String> verifier) {}
}
