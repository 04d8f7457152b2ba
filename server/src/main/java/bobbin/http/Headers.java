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
        return lines.stream().filter(line -> line.is(name)).map(Header::value).findFirst();
    }

    public List<String> all(String name) {
        return lines.stream().filter(line -> line.is(name)).map(Header::value).toList();
    }

    public boolean has(String name) {
        return lines.stream().anyMatch(line -> line.is(name));
    }

    /** These and one more line; what has the same name stays. */
    public Headers and(String name, String value) {
        List<Header> more = new ArrayList<>(lines);
        more.add(new Header(name, value));
        return new Headers(more);
    }

    /** These with exactly one line of this name. */
    public Headers with(String name, String value) {
        return new Headers(lines.stream().filter(line -> !line.is(name)).toList()).and(name, value);
    }
}
