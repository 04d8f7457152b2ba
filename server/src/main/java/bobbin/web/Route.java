package bobbin.web;

import bobbin.http.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * An address and what answers there.
 *
 * @param method {@code GET} or {@code POST}
 * @param parts the segments of the pattern
 * @param isForm whether what is sent there must carry the token of a form
 */
record Route(String method, List<Part> parts, boolean isForm, Function<Visit, Response> answer) {

    /**
     * A segment of a pattern: text, then perhaps a name for what follows it, as in {@code @{username}}.
     *
     * @param name empty if the segment is all text
     */
    record Part(String text, String name) {
        static Part of(String segment) {
            int brace = segment.indexOf('{');
            if (brace < 0) {
                return new Part(segment, "");
            }
            if (!segment.endsWith("}") || segment.length() < brace + 3) {
                throw new IllegalArgumentException("A name stands in braces at the end of a segment: " + segment);
            }
            return new Part(segment.substring(0, brace), segment.substring(brace + 1, segment.length() - 1));
        }

        boolean matches(String segment) {
            return name.isEmpty() ? segment.equals(text) : segment.startsWith(text) && segment.length() > text.length();
        }
    }

    static Route of(String method, String pattern, Function<Visit, Response> answer) {
        if (!pattern.startsWith("/")) {
            throw new IllegalArgumentException("A pattern begins with a slash: " + pattern);
        }
        List<Part> parts = Arrays.stream(pattern.substring(1).split("/"))
                .filter(segment -> !segment.isEmpty())
                .map(Part::of)
                .toList();
        return new Route(method, parts, method.equals("POST"), answer);
    }

    /** The same for what is sent without a form. */
    Route withoutForm() {
        return new Route(method, parts, false, answer);
    }

    /** What the names in the pattern stand for in this path; empty if the path is another. */
    Optional<Map<String, String>> match(List<String> segments) {
        if (segments.size() != parts.size()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            if (!part.matches(segments.get(i))) {
                return Optional.empty();
            }
            if (!part.name().isEmpty()) {
                values.put(part.name(), segments.get(i).substring(part.text().length()));
            }
        }
        return Optional.of(values);
    }

    /** Two routes with the same shape would answer the same calls. */
    String shape() {
        List<String> shape = new ArrayList<>();
        for (Part part : parts) {
            shape.add(part.name().isEmpty() ? part.text() : part.text() + "{}");
        }
        return method + " /" + String.join("/", shape);
    }

    /** Plain text goes before names: from the first segment on, and a longer text before a shorter one. */
    static int byPrecision(Route one, Route other) {
        for (int i = 0; i < Math.min(one.parts.size(), other.parts.size()); i++) {
            Part left = one.parts.get(i);
            Part right = other.parts.get(i);
            int byName = Boolean.compare(!left.name().isEmpty(), !right.name().isEmpty());
            int order = byName != 0
                    ? byName
                    : Integer.compare(right.text().length(), left.text().length());
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.parts.size(), other.parts.size());
    }
}
