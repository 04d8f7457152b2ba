package bobbin.webhook;

import bobbin.base.Scope;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What an app can be told of (12 §12.1). */
public enum Field {
    /** Somebody replies to media of an install user. */
    REPLIES(Topic.MODERATE, Scope.READ_REPLIES),
    /** An install user deletes a post. */
    DELETE(Topic.MODERATE, Scope.DELETE),
    /** Public media mention an install user. */
    MENTIONS(Topic.INTERACTION, Scope.MANAGE_MENTIONS),
    /** An install user publishes. */
    PUBLISH(Topic.INTERACTION, Scope.BASIC);

    private final Topic topic;
    private final Scope scope;

    Field(Topic topic, Scope scope) {
        this.topic = topic;
        this.scope = scope;
    }

    public Topic topic() {
        return topic;
    }

    /** The permissions that the install user must have granted, and to which the app must have advanced access. */
    public Set<Scope> needs() {
        return EnumSet.of(Scope.BASIC, scope);
    }

    /** Whether its events are worth nothing once the post is gone (12 §12.7). */
    boolean endsWithThePost() {
        return this == REPLIES || this == MENTIONS;
    }

    /** As it stands on the wire. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Field> parse(String word) {
        return Stream.of(values())
                .filter(field -> field.wire().equalsIgnoreCase(word.strip()))
                .findFirst();
    }
}
