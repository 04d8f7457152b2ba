package bobbin.webhook;

import bobbin.base.Id;
import bobbin.sql.Row;
import bobbin.sql.Tx;
import bobbin.webhook.Delivery.Last;
import bobbin.webhook.Delivery.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code webhook_delivery}, which lives with the apps. */
final class DeliveryStore {
    private static final String COLUMNS =
            "app_id, id, account_id, field, post_id, body, state, lane, begun_at, attempts, due_at, sent_at, millis, status, answer";

    private static final RowMapper<Delivery> DELIVERY = Row.inOrder(row -> new Delivery(
            row.id(),
            row.id(),
            row.id(),
            row.one(Field.class),
            row.id(),
            row.text(),
            row.one(State.class),
            row.text(),
            row.instant(),
            (int) row.whole(),
            row.optionalInstant(),
            new Last(row.optionalInstant(), Duration.ofMillis(row.whole()), status(row.whole()), row.text())));

    /** Which delivery, without its content. */
    record Key(Id app, Id id) {}

    private static final RowMapper<Key> KEY = Row.inOrder(row -> new Key(row.id(), row.id()));

    void insert(Tx tx, Delivery delivery) {
        tx.at(delivery.app())
                .update("""
                insert into webhook_delivery (slot, app_id, id, account_id, field, post_id, body, state, lane, begun_at,
                    attempts, due_at, millis, status, answer)
                values (:slot, :app, :id, :account, :field, :post, :body, :state, :lane, :begunAt,
                    :attempts, :due, 0, 0, '')
                """)
                .bind("app", delivery.app())
                .bind("id", delivery.id())
                .bind("account", delivery.account())
                .bind("field", delivery.field())
                .bind("post", delivery.post())
                .bind("body", delivery.body())
                .bind("state", delivery.state())
                .bind("lane", delivery.lane())
                .bind("begunAt", delivery.begunAt())
                .bind("attempts", delivery.attempts())
                .bind("due", delivery.due())
                .execute();
    }

    Optional<Delivery> find(Tx tx, Id app, Id id) {
        return tx.at(app)
                .query("select " + COLUMNS + " from webhook_delivery where slot = :slot and app_id = :app and id = :id")
                .bind("app", app)
                .bind("id", id)
                .map(DELIVERY)
                .findOne();
    }

    /** The newest of an app. */
    List<Delivery> newest(Tx tx, Id app, int limit) {
        return tx.at(app)
                .query("select " + COLUMNS + """
                         from webhook_delivery where slot = :slot and app_id = :app and state <> :streamed
                        order by id desc limit :limit
                        """)
                .bind("app", app)
                .bind("streamed", State.STREAMED)
                .bind("limit", limit)
                .map(DELIVERY)
                .list();
    }

    /** Those after that one, oldest first. */
    List<Delivery> after(Tx tx, Id app, Id position, int limit) {
        return tx.at(app)
                .query("select " + COLUMNS + """
                         from webhook_delivery where slot = :slot and app_id = :app and id > :position
                        order by id limit :limit
                        """)
                .bind("app", app)
                .bind("position", position)
                .bind("limit", limit)
                .map(DELIVERY)
                .list();
    }

    /**
     * Where something is due. Over all apps, but it looks at each address once, however much waits for it: it jumps from one to the next.
     */
    List<String> dueLanes(Tx tx) {
        return tx.query("""
                select lane from (
                    with recursive each_lane(lane) as (
                        select min(lane) from webhook_delivery where due_at is not null
                        union all
                        select (select min(w.lane) from webhook_delivery w where w.due_at is not null and w.lane > e.lane)
                        from each_lane e where e.lane is not null)
                    select lane from each_lane where lane is not null) lanes
                where exists (
                    select 1 from webhook_delivery d where d.lane = lanes.lane and d.due_at <= :now)
                """).bind("now", tx.now()).mapTo(String.class).list();
    }

    /** Those of a lane that have waited longest, and are due. */
    List<Key> due(Tx tx, String lane, int limit) {
        return tx.query("""
                select app_id, id from webhook_delivery where lane = :lane and due_at <= :now
                order by due_at, id limit :limit
                """)
                .bind("lane", lane)
                .bind("now", tx.now())
                .bind("limit", limit)
                .map(KEY)
                .list();
    }

