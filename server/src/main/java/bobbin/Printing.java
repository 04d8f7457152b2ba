package bobbin;

import bobbin.json.Json;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** How a command prints what it found: for eyes, or with {@code --json} for programs. Both show the same, under the same names. */
final class Printing {
    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    /** Prints one thing: a line for each of its properties, or an object. */
    void one(PrintWriter out, Map<String, ?> thing) {
        if (json) {
            out.println(Json.text(thing));
            return;
        }
        int width = thing.keySet().stream().mapToInt(String::length).max().orElse(0);
        thing.forEach((name, value) -> out.println(pad(name, width) + "  " + shown(value)));
    }

    /** Prints a list of things that have the same properties: a table, or an array of objects. */
    void all(PrintWriter out, List<? extends Map<String, ?>> things) {
        if (json) {
            out.println(Json.text(things));
            return;
        }
        Optional<? extends Map<String, ?>> first = things.stream().findFirst();
        if (first.isEmpty()) {
            out.println("None.");
            return;
        }
        List<List<String>> lines = Stream.concat(
                        Stream.of(List.copyOf(first.get().keySet())),
                        things.stream()
                                .map(thing -> thing.values().stream()
                                        .map(Printing::shown)
                                        .toList()))
                .toList();
        for (List<String> line : lines) {
            StringBuilder text = new StringBuilder();
            for (int column = 0; column < line.size(); column++) {
                text.append(pad(line.get(column), width(lines, column))).append("  ");
            }
            out.println(text.toString().stripTrailing());
        }
    }

    private static int width(List<List<String>> lines, int column) {
        return lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0);
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    private static String shown(Object value) {
        String text = switch (value) {
            case Iterable<?> list -> {
                Stream.Builder<String> each = Stream.builder();
                list.forEach(item -> each.add(shown(item)));
                yield each.build().collect(Collectors.joining(", "));
            }
            default -> value.toString();
        };
        return text.isEmpty() ? "-" : text;
    }
}
