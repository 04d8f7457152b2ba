package bobbin.webhook;

import bobbin.sql.Row;
import bobbin.sql.Tx;
import java.util.List;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code webhook_event}: what happened, and has not yet been told. */
final class OutboxStore {
    private static final RowMapper<Event> EVENT =
            Row.inOrder(row -> new Event(row.id(), row.one(Event.Kind.class), row.id()));

    /** Writes down that something happened, if anybody listens to anything; whether it was. */
    boolean insert(Tx tx, Event event) {
        return tx.at(event.id())
                        .update("""
                        insert into webhook_event (slot, id, kind, post_id)
                        select :slot, :id, :kind, :post
                        where exists (select 1 from webhook_subscription where inactive_at is null)
                            or exists (select 1 from webhook_stream where until > :now)
                        """)
                        .bind("id", event.id())
                        .bind("kind", event.kind())
                        .bind("post", event.post())
                        .bind("now", tx.now())
                        .execute()
                == 1;
    }

    /** What happened first, of all slots. */
    List<Event> oldest(Tx tx, int limit) {
        return tx.query("select id, kind, post_id from webhook_event order by id limit :limit")
                .bind("limit", limit)
                .map(EVENT)
                .list();
    }

    /** Takes an event; false if another server was faster. */
    boolean take(Tx tx, Event event) {
        return tx.at(event.id())
                        .update("delete from webhook_event where slot = :slot and id = :id")
                        .bind("id", event.id())
                        .execute()
                == 1;
    }
}
