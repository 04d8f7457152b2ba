package bobbin.graph;

import bobbin.base.Id;
import bobbin.http.Parameters;
import bobbin.json.Json;
import bobbin.json.Node;
import bobbin.json.Unreadable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the caller sent, wherever it stood: query, form, multipart, JSON or the body of a GET, in one bucket (01 §4). An empty value
 * counts as absent, names that nobody reads are ignored, and each kind of value is read in one expression that refuses in the
 * same words everywhere (06 §7).
 */
public final class Params {
    private static final Set<String> YES = Set.of("true", "1", "yes", "on");
    private static final Set<String> NO = Set.of("false", "0", "no", "off");
    /** What JavaScript clients send for an id they do not have (01 §4 rule 4). */
    private static final Set<String> NO_ID = Set.of("undefined", "null");

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?");

    private final Parameters all;

    public Params(Parameters all) {
        this.all = all;
    }

    Parameters all() {
        return all;
    }

    public Optional<String> text(String name) {
        return all.get(name);
    }

    public boolean has(String name) {
        return all.get(name).isPresent();
    }

    public String required(String name) {
        return text(name).orElseThrow(() -> GraphProblems.PARAM_REQUIRED.refuse(name));
    }

    /** An id as it was sent; {@code undefined} and {@code null} count as absent. */
    public Optional<String> reference(String name) {
        return text(name).map(String::strip).filter(id -> !NO_ID.contains(id));
    }

    /** A required id; refuses what is no number, and a number that is too large to be an id like that of a missing object. */
    public Id id(String name) {
        String text = reference(name).orElseThrow(() -> GraphProblems.PARAM_REQUIRED.refuse(name));
        return Id.parse(text)
                .orElseThrow(() -> DIGITS.matcher(text).matches()
                        ? GraphProblems.MEDIA_MISSING.refuse(text)
                        : GraphProblems.PARAM_NO_NUMBER.refuse(name));
    }

    /** A whole number; below {@code low} it is refused, above {@code high} it is taken for {@code high}. */
    public int clamped(String name, int standard, int low, int high) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return standard;
        }
        long number = number(name, text.get());
        if (number < low) {
            throw GraphProblems.PARAM_TOO_SMALL.refuse(name, low);
        }
        return (int) Math.min(number, high);
    }

    /** A whole number, not beyond two bounds. */
    public Optional<Integer> whole(String name, int low, int high) {
        return text(name).map(text -> {
            long number = number(name, text);
            if (number < low || number > high) {
                throw GraphProblems.PARAM_NOT_BETWEEN.refuse(name, low, high);
            }
            return (int) number;
        });
    }

    /** A number with or without decimals, not beyond two bounds. */
    public Optional<Double> decimal(String name, int low, int high) {
        return text(name).map(String::strip).map(text -> {
            if (!DECIMAL.matcher(text).matches()) {
                throw GraphProblems.PARAM_NO_TYPE.refuse(name, "number");
            }
            double number = Double.parseDouble(text);
            if (number < low || number > high) {
                throw GraphProblems.PARAM_NOT_BETWEEN.refuse(name, low, high);
            }
            return number;
        });
    }

    /**
     * A moment in any of the words of 07 §7.1.2.
     *
     * @param zone of words that name none
     */
    public Optional<Instant> moment(String name, ZoneId zone, Instant now) {
        return text(name)
                .map(text -> new TimeGrammar(zone, now)
                        .read(text)
                        .orElseThrow(() -> GraphProblems.PARAM_NO_TYPE.refuse(name, "timestamp")));
    }

    /** A boolean; {@code true}, {@code 1}, {@code yes}, {@code on} and their opposites, in any case. */
    public boolean flag(String name) {
        Optional<String> text = text(name).map(word -> word.strip().toLowerCase(Locale.ROOT));
        if (text.isEmpty() || NO.contains(text.get())) {
            return false;
        }
        if (YES.contains(text.get())) {
            return true;
        }
        throw GraphProblems.PARAM_NO_TYPE.refuse(name, "boolean");
    }

    /** One of these values, by the word it has on the wire, in any case. */
    public <E> Optional<E> one(String name, List<E> choices, Function<E, String> wire) {
        return text(name)
                .map(String::strip)
                .map(word -> choices.stream()
                        .filter(choice -> wire.apply(choice).equalsIgnoreCase(word))
                        .findFirst()
                        .orElseThrow(() -> GraphProblems.PARAM_NO_CHOICE.refuse(
                                name, choices.stream().map(wire).collect(Collectors.joining(", ")), word)));
    }

    /** One of the constants of an enum, by name, in any case. */
    public <E extends Enum<E>> Optional<E> one(Class<E> type, String name) {
        return one(name, Arrays.asList(type.getEnumConstants()), Enum::name);
    }

    /** A list in any of its forms: commas, JSON array, repeated name, {@code a[]}; blanks trimmed, empty items dropped. */
    public List<String> list(String name) {
        List<String> items = new ArrayList<>();
        for (String value : all.all(name)) {
            items.addAll(items(value));
        }
        return items.stream().map(String::strip).filter(item -> !item.isEmpty()).toList();
    }

    /** The same list as one text with commas, for names that have a grammar of their own, with commas in it (01 §8). */
    public Optional<String> joined(String name) {
        List<String> values = all.all(name).stream().map(Params::withCommas).toList();
        return values.isEmpty() ? Optional.empty() : Optional.of(String.join(",", values));
    }

    /** The same list with each item once, in its first place. */
    public Set<String> set(String name) {
        return new LinkedHashSet<>(list(name));
    }

    /** An object in JSON text, read leniently; empty if absent or no object (01 §4). */
    public Optional<Node> object(String name) {
        return text(name).flatMap(Params::read).filter(Node::isObject);
    }

    /** A list of anything in JSON text, read leniently; empty if absent or no list. */
    public Optional<List<Node>> array(String name) {
        return text(name).flatMap(Params::read).filter(Node::isArray).map(Node::items);
    }

    private static List<String> items(String value) {
        return jsonItems(value).orElseGet(() -> List.of(value.split(",", -1)));
    }

    private static String withCommas(String value) {
        return jsonItems(value).map(items -> String.join(",", items)).orElse(value);
    }

    private static Optional<List<String>> jsonItems(String value) {
        return Optional.of(value)
                .filter(text -> text.stripLeading().startsWith("["))
                .flatMap(Params::read)
                .map(list -> list.items().stream()
                        .map(Node::text)
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static Optional<Node> read(String json) {
        try {
            return Optional.of(Json.parseLoosely(json));
        } catch (Unreadable _) {
            return Optional.empty();
        }
    }

    /** What is too large for a number of ours is still one, the largest or the smallest. */
    private static long number(String name, String text) {
        String digits = text.strip();
        if (!NUMBER.matcher(digits).matches()) {
            throw GraphProblems.PARAM_NO_TYPE.refuse(name, "integer");
        }
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException _) {
            return digits.startsWith("-") ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }
}
