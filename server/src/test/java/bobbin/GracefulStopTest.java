package bobbin;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.json.Node;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of calls that are under way when the server is told to stop. */
class GracefulStopTest {
    private static final int CLIENTS = 8;

    @TempDir
    Path folder;

    /** The texts of posts whose clients heard that they are published. */
    private final List<String> acknowledged = new CopyOnWriteArrayList<>();

    private final List<Integer> refusals = new CopyOnWriteArrayList<>();

    @Test
    void answersEveryCallThatItAccepted() throws Exception {
        List<String> accepted;
        try (CaughtLogs logs = new CaughtLogs();
                DevServer server = DevServer.start(folder, "--limits-profile", "off")) {
            CountDownLatch busy = new CountDownLatch(5 * CLIENTS);
            try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < CLIENTS; i++) {
                    String name = "client " + i;
                    clients.execute(() -> publishUntilItStops(server, name, busy));
                }
                busy.await();
                assertThat(server.stop()).isEqualTo(Exit.DONE);
            }
            accepted = logs.lines().stream()
                    .filter(line -> line.contains("access call") && line.contains("method=POST"))
                    .toList();
        }

        assertThat(refusals).isEmpty();
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(5 * CLIENTS).hasSameSizeAs(accepted);
        try (DevServer server = DevServer.start(folder)) {
            assertThat(published(server)).containsExactlyInAnyOrderElementsOf(acknowledged);
        }
    }

    @Test
    void letsItsThreadsEnd() throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        Set<Thread> ours;
        try (DevServer _ = DevServer.start(folder)) {
            ours = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> !before.contains(thread))
                    .filter(thread -> thread.getName().matches("(argon2|sqlite|image|Hikari).*"))
                    .collect(Collectors.toSet());
        }

        assertThat(ours).hasSizeGreaterThan(1);
        for (Thread thread : ours) {
            assertThat(thread.join(Duration.ofSeconds(5))).as(thread.getName()).isTrue();
        }
    }

    /** Without an answer it is the end: the server must not have begun with such a call. */
    private void publishUntilItStops(DevServer server, String name, CountDownLatch busy) {
        for (int i = 0; ; i++) {
            String text = name + " post " + i;
            try {
                var answer = server.post(
                        "/me/threads",
                        "media_type",
                        "TEXT",
                        "text",
                        text,
                        "auto_publish_text",
                        "true",
                        "access_token",
                        server.token("eve"));
                if (answer.status() == 200) {
                    acknowledged.add(text);
                } else {
                    refusals.add(answer.status());
                }
                busy.countDown();
            } catch (IllegalStateException _) {
                return;
            }
        }
    }

    private static List<String> published(DevServer server) {
        List<String> texts = new ArrayList<>();
        Optional<String> next = Optional.of(server.note("graph_url") + "/me/threads?"
                + DevServer.form("fields", "text", "limit", "100", "access_token", server.token("eve")));
        while (next.isPresent()) {
            Node page = server.get(next.get()).json();
            page.get("data")
                    .orElseThrow()
                    .items()
                    .forEach(post -> texts.add(post.text("text").orElseThrow()));
            next = page.get("paging").flatMap(paging -> paging.text("next"));
        }
        return texts;
    }
}
