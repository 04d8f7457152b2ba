package bobbin.account;

import bobbin.base.Id;
import bobbin.base.Ids;
import bobbin.base.Page;
import bobbin.base.Window;
import bobbin.sql.Database;
import bobbin.sql.Tx;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
    private final RelationEvents events;
    private final AccountStore accounts = new AccountStore();
    private final RelationStore store = new RelationStore();
    private final DistanceStore distances = new DistanceStore();

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
        this(database, ids, RelationEvents.NONE);
    }

    public Relations(Database database, Ids ids, RelationEvents events) {
        this.database = database;
        this.ids = ids;
        this.events = events;
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
            if (whom.isPrivate()) {
                events.asked(tx, follower, followee);
                return Following.REQUESTED;
            }
            events.followed(tx, follower, followee);
            return Following.ACCEPTED;
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
        database.change(tx -> {
            keepAway(tx, Distance.BLOCK, by, whom);
            store.unfollow(tx, by, whom);
            store.unfollow(tx, whom, by);
            events.blocked(tx, by, whom);
        });
    }

    /** Lets somebody come near again. Follows do not come back by themselves. */
    public void unblock(Id by, Id whom) {
        letCome(Distance.BLOCK, by, whom);
    }

    /** Lets nobody else see what somebody answers from now on (15 §15.5). Nobody is told. */
    public void restrict(Id by, Id whom) {
        database.change(tx -> keepAway(tx, Distance.RESTRICTION, by, whom));
    }

    public void unrestrict(Id by, Id whom) {
        letCome(Distance.RESTRICTION, by, whom);
    }

    /** Keeps somebody's posts and deeds out of one's feed and notifications (15 §15.5). Nobody is told. */
    public void mute(Id by, Id whom) {
        database.change(tx -> keepAway(tx, Distance.MUTE, by, whom));
    }

    public void unmute(Id by, Id whom) {
        letCome(Distance.MUTE, by, whom);
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

    /** Whom somebody keeps away. */
    public List<Id> blocked(Id by) {
        return database.read(tx -> distances.kept(tx, Distance.BLOCK, by));
    }

    public List<Id> restricted(Id by) {
        return database.read(tx -> distances.kept(tx, Distance.RESTRICTION, by));
    }

    public List<Id> muted(Id by) {
        return database.read(tx -> distances.kept(tx, Distance.MUTE, by));
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
                !distances.kept(tx, Distance.BLOCK, one, whom).isEmpty(),
                !distances.keeping(tx, Distance.BLOCK, one, whom).isEmpty());
    }

    /** Whether one follows the other, accepted. */
    public boolean follows(Tx tx, Id follower, Id followee) {
        return !store.followed(tx, follower, List.of(followee)).isEmpty();
    }

    /** Whether one has asked to follow the other, who has not answered. */
    public boolean asks(Tx tx, Id follower, Id followee) {
        return store.following(tx, follower, followee)
                .filter(relation -> !relation.isAccepted())
                .isPresent();
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
        Set<Id> both = new HashSet<>(blockedAmong(tx, account, others));
        both.addAll(distances.keeping(tx, Distance.BLOCK, account, others).keySet());
        return both;
    }

    /** Those of the others whom the account has blocked. */
    public Set<Id> blockedAmong(Tx tx, Id account, Collection<Id> others) {
        return distances.kept(tx, Distance.BLOCK, account, others).keySet();
    }

    /** Those of the others whom the account mutes. */
    public Set<Id> mutedAmong(Tx tx, Id account, Collection<Id> others) {
        return distances.kept(tx, Distance.MUTE, account, others).keySet();
    }

    /** Those of the others whom the account restricts, and since when: what they answered earlier is not concerned. */
    public Map<Id, Instant> restrictedAmong(Tx tx, Id account, Collection<Id> others) {
        return distances.kept(tx, Distance.RESTRICTION, account, others);
    }

    /** Those of some pairs of which the first blocks the second. */
    public Set<Pair> blocking(Tx tx, Collection<Pair> pairs) {
        return distances.among(tx, Distance.BLOCK, pairs).keySet();
    }

    /** Those of some pairs of which the first restricts the second, and since when. */
    public Map<Pair, Instant> restricting(Tx tx, Collection<Pair> pairs) {
        return distances.among(tx, Distance.RESTRICTION, pairs);
    }

    /** Whether what somebody answered at this time is seen by nobody but the two, because the owner restricts them (15 §15.5). */
    public boolean restricts(Tx tx, Id owner, Id whom, Instant at) {
        Instant since = restrictedAmong(tx, owner, List.of(whom)).get(whom);
        return since != null && !at.isBefore(since);
    }

    private void keepAway(Tx tx, Distance distance, Id by, Id whom) {
        refuseOneself(by, whom);
        if (accounts.find(tx, whom).isEmpty()) {
            throw AccountProblems.ACCOUNT_MISSING.refuse();
        }
        distances.put(tx, distance, by, whom);
    }

    private void letCome(Distance distance, Id by, Id whom) {
        database.change(tx -> distances.remove(tx, distance, by, whom));
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
