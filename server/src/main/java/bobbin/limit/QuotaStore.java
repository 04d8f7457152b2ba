package bobbin.limit;

import bobbin.base.Id;
import bobbin.sql.Rows;
import bobbin.sql.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The tables {@code quota} and {@code quota_event}. */
final class QuotaStore {

    /**
     * Takes the row of an account for the rest of the transaction: others who spend of the same quota wait.
     *
     * @return the account's own total, if it was given one
     */
    Optional<Integer> take(Tx tx, Id account, String kind) {
        return tx.at(account)
                .query("""
                insert into quota (slot, owner_id, kind, spent_at) values (:slot, :owner, :kind, :now)
                on conflict (slot, owner_id, kind) do update set spent_at = excluded.spent_at
                returning total
                """)
                .bind("owner", account)
                .bind("kind", kind)
                .bind("now", tx.now())
                .map((row, _) -> optionalTotal(row))
                .one();
    }

    /** The total that an account or app was given for itself. */
    Optional<Integer> total(Tx tx, Id owner, String kind) {
        return tx.at(owner)
                .query("select total from quota where slot = :slot and owner_id = :owner and kind = :kind")
                .bind("owner", owner)
                .bind("kind", kind)
                .map((row, _) -> optionalTotal(row))
                .findOne()
                .orElse(Optional.empty());
    }

    /** Gives an account or app a total of its own, or takes it away. */
    void setTotal(Tx tx, Id owner, String kind, Optional<Integer> total) {
        tx.at(owner)
                .update("""
                insert into quota (slot, owner_id, kind, total) values (:slot, :owner, :kind, :total)
                on conflict (slot, owner_id, kind) do update set total = excluded.total
                """)
                .bind("owner", owner)
                .bind("kind", kind)
                .bind("total", total)
                .execute();
    }

    /** All totals that were given. Looks at all rows. */
    List<OwnTotal> own(Tx tx) {
        return tx.query("select owner_id, kind, total from quota where total is not null order by owner_id, kind")
                .map((row, _) -> new OwnTotal(Rows.id(row, "owner_id"), row.getString("kind"), row.getInt("total")))
                .list();
    }

    void insert(Tx tx, Id account, String kind, Id event) {
        tx.at(account)
                .update("""
                insert into quota_event (slot, account_id, kind, spent_at, id)
                values (:slot, :account, :kind, :now, :id)
                """)
                .bind("account", account)
                .bind("kind", kind)
                .bind("now", tx.now())
                .bind("id", event)
                .execute();
    }

    int countSince(Tx tx, Id account, String kind, Instant after) {
        return tx.at(account)
                .query("""
                select count(*) from quota_event
                where slot = :slot and account_id = :account and kind = :kind and spent_at > :after
                """)
                .bind("account", account)
                .bind("kind", kind)
                .bind("after", after)
                .mapTo(Integer.class)
                .one();
    }

    /** When the n-th newest event was, counted from 1; empty if there are fewer after that time. */
    Optional<Instant> newest(Tx tx, Id account, String kind, Instant after, int n) {
        return tx.at(account)
                .query("""
                select spent_at from quota_event
                where slot = :slot and account_id = :account and kind = :kind and spent_at > :after
                order by spent_at desc, id desc
                limit 1 offset :skipped
                """)
                .bind("account", account)
                .bind("kind", kind)
                .bind("after", after)
                .bind("skipped", n - 1)
                .map((row, _) -> Rows.instant(row, "spent_at"))
                .findOne();
    }

    /** The slots with events from before that time. Looks at all events. */
    List<Integer> slotsBefore(Tx tx, Instant time) {
        return tx.query("select distinct slot from quota_event where spent_at <= :time")
                .bind("time", time)
                .mapTo(Integer.class)
                .list();
    }

    void deleteBefore(Tx tx, int slot, Instant time) {
        tx.at(slot)
                .update("delete from quota_event where slot = :slot and spent_at <= :time")
                .bind("time", time)
                .execute();
    }

    void deleteOf(Tx tx, Id account) {
        tx.at(account)
                .update("delete from quota_event where slot = :slot and account_id = :account")
                .bind("account", account)
                .execute();
        tx.at(account)
                .update("delete from quota where slot = :slot and owner_id = :account")
                .bind("account", account)
                .execute();
    }

    private static Optional<Integer> optionalTotal(ResultSet row) throws SQLException {
        int total = row.getInt("total");
        return row.wasNull() ? Optional.empty() : Optional.of(total);
    }
}
