package bobbin.feed;

import static bobbin.sql.Rows.id;

import bobbin.base.Id;
import bobbin.sql.Tx;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The tables {@code like_given} and {@code like_received}: one fact in two rows, one with the liker, one beside the post. */
final class LikeStore {

    private record Given(Id account, Id post) {}

    /** Keeps a like; false if there is one already. */
    boolean insert(Tx tx, Id account, Id author, Id post) {
        boolean first = tx.at(account)
                        .update("""
                        insert into like_given (slot, account_id, post_id, author_id, liked_at)
                        values (:slot, :account, :post, :author, :now) on conflict (slot, account_id, post_id) do nothing
                        """)
                        .bind("account", account)
                        .bind("post", post)
                        .bind("author", author)
                        .bind("now", tx.now())
                        .execute()
                == 1;
        if (first) {
            tx.at(post)
                    .update("""
                    insert into like_received (slot, post_id, account_id, author_id, liked_at)
                    values (:slot, :post, :account, :author, :now) on conflict (slot, post_id, account_id) do nothing
                    """)
                    .bind("post", post)
                    .bind("account", account)
                    .bind("author", author)
                    .bind("now", tx.now())
                    .execute();
        }
        return first;
    }

    /** Deletes a like, and answers with the author of the post; empty if there is none. */
    Optional<Id> delete(Tx tx, Id account, Id post) {
        Optional<Id> author = tx.at(account)
                .query(
                        "select author_id from like_given where slot = :slot and account_id = :account and post_id = :post")
                .bind("account", account)
                .bind("post", post)
                .map((row, _) -> id(row, "author_id"))
                .findOne();
        author.ifPresent(_ -> delete(tx, new Given(account, post)));
        return author;
    }

    long count(Tx tx, Id post) {
        return tx.at(post)
                .query(
                        "select count(*) from like_received where slot = :slot and post_id = :post and paused_at is null")
                .bind("post", post)
                .mapTo(Long.class)
                .one();
    }

    /** How many like each of these posts; those that nobody likes are left out. */
    Map<Id, Long> count(Tx tx, Collection<Id> posts) {
        return posts.isEmpty()
                ? Map.of()
                : tx
                        .query("""
                        select post_id, count(*) as likes
                        from like_received join (values <asked>) as asked on slot = asked.column1 and post_id = asked.column2
                        where paused_at is null group by post_id
                        """)
                        .bindMethodsList("asked", Set.copyOf(posts), List.of("slot", "value"))
                        .map((row, _) -> Map.entry(id(row, "post_id"), row.getLong("likes")))
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    long received(Tx tx, Id author, Instant from, Instant to) {
        return tx.at(author)
                .query("""
                select count(*) from like_received
                where slot = :slot and author_id = :author and paused_at is null and liked_at >= :from and liked_at < :to
                """)
                .bind("author", author)
                .bind("from", from)
                .bind("to", to)
                .mapTo(Long.class)
                .one();
    }

    Set<Id> likedBy(Tx tx, Id account, Collection<Id> posts) {
        if (posts.isEmpty()) {
            return Set.of();
        }
        return tx.at(account)
                .query("""
                select post_id from like_given
                where slot = :slot and account_id = :account and post_id in (<posts>)
                """)
                .bind("account", account)
                .bindList("posts", List.copyOf(posts))
                .map((row, _) -> id(row, "post_id"))
                .set();
    }

    /** Whether the likes of an account count. */
    void pause(Tx tx, Id account, Optional<Instant> when) {
        for (Given given : givenBy(tx, account)) {
            tx.at(given.post())
                    .update("""
                    update like_received set paused_at = :when
                    where slot = :slot and post_id = :post and account_id = :account
                    """)
                    .bind("when", when)
                    .bind("post", given.post())
                    .bind("account", account)
                    .execute();
        }
    }

    /** Deletes every like that somebody gave to posts of this author. */
    void deleteGiven(Tx tx, Id account, Id author) {
        givenTo(tx, account, author).forEach(given -> delete(tx, given));
    }

    void deleteBy(Tx tx, Id account) {
        givenBy(tx, account).forEach(given -> delete(tx, given));
    }

    void deleteOf(Tx tx, Id post) {
        tx.at(post)
                .query("select post_id, account_id from like_received where slot = :slot and post_id = :post")
                .bind("post", post)
                .map((row, _) -> new Given(id(row, "account_id"), id(row, "post_id")))
                .list()
                .forEach(given -> delete(tx, given));
    }

    /** Deletes every like that the posts of an author were given. */
    void deleteTo(Tx tx, Id author) {
        tx.at(author)
                .query("select post_id, account_id from like_received where slot = :slot and author_id = :author")
                .bind("author", author)
                .map((row, _) -> new Given(id(row, "account_id"), id(row, "post_id")))
                .list()
                .forEach(given -> delete(tx, given));
    }

    private static List<Given> givenBy(Tx tx, Id account) {
        return tx.at(account)
                .query("select post_id from like_given where slot = :slot and account_id = :account")
                .bind("account", account)
                .map((row, _) -> new Given(account, id(row, "post_id")))
                .list();
    }

    private static List<Given> givenTo(Tx tx, Id account, Id author) {
        return tx.at(account)
                .query("""
                select post_id from like_given where slot = :slot and account_id = :account and author_id = :author
                """)
                .bind("account", account)
                .bind("author", author)
                .map((row, _) -> new Given(account, id(row, "post_id")))
                .list();
    }

    private static void delete(Tx tx, Given given) {
        tx.at(given.account())
                .update("delete from like_given where slot = :slot and account_id = :account and post_id = :post")
                .bind("account", given.account())
                .bind("post", given.post())
                .execute();
        tx.at(given.post())
                .update("delete from like_received where slot = :slot and post_id = :post and account_id = :account")
                .bind("post", given.post())
                .bind("account", given.account())
                .execute();
    }
}
