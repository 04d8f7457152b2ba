package bobbin.webhook;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What an app subscribes to, with one address for each (12 §12.1). */
public enum Topic {
    MODERATE,
    INTERACTION;

    /** As it stands on the wire. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its fields, in the order of the documentation. */
    public List<Field> fields() {
        return Stream.of(Field.values()).filter(field -> field.topic() == this).toList();
    }

    public static Optional<Topic> parse(String word) {
        return Stream.of(values())
                .filter(topic -> topic.wire().equalsIgnoreCase(word.strip()))
                .findFirst();
    }
}
