package bobbin.feed;

import static bobbin.sql.Rows.id;
import static bobbin.sql.Rows.one;
import static bobbin.sql.Rows.optionalInstant;

import bobbin.base.Id;
import bobbin.base.Window;
import bobbin.feed.Notification.Kind;
import bobbin.sql.Tx;
import java.util.List;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code notification}. */
final class NotificationStore {
    private static final RowMapper<Notification> NOTIFICATION = (row, _) -> new Notification(
            id(row, "id"),
            one(Kind.class, row, "kind"),
            id(row, "actor_id"),
            id(row, "subject_id"),
            optionalInstant(row, "read_at"));

    /** Keeps it, in place of an earlier one of the same. */
    void put(Tx tx, Id account, Notification made) {
        delete(tx, account, made.kind(), made.actor(), made.subject());
        tx.at(account)
                .update("""
                insert into notification (slot, account_id, id, kind, actor_id, subject_id)
                values (:slot, :account, :id, :kind, :actor, :subject)
                """)
                .bind("account", account)
                .bind("id", made.id())
                .bind("kind", made.kind())
                .bind("actor", made.actor())
                .bind("subject", made.subject())
                .execute();
    }

    void delete(Tx tx, Id account, Kind kind, Id actor, Id subject) {
        tx.at(account)
                .update("""
                delete from notification
                where slot = :slot and account_id = :account and subject_id = :subject and kind = :kind and actor_id = :actor
                """)
                .bind("account", account)
                .bind("subject", subject)
                .bind("kind", kind)
                .bind("actor", actor)
                .execute();
    }

    /** Deletes what somebody was told about one post. */
    void deleteAbout(Tx tx, Id account, Id subject) {
        tx.at(account)
                .update(
                        "delete from notification where slot = :slot and account_id = :account and subject_id = :subject")
                .bind("account", account)
                .bind("subject", subject)
                .execute();
    }

    /** Deletes what somebody was told of somebody else. */
    void deleteFrom(Tx tx, Id account, Id actor) {
        tx.at(account)
                .update("delete from notification where slot = :slot and account_id = :account and actor_id = :actor")
                .bind("account", account)
                .bind("actor", actor)
                .execute();
    }

    void deleteOf(Tx tx, Id account) {
        tx.at(account)
                .update("delete from notification where slot = :slot and account_id = :account")
                .bind("account", account)
                .execute();
    }

    /** Deletes what is older than this, of everybody. */
    void deleteBelow(Tx tx, Id oldest) {
        tx.update("delete from notification where id < :oldest")
                .bind("oldest", oldest)
                .execute();
    }

    List<Notification> of(Tx tx, Id account, Window window) {
        return tx.at(account)
                .query("""
                select id, kind, actor_id, subject_id, read_at from notification
                where slot = :slot and account_id = :account and id > :above and id < :below
                order by id %s limit :fetch
                """.formatted(window.order()))
                .bind("account", account)
                .bind("above", window.above())
                .bind("below", window.below())
                .bind("fetch", window.fetch())
                .map(NOTIFICATION)
                .list();
    }

    /** Marks what is new up to this one. */
    void markRead(Tx tx, Id account, Id last) {
        tx.at(account)
                .update("""
                update notification set read_at = :now
                where slot = :slot and account_id = :account and id <= :last and read_at is null
                """)
                .bind("now", tx.now())
                .bind("account", account)
                .bind("last", last)
                .execute();
    }
}
