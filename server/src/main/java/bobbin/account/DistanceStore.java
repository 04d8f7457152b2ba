package bobbin.account;

import bobbin.base.Id;
import bobbin.sql.Rows;
import bobbin.sql.Tx;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/**
 * The tables {@code distance} and {@code distanced}: who keeps whom away, one fact in two rows, so that every question is answered where
 * the asker lives.
 */
final class DistanceStore {

    /** Keeps somebody away; a fact that holds already keeps its date. */
    void put(Tx tx, Distance kind, Id by, Id whom) {
        pair(tx.at(by).update("""
                        insert into distance (slot, account_id, kind, other_id, since)
                        values (:slot, :account, :kind, :other, :now) on conflict do nothing
                        """), kind, by, whom).bind("now", tx.now()).execute();
        pair(tx.at(whom).update("""
                        insert into distanced (slot, account_id, kind, other_id, since)
                        values (:slot, :account, :kind, :other, :now) on conflict do nothing
                        """), kind, whom, by).bind("now", tx.now()).execute();
    }

    void remove(Tx tx, Distance kind, Id by, Id whom) {
        pair(tx.at(by).update("""
                        delete from distance
                        where slot = :slot and account_id = :account and kind = :kind and other_id = :other
                        """), kind, by, whom).execute();
        pair(tx.at(whom).update("""
                        delete from distanced
                        where slot = :slot and account_id = :account and kind = :kind and other_id = :other
                        """), kind, whom, by).execute();
    }

    /** Whom an account keeps away. */
    List<Id> kept(Tx tx, Distance kind, Id by) {
        return all(
                tx.at(by)
                        .query(
                                "select other_id from distance where slot = :slot and account_id = :account and kind = :kind"),
                kind,
                by);
    }

    /** Those of the others whom the account keeps away, and since when. */
    Map<Id, Instant> kept(Tx tx, Distance kind, Id by, Collection<Id> others) {
        return among(tx, "select other_id, since from distance where %s", kind, by, others);
    }

    /** Those of the others who keep the account away, and since when. */
    Map<Id, Instant> keeping(Tx tx, Distance kind, Id whom, Collection<Id> others) {
        return among(tx, "select other_id, since from distanced where %s", kind, whom, others);
    }

    /** Those of some pairs of which the first keeps the second away, and since when; one statement, wherever they live. */
    Map<Pair, Instant> among(Tx tx, Distance kind, Collection<Pair> pairs) {
        Map<Pair, Instant> found = new HashMap<>();
        if (!pairs.isEmpty()) {
            tx.query("""
                    select account_id, other_id, since from distance
                    join (values <pairs>) as asked
                    on slot = asked.column1 and account_id = asked.column2 and other_id = asked.column3 and kind = :kind
                    """)
                    .bindMethodsList("pairs", pairs, List.of("slot", "by", "whom"))
                    .bind("kind", kind)
                    .map((row, _) -> Map.entry(
                            new Pair(Rows.id(row, "account_id"), Rows.id(row, "other_id")), Rows.instant(row, "since")))
                    .forEach(each -> found.put(each.getKey(), each.getValue()));
        }
        return found;
    }

    /** Removes every row about an account, on both sides. */
    void remove(Tx tx, Id account) {
        for (Distance kind : Distance.values()) {
            kept(tx, kind, account).forEach(other -> remove(tx, kind, account, other));
            keeping(tx, kind, account).forEach(other -> remove(tx, kind, other, account));
        }
    }

    private static List<Id> keeping(Tx tx, Distance kind, Id whom) {
        return all(
                tx.at(whom)
                        .query(
                                "select other_id from distanced where slot = :slot and account_id = :account and kind = :kind"),
                kind,
                whom);
    }

    private static List<Id> all(Query query, Distance kind, Id account) {
        return query.bind("account", account)
                .bind("kind", kind)
                .map((row, _) -> Rows.id(row, "other_id"))
                .list();
    }

    private static Map<Id, Instant> among(Tx tx, String select, Distance kind, Id account, Collection<Id> others) {
        Map<Id, Instant> found = new HashMap<>();
        if (!others.isEmpty()) {
            tx.at(account)
                    .query(select.formatted(
                            "slot = :slot and account_id = :account and kind = :kind and other_id in (<others>)"))
                    .bind("account", account)
                    .bind("kind", kind)
                    .bindList("others", List.copyOf(others))
                    .map((row, _) -> Map.entry(Rows.id(row, "other_id"), Rows.instant(row, "since")))
                    .forEach(each -> found.put(each.getKey(), each.getValue()));
        }
        return found;
    }

    private static Update pair(Update update, Distance kind, Id account, Id other) {
        return update.bind("account", account).bind("kind", kind).bind("other", other);
    }
}
