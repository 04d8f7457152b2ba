package bobbin.account;

import bobbin.base.Id;
import bobbin.base.Window;
import bobbin.sql.Rows;
import bobbin.sql.Tx;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/**
 * The tables {@code follow} and {@code follower}: who follows whom, one fact in two rows, so that every question is answered where the asker
 * lives.
 */
final class RelationStore {
    private static final RowMapper<Relation> RELATION = (row, _) -> new Relation(
            Rows.id(row, "id"),
            Rows.id(row, "other_id"),
            Rows.instant(row, "asked_at"),
            Rows.optionalInstant(row, "accepted_at"));

    /** The two tables; both have the columns {@code slot}, {@code account_id} and {@code other_id}. */
    private enum Table {
        FOLLOW,
        FOLLOWER;

        private final String sql = name().toLowerCase(java.util.Locale.ROOT);
    }

    void follow(Tx tx, Id rowHere, Id rowThere, Id follower, Id followee, Optional<Instant> acceptedAt) {
        insertFollow(tx, Table.FOLLOW, follower, followee, rowHere, acceptedAt);
        insertFollow(tx, Table.FOLLOWER, followee, follower, rowThere, acceptedAt);
    }

    void unfollow(Tx tx, Id follower, Id followee) {
        delete(tx, Table.FOLLOW, follower, followee);
        delete(tx, Table.FOLLOWER, followee, follower);
    }

    /** Accepts a request; false if there is none. */
    boolean accept(Tx tx, Id followee, Id follower) {
        accept(tx, Table.FOLLOW, follower, followee);
        return accept(tx, Table.FOLLOWER, followee, follower);
    }

    Optional<Relation> following(Tx tx, Id follower, Id followee) {
        return pair(tx.at(follower).query("""
                                select id, other_id, asked_at, accepted_at from follow
                                where slot = :slot and account_id = :account and other_id = :other
                                """), follower, followee)
                .map(RELATION)
                .findOne();
    }

    List<Relation> requests(Tx tx, Id followee, Window window) {
        return list(tx, Table.FOLLOWER, followee, "accepted_at is null and paused_at is null", window);
    }

    /** Everybody who waits for an answer, also those who are away for now. */
    List<Id> waiting(Tx tx, Id followee) {
        return tx.at(followee)
                .query(
                        "select other_id from follower where slot = :slot and account_id = :account and accepted_at is null")
                .bind("account", followee)
                .map((row, _) -> Rows.id(row, "other_id"))
                .list();
    }

    List<Relation> followers(Tx tx, Id followee, Window window) {
        return list(tx, Table.FOLLOWER, followee, "accepted_at is not null and paused_at is null", window);
    }

    List<Relation> following(Tx tx, Id follower, Window window) {
        return list(tx, Table.FOLLOW, follower, "accepted_at is not null", window);
    }

    long countFollowers(Tx tx, Id followee) {
        return tx.at(followee)
                .query("""
                        select count(*) from follower
                        where slot = :slot and account_id = :account and accepted_at is not null and paused_at is null
                        """)
                .bind("account", followee)
                .mapTo(Long.class)
                .one();
    }

    /** Whether the follows of an account count where they arrive. */
    void pause(Tx tx, Id follower, Optional<Instant> when) {
        for (Id followee : others(tx, Table.FOLLOW, follower)) {
            pair(tx.at(followee).update("""
                            update follower set paused_at = :when
                            where slot = :slot and account_id = :account and other_id = :other
                            """), followee, follower)
                    .bind("when", when)
                    .execute();
        }
    }

    /** Those of the others whom the account follows, accepted. */
    Set<Id> followed(Tx tx, Id account, Collection<Id> others) {
        return among(tx, "select other_id from follow where %s and accepted_at is not null", account, others);
    }

    /** Those of the others who follow the account, accepted. */
    Set<Id> following(Tx tx, Id account, Collection<Id> others) {
        return among(tx, "select other_id from follower where %s and accepted_at is not null", account, others);
    }

    /** Removes every row about an account, on both sides. */
    void remove(Tx tx, Id account) {
        others(tx, Table.FOLLOW, account).forEach(other -> unfollow(tx, account, other));
        others(tx, Table.FOLLOWER, account).forEach(other -> unfollow(tx, other, account));
    }

    private static void insertFollow(Tx tx, Table table, Id account, Id other, Id row, Optional<Instant> acceptedAt) {
        pair(tx.at(account).update("""
                        insert into %s (slot, account_id, other_id, id, asked_at, accepted_at)
                        values (:slot, :account, :other, :id, :now, :acceptedAt) on conflict do nothing
                        """.formatted(table.sql)), account, other)
                .bind("id", row)
                .bind("now", tx.now())
                .bind("acceptedAt", acceptedAt)
                .execute();
    }

    private static boolean accept(Tx tx, Table table, Id account, Id other) {
        return pair(tx.at(account).update("""
                                update %s set accepted_at = :now
                                where slot = :slot and account_id = :account and other_id = :other and accepted_at is null
                                """.formatted(table.sql)), account, other)
                        .bind("now", tx.now())
                        .execute()
                == 1;
    }

    private static void delete(Tx tx, Table table, Id account, Id other) {
        pair(tx.at(account).update("""
                        delete from %s where slot = :slot and account_id = :account and other_id = :other
                        """.formatted(table.sql)), account, other).execute();
    }

    private static List<Relation> list(Tx tx, Table table, Id account, String which, Window window) {
        return tx.at(account)
                .query("""
                        select id, other_id, asked_at, accepted_at from %s
                        where slot = :slot and account_id = :account and %s and id > :above and id < :below
                        order by id %s limit :fetch
                        """.formatted(table.sql, which, window.order()))
                .bind("account", account)
                .bind("above", window.above())
                .bind("below", window.below())
                .bind("fetch", window.fetch())
                .map(RELATION)
                .list();
    }

    private static List<Id> others(Tx tx, Table table, Id account) {
        return tx.at(account)
                .query("select other_id from %s where slot = :slot and account_id = :account".formatted(table.sql))
                .bind("account", account)
                .map((row, _) -> Rows.id(row, "other_id"))
                .list();
    }

    private static Set<Id> among(Tx tx, String select, Id account, Collection<Id> others) {
        if (others.isEmpty()) {
            return Set.of();
        }
        return tx.at(account)
                .query(select.formatted("slot = :slot and account_id = :account and other_id in (<others>)"))
                .bind("account", account)
                .bindList("others", List.copyOf(others))
                .map((row, _) -> Rows.id(row, "other_id"))
                .set();
    }

    private static Query pair(Query query, Id account, Id other) {
        return query.bind("account", account).bind("other", other);
    }

    private static Update pair(Update update, Id account, Id other) {
        return update.bind("account", account).bind("other", other);
    }
}
