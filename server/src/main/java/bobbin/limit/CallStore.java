package bobbin.limit;

import bobbin.base.Id;
import bobbin.limit.Tally.Count;
import bobbin.sql.Tx;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The table {@code call_usage}. */
final class CallStore {
    private static final Id NONE = Id.LOWEST;

    /** What was written down from this bucket on. */
    Map<Long, Count> since(Tx tx, Caller caller, long bucket) {
        return tx.at(caller.owner())
                .query("""
                select bucket, calls, nanos from call_usage
                where slot = :slot and owner_id = :owner and app_id = :app and bucket >= :bucket
                """)
                .bind("owner", caller.owner())
                .bind("app", caller.app().orElse(NONE))
                .bind("bucket", bucket)
                .map((row, _) ->
                        Map.entry(row.getLong("bucket"), new Count(row.getLong("calls"), row.getLong("nanos"))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void add(Tx tx, Caller caller, long bucket, Count count) {
        tx.at(caller.owner())
                .update("""
                insert into call_usage (slot, owner_id, app_id, bucket, calls, nanos)
                values (:slot, :owner, :app, :bucket, :calls, :nanos)
                on conflict (slot, owner_id, app_id, bucket) do update
                set calls = call_usage.calls + excluded.calls, nanos = call_usage.nanos + excluded.nanos
                """)
                .bind("owner", caller.owner())
                .bind("app", caller.app().orElse(NONE))
                .bind("bucket", bucket)
                .bind("calls", count.calls())
                .bind("nanos", count.nanos())
                .execute();
    }

    /** The slots with counts from before that bucket. Looks at all counts. */
    List<Integer> slotsBefore(Tx tx, long bucket) {
        return tx.query("select distinct slot from call_usage where bucket < :bucket")
                .bind("bucket", bucket)
                .mapTo(Integer.class)
                .list();
    }

    void deleteBefore(Tx tx, int slot, long bucket) {
        tx.at(slot)
                .update("delete from call_usage where slot = :slot and bucket < :bucket")
                .bind("bucket", bucket)
                .execute();
    }

    void deleteOf(Tx tx, Id owner) {
        tx.at(owner)
                .update("delete from call_usage where slot = :slot and owner_id = :owner")
                .bind("owner", owner)
                .execute();
    }
}
