package bobbin.account;

import bobbin.base.Id;
import bobbin.base.Ids;
import bobbin.base.Page;
import bobbin.base.Window;
import bobbin.sql.Database;
import bobbin.sql.Tx;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * How two people stand: who follows whom, and who keeps whom away (15 §15.4–15.5). The facts are given out for one pair or for a whole
 * page of people at once; visibility is decided by others.
 */
public final class Relations {
    private final Database database;
    private final Ids ids;
    private final AccountStore accounts = new AccountStore();
    private final RelationStore store = new RelationStore();

    /** What one account is to another. */
    public enum Following {
        NONE,
        /** Asked a private profile, which has not answered. */
        REQUESTED,
        ACCEPTED
    }

    /** Everything between two people, as the first sees it; follows are accepted ones. */
    public record Between(boolean follows, boolean followed, boolean blocks, boolean blockedBy) {
        /** Whether one of them keeps the other away. */
        public boolean isApart() {
            return blocks || blockedBy;
        }
    }

    public Relations(Database database, Ids ids) {
        this.database = database;
        this.ids = ids;
    }

    /** Follows a public profile at once; asks a private one. Refuses whom one cannot see. */
    public Following follow(Id follower, Id followee) {
        return database.write(tx -> {
            Account whom = visible(tx, follower, followee);
            Optional<Relation> known = store.following(tx, follower, followee);
            if (known.isPresent()) {
                return known.get().isAccepted() ? Following.ACCEPTED : Following.REQUESTED;
            }
            store.follow(
                    tx,
                    ids.next(Id.Kind.EVENT, follower),
                    ids.next(Id.Kind.EVENT, followee),
                    follower,
                    followee,
                    whom.isPrivate() ? Optional.empty() : Optional.of(tx.now()));
            return whom.isPrivate() ? Following.REQUESTED : Following.ACCEPTED;
        });
    }

    /** Ends following, or withdraws a request. */
    public void unfollow(Id follower, Id followee) {
        database.change(tx -> store.unfollow(tx, follower, followee));
    }

    /** Accepts a request; does nothing if it was withdrawn. */
    public void accept(Id followee, Id follower) {
        database.change(tx -> store.accept(tx, followee, follower));
    }

    /** Declines a request, or removes a follower; nobody is told. */
    public void remove(Id followee, Id follower) {
        database.change(tx -> store.unfollow(tx, follower, followee));
    }

    /** Keeps somebody away: neither sees the other any more, and neither follows the other. Nobody is told. */
    public void block(Id by, Id whom) {
        refuseOneself(by, whom);
        database.change(tx -> {
            if (accounts.find(tx, whom).isEmpty()) {
                throw AccountProblems.ACCOUNT_MISSING.refuse();
            }
            store.unfollow(tx, by, whom);
            store.unfollow(tx, whom, by);
            store.block(tx, by, whom);
        });
    }

    /** Lets somebody come near again. Follows do not come back by themselves. */
    public void unblock(Id by, Id whom) {
        database.change(tx -> store.unblock(tx, by, whom));
    }

    public Following following(Id follower, Id followee) {
        return database.read(tx -> store.following(tx, follower, followee))
                .map(relation -> relation.isAccepted() ? Following.ACCEPTED : Following.REQUESTED)
                .orElse(Following.NONE);
    }

    /** Who asks to follow a private profile. */
    public Page<Relation> requests(Id followee, Window window) {
        return page(window, tx -> store.requests(tx, followee, window));
    }

    /** Accepted followers whose accounts are active. */
    public Page<Relation> followers(Id followee, Window window) {
        return page(window, tx -> store.followers(tx, followee, window));
    }

    /** Whom somebody follows, accepted. */
    public Page<Relation> followed(Id follower, Window window) {
        return page(window, tx -> store.following(tx, follower, window));
    }

    /** Whom somebody keeps away, newest last. */
    public List<Id> blocked(Id by) {
        return database.read(tx -> store.blocked(tx, by));
    }

    /** {@code followers_count}: accepted followers whose accounts are active (15 §15.4). */
    public long countFollowers(Tx tx, Id followee) {
        return store.countFollowers(tx, followee);
    }

    public long countFollowers(Id followee) {
        return database.read(tx -> countFollowers(tx, followee));
    }

    public Between between(Id one, Id other) {
        return database.read(tx -> between(tx, one, other));
    }

    /** How the one stands to the other; asks only where the one lives. */
    public Between between(Tx tx, Id one, Id other) {
        List<Id> whom = List.of(other);
        return new Between(
                !store.followed(tx, one, whom).isEmpty(),
                !store.following(tx, one, whom).isEmpty(),
                !store.blocked(tx, one, whom).isEmpty(),
                !store.blockedBy(tx, one, whom).isEmpty());
    }

    /** Whether one follows the other, accepted. */
    public boolean follows(Tx tx, Id follower, Id followee) {
        return !store.followed(tx, follower, List.of(followee)).isEmpty();
    }

    /** Whether either has blocked the other: then neither sees the other. */
    public boolean isApart(Tx tx, Id one, Id other) {
        return !apart(tx, one, List.of(other)).isEmpty();
    }

    /** Those of the others whom the account follows, accepted. */
    public Set<Id> followedBy(Tx tx, Id account, Collection<Id> others) {
        return store.followed(tx, account, others);
    }

    /** Those of the others who follow the account, accepted. */
    public Set<Id> followersAmong(Tx tx, Id account, Collection<Id> others) {
        return store.following(tx, account, others);
    }

    /** Those of the others whom the account has blocked or who have blocked it. */
    public Set<Id> apart(Tx tx, Id account, Collection<Id> others) {
        Set<Id> both = new HashSet<>(store.blocked(tx, account, others));
        both.addAll(store.blockedBy(tx, account, others));
        return both;
    }

    private Account visible(Tx tx, Id viewer, Id whom) {
        refuseOneself(viewer, whom);
        return accounts.find(tx, whom)
                .filter(Account::isActive)
                .filter(_ -> !isApart(tx, viewer, whom))
                .orElseThrow(AccountProblems.ACCOUNT_MISSING::refuse);
    }

    private Page<Relation> page(Window window, Function<Tx, List<Relation>> read) {
        return Page.of(window, database.read(read::apply), Relation::id);
    }

    private static void refuseOneself(Id one, Id other) {
        if (one.equals(other)) {
            throw AccountProblems.FOLLOW_ONESELF.refuse();
        }
    }
}
