package bobbin.webhook;

import bobbin.app.Actor;
import bobbin.app.AppSettings;
import bobbin.app.Apps;
import bobbin.app.CallbackUrl;
import bobbin.base.Id;
import bobbin.fetch.Fetcher;
import bobbin.sql.Database;
import bobbin.sql.Memory;
import bobbin.sql.Tx;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Where apps want to be told of what (12 §12.8, §12.9). */
public final class Subscriptions {
    private static final int LONGEST_TOKEN = 1024;
    /** Subscriptions belong to no slot, and are remembered all together. */
    private static final int EVERYWHERE = 0;

    private static final String ALL = "all";

    private final Database database;
    private final Apps apps;
    private final AppSettings appSettings;
    private final WebhookSettings settings;
    private final Verification verification;
    private final SubscriptionStore store = new SubscriptionStore();
    private final DeliveryStore deliveries = new DeliveryStore();
    private final Memory<String, Map<Id, Reception>> memory;

    /** @param fetcher asks receivers; believes every certificate if the settings say so */
    public Subscriptions(
            Database database, Apps apps, AppSettings appSettings, WebhookSettings settings, Fetcher fetcher) {
        this.database = database;
        this.apps = apps;
        this.appSettings = appSettings;
        this.settings = settings;
        this.verification = new Verification(fetcher);
        this.memory = Memory.of(database, 1, "webhook_subscription", "webhook_manner", "webhook_stream");
    }

    /**
     * Sends events of one topic to an address, once that has shown that it wants them: replaces the address, adds the fields, and begins
     * anew if deliveries had been given up. Refuses fields of another topic.
     */
    public void subscribe(Actor actor, Id app, Topic topic, String typed, String token, Set<Field> fields) {
        apps.requireEdit(actor, app);
        String url = (settings.insecure()
                        ? CallbackUrl.enterInsecure(typed.strip())
                        : CallbackUrl.enter(typed.strip(), appSettings.httpLoopback()))
                .text();
        requireFields(topic, List.copyOf(fields));
        if (token.isEmpty()) {
            throw WebhookProblems.REQUIRED.refuse("verify_token");
        }
        if (token.length() > LONGEST_TOKEN) {
            throw WebhookProblems.TOKEN_TOO_LONG.refuse(LONGEST_TOKEN);
        }
        verification.check(url, token);
        database.change(tx -> {
            EnumSet<Field> all = EnumSet.noneOf(Field.class);
            all.addAll(fields);
            find(tx, app, topic).ifPresent(known -> all.addAll(known.fields()));
            store.put(tx, new Subscription(app, topic, url, all, tx.now(), Optional.empty(), Optional.empty()));
            deliveries.redirect(tx, app, EnumSet.copyOf(topic.fields()), url);
        });
    }

    private static void requireFields(Topic topic, List<Field> fields) {
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            if (field.topic() != topic) {
                throw WebhookProblems.NO_CHOICE.refuse(
                        "fields[" + i + "]",
                        topic.fields().stream().map(Field::wire).collect(Collectors.joining(", ")),
                        field.wire());
            }
        }
    }

    /** Sends a field as well, to where its topic goes already. */
    public void switchOn(Actor actor, Id app, Field field) {
        change(actor, app, field, fields -> fields.add(field));
    }

    /** Sends a field no more; the subscription stays, even without any. */
    public void switchOff(Actor actor, Id app, Field field) {
        change(actor, app, field, fields -> fields.remove(field));
    }

    private void change(Actor actor, Id app, Field field, Consumer<Set<Field>> step) {
        apps.requireEdit(actor, app);
        database.change(tx -> {
            Subscription known = find(tx, app, field.topic())
                    .orElseThrow(
                            () -> WebhookProblems.MISSING.refuse(field.topic().wire()));
            EnumSet<Field> fields = EnumSet.noneOf(Field.class);
            fields.addAll(known.fields());
            step.accept(fields);
            store.put(tx, known.with(fields));
        });
    }

    /** Ends a subscription, or only some of its fields; with the last of them it ends, too. */
    public void unsubscribe(Actor actor, Id app, Topic topic, Set<Field> fields) {
        apps.requireEdit(actor, app);
        database.change(tx -> find(tx, app, topic).ifPresent(known -> {
            EnumSet<Field> left = EnumSet.noneOf(Field.class);
            left.addAll(known.fields());
            left.removeAll(fields);
            if (fields.isEmpty() || left.isEmpty()) {
                store.delete(tx, app, topic);
            } else {
                store.put(tx, known.with(left));
            }
        }));
    }

    /** What an app subscribed to. */
    public List<Subscription> of(Id app) {
        return database.read(tx -> store.of(tx, app));
    }

    public Manner manner(Id app) {
        return reception(app).manner();
    }

    public void setManner(Actor actor, Id app, Manner manner) {
        apps.requireEdit(actor, app);
        database.change(tx -> store.put(tx, app, manner));
    }

    /** How an app takes events, mostly from memory. */
    Reception reception(Id app) {
        return Optional.ofNullable(all().get(app)).orElse(Reception.none(app));
    }

    Optional<Subscription> find(Tx tx, Id app, Topic topic) {
        return store.of(tx, app).stream()
                .filter(subscription -> subscription.topic() == topic)
                .findFirst();
    }

    /** Every app that wants to be told of anything, mostly from memory. */
    Map<Id, Reception> all() {
        return known().orElseGet(() ->
                database.read(tx -> memory.recall(tx, EVERYWHERE, ALL, () -> Optional.of(store.all(tx)))
                        .orElseThrow()));
    }

    /** The same as far as it is remembered, without any look-up. */
    Optional<Map<Id, Reception>> known() {
        return memory.recall(EVERYWHERE, ALL);
    }

    /** Notes how it went with a receiver; after long failing it is asked no more (12 §12.7). */
    void note(Tx tx, Subscription receiver, boolean succeeded) {
        if (succeeded) {
            if (receiver.failingSince().isPresent()) {
                store.succeeding(tx, receiver.app(), receiver.topic());
            }
        } else if (receiver.failingSince().isEmpty()) {
            store.failing(tx, receiver.app(), receiver.topic());
        } else if (!tx.now().isBefore(receiver.failingSince().get().plus(settings.inactiveAfter()))) {
            store.inactive(tx, receiver.app(), receiver.topic());
        }
    }

    /** From now on events are kept for the streams of this app, until then. */
    void keepForStreams(Id app, Instant until) {
        database.change(tx -> store.streamUntil(tx, app, until));
    }

    /** Whether anybody may want to be told of this, as far as can be said without a look-up. */
    boolean mayBeWanted(Collection<Field> fields, Optional<Set<Id>> among, Instant now) {
        return known().map(all -> all.values().stream()
                        .filter(reception -> among.map(apps -> apps.contains(reception.app()))
                                .orElse(true))
                        .anyMatch(reception -> fields.stream().anyMatch(field -> reception.wants(field, now))))
                .orElse(true);
    }
}
