package bobbin;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.AuthorizationTown.Caller;
import bobbin.base.DataDirectory;
import bobbin.base.Fidelity;
import bobbin.base.Id;
import bobbin.base.OperatorKey;
import bobbin.base.Setting;
import bobbin.graph.Edge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every edge, called by everybody: owner, follower, stranger, blocked, without permission, too late (02, 03 §7, 06 §4, 15 §15.6). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // the page is made once
class AuthorizationTest {
    private static final Path PAGE = Path.of("docs/reference/authorization.md");

    private final TestClock time = new TestClock();
    private Parts parts;
    private List<Edge> edges;
    private AuthorizationPage page;

    @BeforeAll
    void callsEveryEdgeAsEverybody(@TempDir Path folder) {
        Settings settings = Settings.from(new Setting.Values() {
            @Override
            public <T> T get(Setting<T> setting) {
                Object value = setting.equals(DataDirectory.SETTING)
                        ? folder
                        : setting.equals(OperatorKey.SETTING)
                                ? "0123456789abcdef".repeat(4)
                                : setting.equals(Fidelity.SETTING) ? Fidelity.META : setting.standard();
                return setting.type().cast(value);
            }
        });
        parts = Parts.of(settings, time);
        parts.reading.places.furnish(Runnable::run);
        AuthorizationTown town = new AuthorizationTown(parts, settings, time);
        edges = town.edges();
        page = new AuthorizationPage(town, edges);
    }

    @AfterAll
    void closes() {
        parts.close();
    }

    @Test
    void theReferencePageIsWhatTheServerAnswers() throws IOException {
        if (Boolean.getBoolean("bobbin.print")) {
            Files.writeString(PAGE, page.print());
        }

        assertThat(page.print()).isEqualTo(Files.readString(PAGE));
    }

    @Test
    void letsNobodyInWithoutAGoodToken() {
        assertThat(column(Caller.EXPIRED)).containsOnly("190/463");
        assertThat(column(Caller.REVOKED)).containsOnly("190/458");
        assertThat(column(Caller.NOBODY)).doesNotContain("yes");
    }

    @Test
    void asksForEveryPermissionThatAnEdgeDeclares() {
        assertThat(column(Caller.UNSCOPED)).containsOnly("10", "-");
    }

    /** What is hidden is as if it were not there; nobody learns that it is (06 §4.1). */
    @Test
    void hidesPostsFromThoseWhoMayNotSeeThem() {
        for (Caller caller : List.of(Caller.BLOCKED, Caller.BLOCKER, Caller.SHUT_OUT, Caller.FRIEND, Caller.ABROAD)) {
            assertThat(of(Id.Kind.POST).map(edge -> page.cell(edge, caller)))
                    .as(caller.title())
                    .allMatch(cell -> cell.equals("100/33") || cell.equals("10"));
        }
    }

    @Test
    void letsOthersChangeNothing() {
        for (Caller caller : List.of(Caller.FOLLOWER, Caller.STRANGER)) {
            assertThat(of(Id.Kind.POST)
                            .filter(edge ->
                                    !edge.method().equals("get") && !edge.name().equals("repost"))
                            .map(edge -> page.cell(edge, caller)))
                    .as(caller.title())
                    .doesNotContain("yes");
        }
    }

    @Test
    void keepsAccountsAndContainersToTheirOwners() {
        for (Caller caller :
                List.of(Caller.FOLLOWER, Caller.STRANGER, Caller.BLOCKED, Caller.SHUT_OUT, Caller.FRIEND)) {
            assertThat(Stream.concat(of(Id.Kind.ACCOUNT), of(Id.Kind.CONTAINER)).map(edge -> page.cell(edge, caller)))
                    .as(caller.title())
                    .doesNotContain("yes");
        }
    }

    private List<String> column(Caller caller) {
        return edges.stream()
                .filter(edge -> !edge.isOpen())
                .map(edge -> page.cell(edge, caller))
                .toList();
    }

    private Stream<Edge> of(Id.Kind kind) {
        return edges.stream().filter(edge -> edge.kind().equals(Optional.of(kind)));
    }
}
