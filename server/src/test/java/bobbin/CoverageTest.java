package bobbin;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.graph.Edge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every edge is proved by a test of the black box, and the reference page says which. */
class CoverageTest {
    private static final Path PAGE = Path.of("docs/reference/coverage.md");

    @TempDir
    Path folder;

    private final CoveragePage page = new CoveragePage();
    private List<Edge> edges = List.of();

    @BeforeEach
    void asksTheServerWhatItCan() {
        edges = ServedEdges.of(folder);
    }

    @Test
    void everyEdgeIsProvedFromOutside() {
        assertThat(edges)
                .filteredOn(edge -> page.tests(edge).isEmpty())
                .extracting(Edge::signature)
                .isEmpty();
        assertThat(page.unknown(edges))
                .as("edges that a test names and nobody declares")
                .isEmpty();
    }

    @Test
    void everyWordOfTheSpecificationIsInATest() {
        assertThat(ContractRow.all())
                .hasSizeGreaterThan(400)
                .filteredOn(row -> page.tests(row).isEmpty())
                .isEmpty();
    }

    @Test
    void everyFieldOfTheSpecificationIsServed() {
        Map<String, Set<String>> served = edges.stream().collect(Collectors.toMap(Edge::signature, Edge::fields));
        assertThat(ContractRow.all())
                .filteredOn(row -> row.kind().equals("field") && row.where().startsWith("GET "))
                .hasSizeGreaterThan(70)
                .filteredOn(row -> !served.getOrDefault(row.where(), Set.of()).contains(row.name()))
                .isEmpty();
    }

    @Test
    void theReferencePageIsWhatTheCodePrints() throws IOException {
        String printed = page.print(edges);
        if (Boolean.getBoolean("bobbin.print")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, printed);
        }

        assertThat(printed).isEqualTo(Files.readString(PAGE));
    }
}
