package bobbin.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines of a head, in their order. Names compare without case. */
public record Headers(List<Header> lines) {
    public static final Headers NONE = new Headers(List.of());

    public Headers {
        lines = List.copyOf(lines);
    }

    public Optional<String> first(String name) {
        for (Header line : lines) {
            if (line.is(name)) {
                return Optional.of(line.value());
            }
        }
        return Optional.empty();
    }

    public List<String> all(String name) {
        List<String> values = new ArrayList<>(1);
        for (Header line : lines) {
            if (line.is(name)) {
                values.add(line.value());
            }
        }
        return values;
    }

    /** The values of a header that is a list, split at its commas, without blanks around and without empty ones. */
    public List<String> words(String name) {
        List<String> words = new ArrayList<>(1);
        for (String line : all(name)) {
            for (String word : line.split(",", -1)) {
                if (!word.isBlank()) {
                    words.add(word.strip());
                }
            }
        }
        return words;
    }

    public boolean has(String name) {
        return first(name).isPresent();
    }

    /** These and one more line; what has the same name stays. */
    public Headers and(String name, String value) {
        List<Header> more = new ArrayList<>(lines);
        more.add(new Header(name, value));
        return new Headers(more);
    }

    /** These with exactly one line of this name. */
    public Headers with(String name, String value) {
        return with(new Headers(List.of(new Header(name, value))));
    }

    /** These with exactly those lines of the names of others that the others have. */
    public Headers with(Headers others) {
        List<Header> more = new ArrayList<>(lines.size() + others.lines.size());
        for (Header line : lines) {
            if (!others.has(line.name())) {
                more.add(line);
            }
        }
        more.addAll(others.lines);
        return new Headers(more);
    }
}
