package bobbin;

import bobbin.AuthorizationTown.Caller;
import bobbin.graph.Edge;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The reference page {@code docs/reference/authorization.md}: what each edge answers to whom, asked of a real server. */
final class AuthorizationPage {
    private final Map<String, Map<Caller, String>> rows = new TreeMap<>(Comparator.comparing(AuthorizationPage::order));
    private final List<String> open;

    AuthorizationPage(AuthorizationTown town, List<Edge> edges) {
        open = edges.stream()
                .filter(Edge::isOpen)
                .map(Edge::signature)
                .sorted(Comparator.comparing(AuthorizationPage::order))
                .toList();
        edges.stream().filter(edge -> !edge.isOpen()).forEach(edge -> rows.put(edge.signature(), row(town, edge)));
    }

    private static Map<Caller, String> row(AuthorizationTown town, Edge edge) {
        Map<Caller, String> row = new EnumMap<>(Caller.class);
        Arrays.stream(Caller.values()).forEach(caller -> row.put(caller, town.answer(edge, caller)));
        return row;
    }

    /** What an edge answers to somebody. */
    String cell(Edge edge, Caller caller) {
        return rows.getOrDefault(edge.signature(), Map.of()).getOrDefault(caller, "not asked");
    }

    String print() {
        StringBuilder page = new StringBuilder("""
                # Who may call what

                Printed from the declared edges by asking each of them; a test compares. Print it anew with
                `./mvnw -pl server test -Dtest=AuthorizationTest -Dbobbin.print=true`. *yes*: it answers; otherwise the code and the
                sub-code of the error. All callers but the last have a token; the column says what is special about them:

                """);
        for (Caller caller : Caller.values()) {
            page.append("* **%s**: %s\n".formatted(caller.title(), caller.about()));
        }
        page.append("\n| Edge | ").append(titles()).append(" |\n| --- |");
        page.append(" --- |".repeat(Caller.values().length)).append('\n');
        rows.forEach((edge, row) -> page.append(
                "| `%s` | %s |\n".formatted(edge, row.values().stream().collect(Collectors.joining(" | ")))));
        page.append("\nOpen to everybody, with or without a token: ")
                .append(open.stream().map(edge -> "`" + edge + "`").collect(Collectors.joining(", ")))
                .append(".\n");
        return page.toString();
    }

    private static String titles() {
        return Arrays.stream(Caller.values()).map(Caller::title).collect(Collectors.joining(" | "));
    }

    /** By path, then by method. */
    private static String order(String signature) {
        int path = signature.indexOf('/');
        return signature.substring(path) + " " + signature.substring(0, path);
    }
}
