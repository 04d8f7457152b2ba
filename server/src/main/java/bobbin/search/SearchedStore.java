package bobbin.search;

import bobbin.account.SearchHistory.Entry;
import bobbin.base.Id;
import bobbin.sql.Row;
import bobbin.sql.Tx;
import java.util.List;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code searched}. */
final class SearchedStore {
    private static final RowMapper<Entry> ENTRY =
            Row.inOrder(row -> new Entry(row.text(), row.id().time()));

    /** The text of one search, in its newest place. */
    void put(Tx tx, Id account, Id id, String query) {
        tx.at(account)
                .update("delete from searched where slot = :slot and account_id = :account and query = :query")
                .bind("account", account)
                .bind("query", query)
                .execute();
        tx.at(account)
                .update("insert into searched (slot, account_id, id, query) values (:slot, :account, :id, :query)")
                .bind("account", account)
                .bind("id", id)
                .bind("query", query)
                .execute();
    }

    /** The newest, made after that id; each text once, though two searches at the same time may have kept it twice. */
    List<Entry> newest(Tx tx, Id account, Id after, int most) {
        return tx.at(account)
                .query("""
                select query, max(id) from searched where slot = :slot and account_id = :account and id > :after
                group by query order by max(id) desc limit :most
                """)
                .bind("account", account)
                .bind("after", after)
                .bind("most", most)
                .map(ENTRY)
                .list();
    }

    /** Deletes all but the newest. */
    void keep(Tx tx, Id account, int most) {
        tx.at(account).update("""
                delete from searched where slot = :slot and account_id = :account and id <=
                    (select id from searched where slot = :slot and account_id = :account
                        order by id desc limit 1 offset :most)
                """).bind("account", account).bind("most", most).execute();
    }

    /** The slots with searches from before that id. Looks at all of them. */
    List<Integer> slotsBefore(Tx tx, Id id) {
        return tx.query("select distinct slot from searched where id < :id")
                .bind("id", id)
                .mapTo(Integer.class)
                .list();
    }

    void deleteBefore(Tx tx, int slot, Id id) {
        tx.at(slot)
                .update("delete from searched where slot = :slot and id < :id")
                .bind("id", id)
                .execute();
    }

    void deleteOf(Tx tx, Id account) {
        tx.at(account)
                .update("delete from searched where slot = :slot and account_id = :account")
                .bind("account", account)
                .execute();
    }
}
