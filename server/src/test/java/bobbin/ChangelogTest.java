package bobbin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Everything that Meta has added to or changed in the Threads API, as data, and which test proves that we have it (14 §14.5). */
class ChangelogTest {
    private static final Path DATA = Path.of("docs/reference/threads-changelog.tsv");
    private static final Path PAGE = Path.of("docs/reference/threads-changelog.md");
    private static final Set<String> STATES = Set.of("in", "open", "ads", "none");
    private static final List<Path> TESTS =
            List.of(Path.of("server/src/test/java"), Path.of("conformance/src/test/java"));

    private final List<Row> rows = read(DATA).lines().skip(1).map(Row::of).toList();

    /**
     * A change.
     *
     * @param date {@code undated} where Meta names none
     * @param section of the specification that covers it
     * @param state {@code in}: we have it and a test proves it; {@code open}: in scope and not there yet; {@code ads}: of another API;
     *     {@code none}: there is nothing to have
     * @param tests as {@code Class.method}
     */
    private record Row(String date, String item, String section, String state, List<String> tests) {
        static Row of(String line) {
            String[] cells = line.split("\t", -1);
            assertThat(cells).as(line).hasSize(5);
            return new Row(
                    cells[0],
                    cells[1],
                    cells[2],
                    cells[3],
                    Stream.of(cells[4].split(" ", -1))
                            .filter(test -> !test.isEmpty())
                            .toList());
        }

        String print() {
            String proof = tests.isEmpty()
                    ? state.replace("none", "").replace("ads", "advertising, another API")
                    : "`" + String.join("`, `", tests) + "`";
            return "| %s | %s | %s | %s |\n".formatted(date, item, section, proof);
        }
    }

    @Test
    void namesATestForEachRowThatWeHave() {
        assertThat(rows).hasSizeGreaterThan(80).allSatisfy(row -> {
            assertThat(STATES).contains(row.state());
            assertThat(row.tests().isEmpty())
                    .as(row.item())
                    .isEqualTo(!row.state().equals("in"));
        });
    }

    @Test
    void namesTestsThatExist() throws IOException {
        List<Path> sources = sources();

        assertThat(rows).flatExtracting(Row::tests).allSatisfy(test -> {
            String[] parts = test.split("\\.", -1);
            Pattern method = Pattern.compile("\\bvoid " + parts[1] + "\\(");
            assertThat(sources)
                    .as(test)
                    .anyMatch(file -> file.endsWith(parts[0] + ".java")
                            && method.matcher(read(file)).find());
        });
    }

    @Test
    void isSortedByDateNewestFirst() {
        assertThat(rows.stream().map(Row::date).filter(date -> !date.equals("undated")))
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void theReferencePageIsWhatTheDataPrints() throws IOException {
        StringBuilder page = new StringBuilder("""
                # Changes of the Threads API, and what proves that they are here

                Printed from `threads-changelog.tsv`; a test compares. When Meta announces a change, add a row first. Print it anew with
                `./mvnw -pl server test -Dtest=ChangelogTest -Dbobbin.print=true`.

                | Date | Change | Specification | Proved by |
                | --- | --- | --- | --- |
                """);
        rows.forEach(row -> page.append(row.print()));
        if (Boolean.getBoolean("bobbin.print")) {
            Files.writeString(PAGE, page);
        }

        assertThat(page.toString()).isEqualTo(read(PAGE));
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> server = Files.walk(TESTS.getFirst());
                Stream<Path> conformance = Files.walk(TESTS.getLast())) {
            return Stream.concat(server, conformance)
                    .filter(file -> file.toString().endsWith("Test.java"))
                    .toList();
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