    /** Takes a delivery and keeps it from others until then; empty if another was faster. */
    Optional<Delivery> claim(Tx tx, Key key, Instant until) {
        return tx.at(key.app())
                .query("""
                        update webhook_delivery set state = :sending, due_at = :until, attempts = attempts + 1
                        where slot = :slot and app_id = :app and id = :id and due_at <= :now
                        returning
                        """ + COLUMNS)
                .bind("app", key.app())
                .bind("id", key.id())
                .bind("sending", State.SENDING)
                .bind("until", until)
                .bind("now", tx.now())
                .map(DELIVERY)
                .findOne();
    }

    /** Writes down how a try went, unless another has taken the delivery over meanwhile. */
    void settle(Tx tx, Delivery tried, State state, Optional<Instant> due, Last last) {
        tx.at(tried.app())
                .update("""
                update webhook_delivery set state = :state, due_at = :due, sent_at = :sentAt, millis = :millis,
                    status = :status, answer = :answer
                where slot = :slot and app_id = :app and id = :id and attempts = :attempts
                """)
                .bind("app", tried.app())
                .bind("id", tried.id())
                .bind("attempts", tried.attempts())
                .bind("state", state)
                .bind("due", due)
                .bind("sentAt", last.sentAt())
                .bind("millis", last.took().toMillis())
                .bind("status", last.status().orElse(0))
                .bind("answer", last.answer())
                .execute();
    }

    /** Begins anew, with the same bytes. */
    void resend(Tx tx, Delivery delivery, String lane) {
        tx.at(delivery.app())
                .update("""
                update webhook_delivery set state = :waiting, lane = :lane, begun_at = :now, attempts = 0, due_at = :now
                where slot = :slot and app_id = :app and id = :id
                """)
                .bind("app", delivery.app())
                .bind("id", delivery.id())
                .bind("waiting", State.WAITING)
                .bind("lane", lane)
                .bind("now", tx.now())
                .execute();
    }

    /** What waits goes to another address. */
    void redirect(Tx tx, Id app, Set<Field> fields, String lane) {
        tx.at(app)
                .update("""
                update webhook_delivery set lane = :lane
                where slot = :slot and app_id = :app and due_at is not null and field in (<fields>)
                """)
                .bind("app", app)
                .bind("lane", lane)
                .bindList("fields", fields)
                .execute();
    }

    /** Makes due at once what an earlier server was sending when it died. */
    void letGo(Tx tx) {
        tx.update("update webhook_delivery set due_at = :now where state = :sending and due_at > :now")
                .bind("now", tx.now())
                .bind("sending", State.SENDING)
                .execute();
    }

    /** Deletes all but the newest of an app, and never what is still to be sent. */
    void keep(Tx tx, Id app, int most) {
        tx.at(app).update("""
                delete from webhook_delivery where slot = :slot and app_id = :app and due_at is null and id <=
                    (select id from webhook_delivery where slot = :slot and app_id = :app
                        order by id desc limit 1 offset :most)
                """).bind("app", app).bind("most", most).execute();
    }

    /** The slots with something from before that id that is done. Looks at all of them. */
    List<Integer> slotsBefore(Tx tx, Id id) {
        return tx.query("select distinct slot from webhook_delivery where id < :id and due_at is null")
                .bind("id", id)
                .mapTo(Integer.class)
                .list();
    }

    void deleteBefore(Tx tx, int slot, Id id) {
        tx.at(slot)
                .update("delete from webhook_delivery where slot = :slot and id < :id and due_at is null")
                .bind("id", id)
                .execute();
    }

    /** Forgets what an app was told about somebody. */
    void forget(Tx tx, Id app, Id account) {
        tx.at(app)
                .update("delete from webhook_delivery where slot = :slot and app_id = :app and account_id = :account")
                .bind("app", app)
                .bind("account", account)
                .execute();
    }

    private static OptionalInt status(long kept) {
        return kept == 0 ? OptionalInt.empty() : OptionalInt.of((int) kept);
    }
}
