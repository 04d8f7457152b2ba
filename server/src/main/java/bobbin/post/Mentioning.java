package bobbin.post;

import bobbin.account.Account;
import bobbin.account.Accounts;
import bobbin.account.MentionPolicy;
import bobbin.account.Relations;
import bobbin.base.Id;
import bobbin.base.Window;
import bobbin.sql.Tx;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Settles, when a post is published, who is mentioned in it (15 §15.9): people who exist, are active, do not block the author nor are
 * blocked, and let the author mention them. Nobody is mentioned twice, and mentioning oneself means nothing.
 */
public final class Mentioning implements PostEvents {
    private final Accounts accounts;
    private final Relations relations;
    private final MentionStore store = new MentionStore();

    public Mentioning(Accounts accounts, Relations relations) {
        this.accounts = accounts;
        this.relations = relations;
    }

    @Override
    public void published(Tx tx, Post post) {
        Map<String, Optional<Id>> people = new HashMap<>();
        for (Mentions.Found found : post.content().text().map(Mentions::in).orElse(List.of())) {
            if (!people.containsKey(found.name())) {
                Optional<Id> person = person(tx, post.author(), found.name());
                person.ifPresent(id -> store.insert(tx, post.id(), id, found.offset()));
                people.put(found.name(), person);
            }
        }
    }

    /** Whom a post mentions, in the order of the text. */
    public List<Id> in(Tx tx, Id post) {
        return store.mentionedIn(tx, post);
    }

    /** Whom a post mentions, by where their {@code @} stands first in its text. */
    public Map<Integer, Id> places(Tx tx, Post post) {
        return post.content().text().filter(text -> text.contains("@")).isPresent()
                ? store.places(tx, post.id())
                : Map.of();
    }

    /** The posts that mention somebody, by time; also those that are not to be seen. */
    public List<Id> of(Tx tx, Id account, Window window) {
        return store.mentioning(tx, account, window);
    }

    private Optional<Id> person(Tx tx, Id author, String name) {
        return accounts.byUsername(tx, name)
                .filter(account -> account.isActive() && !account.id().equals(author))
                .filter(account -> admits(account.mentions(), relations.between(tx, account.id(), author)))
                .map(Account::id);
    }

    private static boolean admits(MentionPolicy policy, Relations.Between person) {
        if (person.isApart()) {
            return false;
        }
        return switch (policy) {
            case EVERYONE -> true;
            case FOLLOWED -> person.follows();
            case FOLLOWERS -> person.followed();
            case NOBODY -> false;
        };
    }
}
