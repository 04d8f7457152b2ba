package bobbin.webhook;

import bobbin.base.Id;
import bobbin.sql.Row;
import bobbin.sql.Tx;
import bobbin.webhook.Manner.DeleteTarget;
import bobbin.webhook.Manner.ValuesFormat;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.mapper.RowMapper;

/** The tables {@code webhook_subscription}, {@code webhook_manner} and {@code webhook_stream}, which belong to nobody in particular. */
final class SubscriptionStore {
    private static final RowMapper<Subscription> SUBSCRIPTION = Row.inOrder(row -> new Subscription(
            row.id(),
            row.one(Topic.class),
            row.text(),
            fields(row.text()),
            row.instant(),
            row.optionalInstant(),
            row.optionalInstant()));

    private record Kept<T>(Id app, T value) {}

    private static final RowMapper<Kept<Manner>> MANNER = Row.inOrder(
            row -> new Kept<>(row.id(), new Manner(row.one(ValuesFormat.class), row.one(DeleteTarget.class))));
    private static final RowMapper<Kept<Instant>> STREAM = Row.inOrder(row -> new Kept<>(row.id(), row.instant()));

    /** Every app that wants to be told of anything, by id. */
    Map<Id, Reception> all(Tx tx) {
        Map<Id, Reception> all = new HashMap<>();
        tx.query("""
                select app_id, topic, callback_url, fields, verified_at, failing_since, inactive_at
                from webhook_subscription
                """)
                .map(SUBSCRIPTION)
                .forEach(each -> put(all, each.app(), of(all, each.app()).with(each)));
        tx.query("select app_id, values_format, delete_target from webhook_manner")
                .map(MANNER)
                .forEach(each -> put(all, each.app(), of(all, each.app()).with(each.value())));
        tx.query("select app_id, until from webhook_stream")
                .map(STREAM)
                .forEach(each -> put(all, each.app(), of(all, each.app()).streamingUntil(each.value())));
        return all;
    }

    private static Reception of(Map<Id, Reception> all, Id app) {
        return all.getOrDefault(app, Reception.none(app));
    }

    private static void put(Map<Id, Reception> all, Id app, Reception reception) {
        all.put(app, reception);
    }

    /** What one app subscribed to, as it is at this moment. */
    List<Subscription> of(Tx tx, Id app) {
        return tx.query("""
                select app_id, topic, callback_url, fields, verified_at, failing_since, inactive_at
                from webhook_subscription where app_id = :app order by topic desc
                """).bind("app", app).map(SUBSCRIPTION).list();
    }

    void put(Tx tx, Subscription subscription) {
        tx.update("""
                insert into webhook_subscription (app_id, topic, callback_url, fields, verified_at, failing_since, inactive_at)
                values (:app, :topic, :url, :fields, :verifiedAt, :failingSince, :inactiveAt)
                on conflict (app_id, topic) do update set
                    callback_url = excluded.callback_url, fields = excluded.fields, verified_at = excluded.verified_at,
                    failing_since = excluded.failing_since, inactive_at = excluded.inactive_at
                """)
                .bind("app", subscription.app())
                .bind("topic", subscription.topic())
                .bind("url", subscription.url())
                .bind(
                        "fields",
                        subscription.fields().stream().map(Enum::name).sorted().collect(Collectors.joining(" ")))
                .bind("verifiedAt", subscription.verifiedAt())
                .bind("failingSince", subscription.failingSince())
                .bind("inactiveAt", subscription.inactiveAt())
                .execute();
    }

    void delete(Tx tx, Id app, Topic topic) {
        tx.update("delete from webhook_subscription where app_id = :app and topic = :topic")
                .bind("app", app)
                .bind("topic", topic)
                .execute();
    }

    void put(Tx tx, Id app, Manner manner) {
        tx.update("""
                insert into webhook_manner (app_id, values_format, delete_target) values (:app, :format, :target)
                on conflict (app_id) do update set
                    values_format = excluded.values_format, delete_target = excluded.delete_target
                """)
                .bind("app", app)
                .bind("format", manner.format())
                .bind("target", manner.deletion())
                .execute();
    }

    void streamUntil(Tx tx, Id app, Instant until) {
        tx.update("""
                insert into webhook_stream (app_id, until) values (:app, :until)
                on conflict (app_id) do update set until = excluded.until
                """).bind("app", app).bind("until", until).execute();
    }

    /** Notes the first failure after a success. */
    void failing(Tx tx, Id app, Topic topic) {
        set(tx, app, topic, "failing_since", Optional.of(tx.now()));
    }

    void succeeding(Tx tx, Id app, Topic topic) {
        set(tx, app, topic, "failing_since", Optional.empty());
    }

    void inactive(Tx tx, Id app, Topic topic) {
        set(tx, app, topic, "inactive_at", Optional.of(tx.now()));
    }

    private static void set(Tx tx, Id app, Topic topic, String column, Optional<Instant> value) {
        tx.update("update webhook_subscription set %s = :value where app_id = :app and topic = :topic"
                        .formatted(column))
                .bind("app", app)
                .bind("topic", topic)
                .bind("value", value.map(Instant::toEpochMilli).orElse(null))
                .execute();
    }

    private static Set<Field> fields(String words) {
        return Stream.of(words.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .map(Field::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Field.class)));
    }
}
