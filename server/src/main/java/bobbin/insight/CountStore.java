package bobbin.insight;

import static bobbin.sql.Rows.id;

import bobbin.base.Id;
import bobbin.insight.Counter.Kind;
import bobbin.sql.Tx;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The table {@code counted}: how often what happened in which hour. */
final class CountStore {
    /** Where the counts of a post live: with its author. */
    public record Place(int slot, Id author, Id post) {}

    void add(Tx tx, Counter counter, long n) {
        tx.at(counter.owner())
                .update("""
                insert into counted (slot, owner_id, subject_id, kind, hour, n)
                values (:slot, :owner, :subject, :kind, :hour, :n)
                on conflict (slot, owner_id, subject_id, kind, hour) do update set n = counted.n + excluded.n
                """)
                .bind("owner", counter.owner())
                .bind("subject", counter.subject())
                .bind("kind", counter.kind())
                .bind("hour", counter.hour())
                .bind("n", n)
                .execute();
    }

    /** All that was ever counted of these posts, each with its author; a post without any is left out. */
    Map<Id, Long> totals(Tx tx, Map<Id, Id> authors, Kind kind) {
        List<Place> places = authors.entrySet().stream()
                .map(each -> new Place(each.getValue().slot(), each.getValue(), each.getKey()))
                .toList();
        return places.isEmpty()
                ? Map.of()
                : tx
                        .query("""
                        select subject_id, sum(n) as total from counted join (values <places>) as asked
                        on slot = asked.column1 and owner_id = asked.column2 and subject_id = asked.column3
                        where kind = :kind group by subject_id
                        """)
                        .bindMethodsList("places", places, List.of("slot", "author", "post"))
                        .bind("kind", kind)
                        .map((row, _) -> Map.entry(id(row, "subject_id"), row.getLong("total")))
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What was counted of an account in each hour from one on until before another, oldest first. */
    Map<Long, Long> hours(Tx tx, Id account, Collection<Kind> kinds, long from, long to) {
        Map<Long, Long> hours = new LinkedHashMap<>();
        tx.at(account)
                .query("""
                select hour, sum(n) as total from counted
                where slot = :slot and owner_id = :account and subject_id = :account and kind in (<kinds>)
                and hour >= :from and hour < :to
                group by hour order by hour
                """)
                .bind("account", account)
                .bindList("kinds", List.copyOf(kinds))
                .bind("from", from)
                .bind("to", to)
                .map((row, _) -> Map.entry(row.getLong("hour"), row.getLong("total")))
                .forEach(each -> hours.put(each.getKey(), each.getValue()));
        return hours;
    }

    /** Forgets a post; its views are no longer among those of its author. */
    void deleteOf(Tx tx, Id author, Id post) {
        tx.at(author).update("""
                update counted set n = n - (
                    select gone.n from counted gone
                    where gone.slot = :slot and gone.owner_id = :author and gone.subject_id = :post and gone.kind = 'VIEW'
                    and gone.hour = counted.hour)
                where slot = :slot and owner_id = :author and subject_id = :author and kind = 'POST_VIEW' and hour in (
                    select hour from counted
                    where slot = :slot and owner_id = :author and subject_id = :post and kind = 'VIEW')
                """).bind("author", author).bind("post", post).execute();
        tx.at(author)
                .update("delete from counted where slot = :slot and owner_id = :author and subject_id = :post")
                .bind("author", author)
                .bind("post", post)
                .execute();
    }

    void deleteOf(Tx tx, Id owner) {
        tx.at(owner)
                .update("delete from counted where slot = :slot and owner_id = :owner")
                .bind("owner", owner)
                .execute();
    }

    /** The slots with hours from before that one. Looks at all counts. */
    List<Integer> slotsBefore(Tx tx, long hour) {
        return tx.query("select distinct slot from counted where hour > 0 and hour < :hour")
                .bind("hour", hour)
                .mapTo(Integer.class)
                .list();
    }

    /** Keeps of older hours only the sum for each post, and nothing for accounts. */
    void foldBefore(Tx tx, int slot, long hour) {
        tx.at(slot).update("""
                insert into counted (slot, owner_id, subject_id, kind, hour, n)
                select slot, owner_id, subject_id, kind, 0, sum(n) from counted
                where slot = :slot and subject_id <> owner_id and hour > 0 and hour < :hour
                group by slot, owner_id, subject_id, kind
                on conflict (slot, owner_id, subject_id, kind, hour) do update set n = counted.n + excluded.n
                """).bind("hour", hour).execute();
        tx.at(slot)
                .update("delete from counted where slot = :slot and hour > 0 and hour < :hour")
                .bind("hour", hour)
                .execute();
    }
}
