package bobbin.json;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** A parsed JSON value. Reads kindly: what is missing, null or empty is the same, and a number in quotes is a number (01 §4). */
public sealed interface Node {
    /** {@code null}. */
    record Null() implements Node {}

    /** A string. */
    record Text(String value) implements Node {}

    /** A number, letter by letter as it was sent. */
    record Numeral(String literal) implements Node {}

    /** {@code true} or {@code false}. */
    record Flag(boolean value) implements Node {}

    /** An array. */
    record Sequence(List<Node> elements) implements Node {
        public Sequence {
            elements = List.copyOf(elements);
        }
    }

    /** An object; its members in the order in which they were sent, the last of equal names. */
    record Members(Map<String, Node> members) implements Node {}

    default boolean isNull() {
        return this instanceof Null;
    }

    default boolean isObject() {
        return this instanceof Members;
    }

    default boolean isArray() {
        return this instanceof Sequence;
    }

    /** The names of an object's members; none of anything else. */
    default Set<String> names() {
        return this instanceof Members(var members) ? members.keySet() : Set.of();
    }

    /** A member of an object; empty if it is missing or null, or if this is no object. */
    default Optional<Node> get(String name) {
        return this instanceof Members(var members)
                ? Optional.ofNullable(members.get(name)).filter(node -> !node.isNull())
                : Optional.empty();
    }

    /** The elements of an array without nulls; none of anything else. */
    default List<Node> items() {
        return this instanceof Sequence(var elements)
                ? elements.stream().filter(node -> !node.isNull()).toList()
                : List.of();
    }

    /** As it would stand in a form: a scalar as its text, an object or an array as its JSON; empty for null and the empty string. */
    default Optional<String> text() {
        return Optional.of(
                        switch (this) {
                            case Null() -> "";
                            case Text(String value) -> value;
                            case Numeral(String literal) -> literal;
                            case Flag(boolean value) -> String.valueOf(value);
                            case Sequence _, Members _ -> Json.text(this);
                        })
                .filter(value -> !value.isEmpty());
    }

    /** The text of a member. */
    default Optional<String> text(String name) {
        return get(name).flatMap(Node::text);
    }

    /** A member that is a whole number, or the text of one; empty if it is neither. */
    default OptionalLong integer(String name) {
        try {
            return text(name)
                    .map(text -> OptionalLong.of(new BigDecimal(text.strip()).longValueExact()))
                    .orElse(OptionalLong.empty());
        } catch (ArithmeticException | NumberFormatException _) {
            return OptionalLong.empty();
        }
    }
}
