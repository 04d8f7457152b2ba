package bobbin.oauth;

import bobbin.base.Id;
import bobbin.base.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A user token: lets an app act for a person until it expires or ends (03 §2 to §4, §8).
 *
 * @param hash all that we keep of its text
 * @param scopes what the person allowed when it was issued; what it allows now is for the {@link Grant} to say
 * @param usedAt the last call with it, to the hour
 */
record Token(
        String hash,
        Id account,
        Id app,
        Life life,
        Set<Scope> scopes,
        Instant issuedAt,
        Instant expiresAt,
        Optional<Instant> usedAt,
        Optional<Ending> ending) {

    /** Two kinds of tokens, two lengths of life. */
    enum Life {
        /** Out of a code, for an hour. */
        SHORT,
        /** Out of a short-lived one, for 60 days. */
        LONG
    }

    Token {
        scopes = Set.copyOf(scopes);
    }

    /** Refuses unless it is alive (03 §7). */
    void admit(Instant now, Words words) {
        if (ending.isPresent()) {
            throw ending.get().problem().refuse(app, words.host());
        }
        if (!now.isBefore(expiresAt)) {
            throw OauthProblems.EXPIRED.refuse(words.time(expiresAt), words.time(now));
        }
    }

    /** How long it has left, in whole seconds. */
    long secondsLeft(Instant now) {
        return Duration.between(now, expiresAt).toSeconds();
    }

    boolean isYoungerThan(Duration age, Instant now) {
        return now.isBefore(issuedAt.plus(age));
    }
}
