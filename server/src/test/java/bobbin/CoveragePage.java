package bobbin;

import bobbin.base.Scope;
import bobbin.graph.Edge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The reference page {@code docs/reference/coverage.md}: every edge as it is declared, what it needs and shows, and which tests prove it;
 * then every section of the specification that a test cites.
 */
final class CoveragePage {
    private static final Path CONFORMANCE = Path.of("conformance/src/test/java");
    private static final Path SERVER = Path.of("server/src/test/java");
    private static final Pattern SPEC =
            Pattern.compile("@Spec\\((.*?)\\)\\s*\\n(.*?)(?:void|class) (\\w+)", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");
    private static final Pattern SECTION = Pattern.compile("\\b(?:0\\d|1[0-7]) (?:§[\\d.]+\\d|§\\d+|decision \\d+)");

    private static final int SHOWN = 3;

    private final List<TestMethods.Method> methods = Stream.of(CONFORMANCE, SERVER)
            .flatMap(folder -> TestMethods.in(folder).stream())
            .toList();
    private final Map<String, Set<String>> byEdge = new TreeMap<>();
    private final Map<String, Set<String>> bySection = new TreeMap<>(Comparator.comparing(CoveragePage::sortable));

    CoveragePage() {
        sources(CONFORMANCE).forEach(this::readAnnotations);
        sources(SERVER).forEach(this::readCitations);
    }

    /** The tests that prove an edge, by its signature. */
    Set<String> tests(Edge edge) {
        return byEdge.getOrDefault(edge.signature(), Set.of());
    }

    /** Edges that a test names, but nobody declares. */
    Set<String> unknown(List<Edge> edges) {
        Set<String> unknown = new TreeSet<>(byEdge.keySet());
        edges.forEach(edge -> unknown.remove(edge.signature()));
        return unknown;
    }

    /** Tests that say a word of the specification, at most as many as a reader wants to see: first those that cite its section. */
    List<String> tests(ContractRow row) {
        return methods.stream()
                .filter(row::isIn)
                .sorted(Comparator.comparingInt(row::distance))
                .limit(SHOWN)
                .map(test -> "`" + test + "`")
                .toList();
    }

    String print(List<Edge> edges) {
        StringBuilder page = new StringBuilder("""
                # What is served, and which test proves it

                Printed from the declared edges and from the tests; a test compares. Print it anew with
                `./mvnw -pl server test -Dtest=CoverageTest -Dbobbin.print=true`.

                ## Edges

                | Edge | Permissions | Fields | Proved by |
                | --- | --- | --- | --- |
                """);
        edges.stream()
                .sorted(Comparator.comparing(CoveragePage::order))
                .forEach(edge -> page.append("| `%s` | %s | %s | %s |\n"
                        .formatted(edge.signature(), permissions(edge), code(edge.fields()), joined(tests(edge)))));
        page.append("""

                ## Words of the specification

                Every parameter, field, value, metric, member of a webhook and error that clients send or look for, from
                [contract.tsv](contract.tsv), with tests that say it.

                | Kind | Where | Word | Section | Proved by |
                | --- | --- | --- | --- | --- |
                """);
        ContractRow.all()
                .forEach(row -> page.append("| %s | %s | `%s` | %s | %s |\n"
                        .formatted(row.kind(), row.where(), row.name(), row.section(), String.join(", ", tests(row)))));
        page.append("""

                ## Sections of the specification

                Tests of `conformance` by name; a file of the server's own tests where it cites the section.

                | Section | Proved by |
                | --- | --- |
                """);
        bySection.forEach((section, tests) -> page.append("| %s | %s |\n".formatted(section, joined(tests))));
        return page.toString();
    }

    private void readAnnotations(Path file) {
        String source = read(file);
        String name = file.getFileName().toString().replace(".java", "");
        Matcher found = SPEC.matcher(source);
        while (found.find()) {
            String test = found.group(3).equals(name) ? name : name + "." + found.group(3);
            QUOTED.matcher(found.group(1))
                    .results()
                    .map(quoted -> quoted.group(1))
                    .forEach(cited -> {
                        boolean isEdge =
                                cited.startsWith("GET ") || cited.startsWith("POST ") || cited.startsWith("DELETE ");
                        (isEdge ? byEdge : bySection)
                                .computeIfAbsent(cited, _ -> new TreeSet<>())
                                .add("`" + test + "`");
                    });
        }
    }

    private void readCitations(Path file) {
        String name = file.getFileName().toString().replace(".java", "");
        if (name.endsWith("Test")) {
            SECTION.matcher(read(file))
                    .results()
                    .map(MatchResult::group)
                    .forEach(section -> bySection
                            .computeIfAbsent(section, _ -> new TreeSet<>())
                            .add("`" + name + "`"));
        }
    }

    private static String permissions(Edge edge) {
        return edge.isOpen()
                ? "no token needed"
                : code(edge.needs().stream().sorted().map(Scope::wire).toList());
    }

    private static String code(Iterable<String> words) {
        List<String> shown = new ArrayList<>();
        words.forEach(word -> shown.add("`" + word + "`"));
        return String.join(" ", shown);
    }

    private static String joined(Set<String> tests) {
        return String.join(", ", tests);
    }

    /** By node, then by name, then by method. */
    private static String order(Edge edge) {
        return edge.kind().map(kind -> "0" + kind.name()).orElse("1") + edge.name() + edge.method();
    }

    /** {@code 04 §4.10} comes after {@code 04 §4.9}. */
    private static String sortable(String section) {
        return Pattern.compile("\\d+")
                .matcher(section)
                .replaceAll(number -> "%04d".formatted(Integer.parseInt(number.group())));
    }

    private static List<Path> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
