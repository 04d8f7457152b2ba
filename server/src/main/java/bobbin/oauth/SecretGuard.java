package bobbin.oauth;

import bobbin.app.AppSecret;
import bobbin.base.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells whether somebody knows the secret of an app, and lets nobody guess: after 20 wrong ones in a row the app's exchange is closed
 * for a minute (03 §2.3). Each server counts for itself.
 */
final class SecretGuard {
    private static final int MOST_WRONG = 20;
    private static final Duration CLOSED = Duration.ofMinutes(1);

    /** Grows with the number of apps that somebody tries, not with the number of tries. */
    private final Map<Id, Tries> tries = new ConcurrentHashMap<>();

    private record Tries(int wrong, Instant closedUntil) {
        private static final Tries NONE = new Tries(0, Instant.MIN);

        Tries andOneMore(Instant now) {
            return wrong + 1 < MOST_WRONG ? new Tries(wrong + 1, closedUntil) : new Tries(0, now.plus(CLOSED));
        }
    }

    /** Refuses a wrong secret, and any secret while the exchange is closed. */
    void check(Id app, AppSecret secret, String offered, Instant now) {
        Instant closedUntil = tries.getOrDefault(app, Tries.NONE).closedUntil();
        if (now.isBefore(closedUntil)) {
            throw OauthProblems.SECRET_LOCKED.refuse().until(Duration.between(now, closedUntil));
        }
        if (!secret.matches(offered)) {
            tries.merge(app, Tries.NONE.andOneMore(now), (before, _) -> before.andOneMore(now));
            throw OauthProblems.SECRET_WRONG.refuse();
        }
        tries.remove(app);
    }
}
