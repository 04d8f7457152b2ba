package bobbin;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.sql.DatabaseSettings;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What callers see while PostgreSQL is gone, and afterwards. */
class LostDatabaseTest {
    private final DatabaseSettings database = TestEngine.POSTGRESQL.empty();

    @TempDir
    Path folder;

    @AfterEach
    void drop() {
        TestEngine.POSTGRESQL.drop(database);
    }

    @Test
    void tellsThatItPassesAndGoesOnWithoutARestart() {
        try (DevServer server =
                DevServer.start(folder, "--database-url", database.url(), "--database-patience", "PT0.5S")) {
            assertThat(publish(server).status()).isEqualTo(200);

            TestEngine.lose(database);

            for (DevServer.Answer answer : new DevServer.Answer[] {publish(server), read(server), publish(server)}) {
                assertThat(answer.status()).isEqualTo(500);
                assertThat(answer.body())
                        .contains("\"code\":2,", "\"is_transient\":true", "Please retry your request later.");
            }
            assertThat(server.management("/readyz").status()).isEqualTo(503);
            assertThat(server.management("/livez").status()).isEqualTo(200);

            TestEngine.bringBack(database);
            awaitReadiness(server);

            assertThat(publish(server).status()).isEqualTo(200);
            assertThat(read(server).json().get("data").orElseThrow().items()).hasSize(2);
        }
    }

    private static DevServer.Answer publish(DevServer server) {
        return server.post(
                "/me/threads",
                "media_type",
                "TEXT",
                "text",
                "Hello",
                "auto_publish_text",
                "true",
                "access_token",
                server.token("eve"));
    }

    private static DevServer.Answer read(DevServer server) {
        return server.graph("/me/threads", "access_token", server.token("eve"));
    }

    /** The pool tries again by itself, with pauses. */
    private static void awaitReadiness(DevServer server) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (server.management("/readyz").status() != 200 && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(server.management("/readyz").status()).isEqualTo(200);
    }
}
