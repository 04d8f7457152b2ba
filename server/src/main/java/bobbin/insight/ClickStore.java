package bobbin.insight;

import bobbin.base.Id;
import bobbin.sql.Tx;
import java.util.List;

/** The table {@code clicked}: how often which link of an account's posts was followed in which hour. */
final class ClickStore {

    void add(Tx tx, ClickCounter counter, long n) {
        tx.at(counter.account())
                .update("""
                insert into clicked (slot, account_id, hour, url_key, url, n)
                values (:slot, :account, :hour, :key, :url, :n)
                on conflict (slot, account_id, hour, url_key) do update set n = clicked.n + excluded.n
                """)
                .bind("account", counter.account())
                .bind("hour", counter.hour())
                .bind("key", counter.key())
                .bind("url", counter.url())
                .bind("n", n)
                .execute();
    }

    /** The links that were followed most from one hour on until before another, highest number first. */
    List<LinkClicks> most(Tx tx, Id account, long from, long to, int limit) {
        return tx.at(account)
                .query("""
                select min(url) as link, sum(n) as total from clicked
                where slot = :slot and account_id = :account and hour >= :from and hour < :to
                group by url_key order by total desc, link limit :limit
                """)
                .bind("account", account)
                .bind("from", from)
                .bind("to", to)
                .bind("limit", limit)
                .map((row, _) -> new LinkClicks(row.getString("link"), row.getLong("total")))
                .list();
    }

    void deleteOf(Tx tx, Id account) {
        tx.at(account)
                .update("delete from clicked where slot = :slot and account_id = :account")
                .bind("account", account)
                .execute();
    }

    /** The slots with hours from before that one. Looks at all clicks. */
    List<Integer> slotsBefore(Tx tx, long hour) {
        return tx.query("select distinct slot from clicked where hour < :hour")
                .bind("hour", hour)
                .mapTo(Integer.class)
                .list();
    }

    void deleteBefore(Tx tx, int slot, long hour) {
        tx.at(slot)
                .update("delete from clicked where slot = :slot and hour < :hour")
                .bind("hour", hour)
                .execute();
    }
}
