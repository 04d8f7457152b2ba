package bobbin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of calls that are under way when the server is told to stop. */
class GracefulStopTest {
    private static final int CLIENTS = 8;

    @TempDir
    Path folder;

    private final List<String> published = new CopyOnWriteArrayList<>();
    private final List<Integer> others = new CopyOnWriteArrayList<>();

    @Test
    void answersWhatIsUnderWayAndLosesNothingThatItAcknowledged() throws Exception {
        String token;
        try (DevServer server = DevServer.start(folder, "--limits-profile", "off")) {
            token = server.token("ann");
            CountDownLatch busy = new CountDownLatch(5 * CLIENTS);
            try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < CLIENTS; i++) {
                    clients.execute(() -> publishUntilItStops(server, token, busy));
                }
                busy.await();
                assertThat(server.stop()).isEqualTo(Exit.DONE);
            }
        }

        assertThat(others).allMatch(status -> status == 503);
        assertThat(published).hasSizeGreaterThanOrEqualTo(5 * CLIENTS);
        try (DevServer server = DevServer.start(folder)) {
            assertThat(published)
                    .allSatisfy(id -> assertThat(server.graph("/" + id, "access_token", token)
                                    .status())
                            .isEqualTo(200));
        }
    }

    /** A refused connection is the end; everything else must be a whole answer. */
    private void publishUntilItStops(DevServer server, String token, CountDownLatch busy) {
        String api = server.note("graph_url");
        while (true) {
            try {
                var answer = server.post(
                        "/me/threads",
                        "media_type",
                        "TEXT",
                        "text",
                        "Hello from " + api,
                        "auto_publish_text",
                        "true",
                        "access_token",
                        token);
                if (answer.status() == 200) {
                    published.add(answer.text("id"));
                } else {
                    others.add(answer.status());
                }
                busy.countDown();
            } catch (IllegalStateException _) {
                return;
            }
        }
    }
}
