package bobbin.webhook;

import bobbin.base.Id;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How an app takes events: where it subscribed, how it wants them written, and whether it streams.
 *
 * @param streamsUntil until when events are kept for its streams
 */
record Reception(Id app, Map<Topic, Subscription> subscriptions, Manner manner, Optional<Instant> streamsUntil) {

    Reception {
        subscriptions = Map.copyOf(subscriptions);
    }

    static Reception none(Id app) {
        return new Reception(app, Map.of(), Manner.USUAL, Optional.empty());
    }

    Reception with(Subscription subscription) {
        Map<Topic, Subscription> more = new EnumMap<>(Topic.class);
        more.putAll(subscriptions);
        more.put(subscription.topic(), subscription);
        return new Reception(app, more, manner, streamsUntil);
    }

    Reception with(Manner other) {
        return new Reception(app, subscriptions, other, streamsUntil);
    }

    Reception streamingUntil(Instant end) {
        return new Reception(app, subscriptions, manner, Optional.of(end));
    }

    /** Where this is to be sent, if anywhere. */
    Optional<Subscription> receiver(Field field) {
        return Optional.ofNullable(subscriptions.get(field.topic()))
                .filter(subscription -> subscription.isActive() && subscription.has(field));
    }

    boolean streams(Instant now) {
        return streamsUntil.filter(now::isBefore).isPresent();
    }

    boolean wants(Field field, Instant now) {
        return receiver(field).isPresent() || streams(now);
    }
}
