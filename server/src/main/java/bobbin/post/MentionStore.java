package bobbin.post;

import bobbin.base.Id;
import bobbin.base.Window;
import bobbin.sql.Rows;
import bobbin.sql.Tx;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The tables {@code mention} and {@code mentioned}: one fact in two rows, one beside the post, one with the account. */
final class MentionStore {

    /** @param place where its {@code @} stands in the text */
    void insert(Tx tx, Id post, Id account, int place) {
        tx.at(post)
                .update("""
                insert into mention (slot, post_id, account_id, place) values (:slot, :post, :account, :place)
                on conflict do nothing
                """)
                .bind("post", post)
                .bind("account", account)
                .bind("place", place)
                .execute();
        tx.at(account).update("""
                insert into mentioned (slot, account_id, post_id) values (:slot, :account, :post)
                on conflict do nothing
                """).bind("account", account).bind("post", post).execute();
    }

    List<Id> mentionedIn(Tx tx, Id post) {
        return tx.at(post)
                .query("select account_id from mention where slot = :slot and post_id = :post order by place")
                .bind("post", post)
                .map((row, _) -> Rows.id(row, "account_id"))
                .list();
    }

    /** Who is mentioned in a post, by where their {@code @} stands. */
    Map<Integer, Id> places(Tx tx, Id post) {
        return tx
                .at(post)
                .query("select account_id, place from mention where slot = :slot and post_id = :post")
                .bind("post", post)
                .map((row, _) -> Map.entry(row.getInt("place"), Rows.id(row, "account_id")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The posts that mention somebody, by time; also those that are not to be seen. */
    List<Id> mentioning(Tx tx, Id account, Window window) {
        return tx.at(account)
                .query("""
                select post_id from mentioned
                where slot = :slot and account_id = :account and post_id > :above and post_id < :below
                order by post_id %s limit :fetch
                """.formatted(window.order()))
                .bind("account", account)
                .bind("above", window.above())
                .bind("below", window.below())
                .bind("fetch", window.fetch())
                .map((row, _) -> Rows.id(row, "post_id"))
                .list();
    }

    /** Removes what these posts mention. */
    void deleteIn(Tx tx, List<Id> posts) {
        for (Id post : posts) {
            mentionedIn(tx, post).forEach(account -> delete(tx, post, account));
        }
    }

    /** Removes every mention of an account. */
    void deleteOf(Tx tx, Id account) {
        tx.at(account)
                .query("select post_id from mentioned where slot = :slot and account_id = :account")
                .bind("account", account)
                .map((row, _) -> Rows.id(row, "post_id"))
                .list()
                .forEach(post -> delete(tx, post, account));
    }

    private static void delete(Tx tx, Id post, Id account) {
        tx.at(post)
                .update("delete from mention where slot = :slot and post_id = :post and account_id = :account")
                .bind("post", post)
                .bind("account", account)
                .execute();
        tx.at(account)
                .update("delete from mentioned where slot = :slot and account_id = :account and post_id = :post")
                .bind("account", account)
                .bind("post", post)
                .execute();
    }
}
