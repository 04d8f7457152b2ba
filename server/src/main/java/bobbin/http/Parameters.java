package bobbin.http;

import bobbin.base.Characters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Names with their values, in the order in which they came (01 §4), without what no text may hold ({@link Characters}). An empty value
 * counts as not sent. The names {@code a[]} and {@code a[0]} are {@code a}.
 */
public final class Parameters {
    public static final Parameters NONE = new Parameters(Map.of());

    private final Map<String, List<String>> values;

    private Parameters(Map<String, List<String>> values) {
        this.values = values;
    }

    public static Parameters of(Map<String, String> values) {
        var collected = new Collector();
        values.forEach(collected::add);
        return collected.parameters();
    }

    /** Reads {@code a=1&b=2}; refuses broken percent-encoding. */
    public static Parameters parse(String encoded) {
        var collected = new Collector();
        for (String pair : encoded.split("&", -1)) {
            collected.addPair(pair);
        }
        return collected.parameters();
    }

    /** The same of what somebody wrote by hand: a pair whose encoding is broken is left out. */
    public static Parameters parseLegible(String encoded) {
        var collected = new Collector();
        for (String pair : encoded.split("&", -1)) {
            try {
                collected.addPair(pair);
            } catch (Malformed _) {
                // The others may be all that is needed.
            }
        }
        return collected.parameters();
    }

    /** The last value of this name that is not empty. */
    public Optional<String> get(String name) {
        List<String> all = all(name);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /** Every value of this name that is not empty. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** The names that have a value. */
    public Set<String> names() {
        return values.keySet();
    }

    /** These, except where the others know the same name: then theirs instead. */
    public Parameters overriddenBy(Parameters others) {
        if (others.values.isEmpty()) {
            return this;
        }
        var both = new LinkedHashMap<>(values);
        both.putAll(others.values);
        return new Parameters(Collections.unmodifiableMap(both));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Parameters that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** The names only: values may be secrets. */
    @Override
    public String toString() {
        return values.keySet().toString();
    }

    /** Gathers values as they are read. */
    static final class Collector {
        private final Map<String, List<String>> values = new LinkedHashMap<>();

        /** Adds {@code name=value}, encoded; nothing if there is nothing. */
        void addPair(String pair) {
            int equals = pair.indexOf('=');
            if (equals >= 0) {
                add(Percent.decodeForm(pair.substring(0, equals)), Percent.decodeForm(pair.substring(equals + 1)));
            } else {
                Percent.decodeForm(pair); // a name alone has no value, but must be one
            }
        }

        void add(String name, String value) {
            String kept = Characters.whole(value);
            if (!kept.isEmpty()) {
                values.computeIfAbsent(withoutIndex(Characters.whole(name)), _ -> new ArrayList<>(1))
                        .add(kept);
            }
        }

        Parameters parameters() {
            values.replaceAll((_, all) -> List.copyOf(all));
            return new Parameters(Collections.unmodifiableMap(values));
        }

        private static String withoutIndex(String name) {
            int open = name.endsWith("]") ? name.lastIndexOf('[') : -1;
            boolean indexed = open > 0
                    && name.substring(open + 1, name.length() - 1).chars().allMatch(c -> c >= '0' && c <= '9');
            return indexed ? name.substring(0, open) : name;
        }
    }
}
