package bobbin;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.http.Request;
import bobbin.http.Response;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagementTest {
    @TempDir
    Path folder;

    @Test
    void tellsWhetherItLivesAndIsReady() {
        try (DevServer server = DevServer.start(folder)) {
            assertThat(server.management("/livez").status()).isEqualTo(200);
            assertThat(server.management("/readyz").status()).isEqualTo(200);
            assertThat(server.management("/readyz").body()).contains("database ok", "worker ok");
            assertThat(server.management("/other").status()).isEqualTo(404);
        }
    }

    @Test
    void keepsManagementOffTheMainPort() {
        try (DevServer server = DevServer.start(folder)) {
            assertThat(server.graph("/metrics").body()).contains("\"error\"");
            assertThat(server.graph("/readyz").body()).contains("\"error\"");
        }
    }

    @Test
    void countsAnswersByRoleStatusAndEdge() {
        try (DevServer server = DevServer.start(folder)) {
            server.graph("/v1.0/me/threads", "access_token", server.token("ann"));
            server.graph("/v1.0/me/threads", "access_token", server.token("ann"));
            server.graph("/v1.0/me");
            server.get(server.note("web_url") + "/login");

            String page = server.management("/metrics").body();
            assertThat(page)
                    .containsPattern(
                            "bobbin_http_requests_seconds_count\\{edge=\"GET /\\{account}/threads\",role=\"graph\",status=\"200\"} 2\n")
                    .containsPattern(
                            "bobbin_http_requests_seconds_count\\{edge=\"none\",role=\"graph\",status=\"400\"} 1\n")
                    .containsPattern(
                            "bobbin_http_requests_seconds_count\\{edge=\"none\",role=\"web\",status=\"200\"} 1\n")
                    .contains(
                            "jvm_memory_used_bytes",
                            "process_uptime_seconds",
                            "bobbin_jobs_running",
                            "bobbin_database_waiting 0.0");
            assertThat(page).doesNotContain(server.app("id"));
        }
    }

    @Test
    void measuresItsDatabase() {
        try (DevServer server = DevServer.start(folder)) {
            double before = value(server, "bobbin_database_writes_total");
            server.post("/me/threads", "media_type", "TEXT", "text", "Hello", "access_token", server.token("ann"));

            assertThat(value(server, "bobbin_database_writes_total")).isGreaterThan(before);
            assertThat(value(server, "bobbin_database_commits_total"))
                    .isBetween(1.0, value(server, "bobbin_database_writes_total"));
            assertThat(value(server, "bobbin_database_connections_busy")).isZero();
            assertThat(value(server, "bobbin_database_connections_open"))
                    .isBetween(1.0, value(server, "bobbin_database_connections_most"));
        }
    }

    private static double value(DevServer server, String name) {
        return server.management("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void isNotReadyWithoutItsDatabaseOrItsWorker() {
        Metrics metrics = new Metrics();
        metrics.answered(Role.WEB, 200, Optional.empty(), Duration.ofMillis(2));
        Request ready = Request.of("GET", "/readyz");

        assertThat(new Management(metrics, _ -> Response.noContent(), () -> true, () -> true)
                        .answer(ready)
                        .status())
                .isEqualTo(200);
        assertThat(new Management(metrics, _ -> Response.noContent(), () -> true, () -> false)
                        .answer(ready)
                        .bodyText())
                .contains("worker down");
        var down = new Management(
                metrics,
                _ -> Response.noContent(),
                () -> {
                    throw new IllegalStateException("gone");
                },
                () -> true);
        assertThat(down.answer(ready).status()).isEqualTo(503);
        assertThat(down.answer(ready).bodyText()).contains("database down");
        assertThat(down.answer(Request.of("GET", "/livez")).status()).isEqualTo(200);
    }
}
