package bobbin.oauth;

import bobbin.sql.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes when tokens and grants were last used: at most once an hour for each token, and beside the call, so that no call waits for a
 * write.
 */
final class LastUse {
    private static final Logger LOG = LoggerFactory.getLogger(LastUse.class);
    private static final Duration SPAN = Duration.ofHours(1);

    private final Database database;
    private final Executor aside;
    private final TokenStore tokens = new TokenStore();
    private final GrantStore grants = new GrantStore();
    /** The tokens whose note is on its way: calls that come meanwhile add none. */
    private final Set<String> pending = ConcurrentHashMap.newKeySet();

    LastUse(Database database, Executor aside) {
        this.database = database;
        this.aside = aside;
    }

    void note(Token token, Instant now) {
        boolean known =
                token.usedAt().filter(last -> last.isAfter(now.minus(SPAN))).isPresent();
        if (!known && pending.add(token.hash())) {
            aside.execute(() -> write(token));
        }
    }

    private void write(Token token) {
        try {
            database.change(tx -> {
                if (tokens.use(tx, token, SPAN)) {
                    grants.use(tx, token.account(), token.app());
                }
            });
        } catch (RuntimeException failure) {
            LOG.warn("event=last_use_lost account={} app={}", token.account(), token.app(), failure);
        } finally {
            pending.remove(token.hash());
        }
    }
}
