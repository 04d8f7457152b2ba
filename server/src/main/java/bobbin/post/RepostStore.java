package bobbin.post;

import static bobbin.sql.Rows.id;

import bobbin.base.Id;
import bobbin.sql.Tx;
import java.util.List;
import java.util.Optional;

/** The tables {@code repost} and {@code reposted}: one fact in two rows, one with who reposted, one beside the original. */
final class RepostStore {

    /** Claims that an account reposts a post; false if it has done so before. */
    boolean insert(Tx tx, Id account, Id original, Id repost) {
        boolean first = tx.at(account)
                        .update("""
                        insert into repost (slot, account_id, original_id, post_id) values (:slot, :account, :original, :post)
                        on conflict (slot, account_id, original_id) do nothing
                        """)
                        .bind("account", account)
                        .bind("original", original)
                        .bind("post", repost)
                        .execute()
                == 1;
        if (first) {
            tx.at(original)
                    .update("insert into reposted (slot, original_id, post_id) values (:slot, :original, :post)")
                    .bind("original", original)
                    .bind("post", repost)
                    .execute();
        }
        return first;
    }

    /** The repost that an account has made of a post. */
    Optional<Id> find(Tx tx, Id account, Id original) {
        return tx.at(account)
                .query("""
                select post_id from repost where slot = :slot and account_id = :account and original_id = :original
                """)
                .bind("account", account)
                .bind("original", original)
                .map((row, _) -> id(row, "post_id"))
                .findOne();
    }

    /** Every repost of a post. */
    List<Id> of(Tx tx, Id original) {
        return tx.at(original)
                .query("select post_id from reposted where slot = :slot and original_id = :original")
                .bind("original", original)
                .map((row, _) -> id(row, "post_id"))
                .list();
    }

    /** Undoes a repost. */
    void delete(Tx tx, Id account, Id original, Id repost) {
        tx.at(account)
                .update("delete from repost where slot = :slot and account_id = :account and original_id = :original")
                .bind("account", account)
                .bind("original", original)
                .execute();
        tx.at(original)
                .update("delete from reposted where slot = :slot and original_id = :original and post_id = :post")
                .bind("original", original)
                .bind("post", repost)
                .execute();
    }

    /** Undoes every repost of an account. */
    void deleteBy(Tx tx, Id account) {
        tx.at(account)
                .query("select original_id, post_id from repost where slot = :slot and account_id = :account")
                .bind("account", account)
                .map((row, _) -> new Made(id(row, "original_id"), id(row, "post_id")))
                .list()
                .forEach(made -> delete(tx, account, made.original(), made.repost()));
    }

    private record Made(Id original, Id repost) {}
}
