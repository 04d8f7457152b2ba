package bobbin.webhook;

import bobbin.base.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Where an app wants to be told of one topic (12 §12.8).
 *
 * @param url verified: whoever answers there knew the verify token
 * @param fields those that are on; there may be none
 * @param failingSince the first of the deliveries that failed since the last that succeeded
 * @param inactiveAt when we stopped trying, because nothing had succeeded for long (12 §12.7)
 */
public record Subscription(
        Id app,
        Topic topic,
        String url,
        Set<Field> fields,
        Instant verifiedAt,
        Optional<Instant> failingSince,
        Optional<Instant> inactiveAt) {

    public Subscription {
        fields = Set.copyOf(fields);
    }

    /** Whether anything is sent at all. */
    public boolean isActive() {
        return inactiveAt.isEmpty();
    }

    public boolean has(Field field) {
        return fields.contains(field);
    }

    /** The same with these fields. */
    Subscription with(Set<Field> others) {
        return new Subscription(app, topic, url, others, verifiedAt, failingSince, inactiveAt);
    }
}
