package bobbin.search;

import bobbin.account.Account;
import bobbin.account.Accounts;
import bobbin.app.AccessTierPolicy;
import bobbin.base.Id;
import bobbin.base.Page;
import bobbin.limit.Limit;
import bobbin.limit.Limits;
import bobbin.post.Onlooker;
import bobbin.post.Post;
import bobbin.search.Finder.Found;
import bobbin.search.Search.Order;
import bobbin.sql.Database;
import bobbin.sql.Tx;
import java.util.Map;
import java.util.Optional;

/** Searching posts through an app (08 §8.1): what an app may search, what counts, and what is remembered of it. */
public final class Searches {
    private final Database database;
    private final Finder finder;
    private final Standings standings;
    private final History history;
    private final Rules rules;

    /** What a search has to do with the rest of the house. */
    public record Rules(Accounts accounts, AccessTierPolicy policy, Limits limits, SearchSettings settings) {}

    public Searches(Database database, Finder finder, Standings standings, History history, Rules rules) {
        this.database = database;
        this.finder = finder;
        this.standings = standings;
        this.history = history;
        this.rules = rules;
    }

    /** What was found, and what of it no longer stands where it did. */
    private record Outcome(Found found, Map<Id, Id> moved) {
        static final Outcome NOTHING = new Outcome(Found.NOTHING, Map.of());
    }

    /** Searches on behalf of somebody, whose quota it counts for if anything is found. */
    Page<Post> search(Id app, Onlooker onlooker, Search asked) {
        Id account = onlooker.account().orElseThrow();
        Outcome outcome = asked.says(rules.settings().sensitive())
                ? Outcome.NOTHING
                : database.readLong(tx -> search(tx, app, onlooker, asked));
        boolean counts = !outcome.found().isEmpty();
        if (counts || asked.isNew()) {
            database.change(tx -> {
                if (counts) {
                    rules.limits().spend(tx, app, account, Limit.KEYWORD_SEARCH);
                }
                if (asked.isNew()) {
                    history.remember(tx, account, asked.q());
                }
                standings.move(tx, outcome.moved());
            });
        }
        return outcome.found().page();
    }

    private Outcome search(Tx tx, Id app, Onlooker onlooker, Search asked) {
        Optional<Id> author = asked.author()
                .flatMap(name -> rules.accounts().byUsername(tx, name))
                .map(Account::id);
        if (asked.author().isPresent() && author.isEmpty()) {
            return Outcome.NOTHING;
        }
        Id self = onlooker.account().orElseThrow();
        boolean everybody = rules.policy().searchesEverybody(tx, app);
        if (!everybody && author.filter(other -> !other.equals(self)).isPresent()) {
            return Outcome.NOTHING;
        }
        Found found = finder.find(tx, onlooker, asked, everybody ? author : Optional.of(self));
        return new Outcome(
                found,
                asked.order() == Order.TOP ? standings.moved(tx, found.hits().items()) : Map.of());
    }
}
