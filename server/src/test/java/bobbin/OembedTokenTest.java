package bobbin;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.DevServer.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code GET /oembed} as it was before March 2026, and its limits (13 §13.1, 02 §7, 05 §2, 05 §3). */
class OembedTokenTest {

    @Test
    void asksForATokenIfToldSoAndCountsTheCallsOfEachApp(@TempDir Path folder) {
        try (DevServer server =
                DevServer.start(folder, "--oembed-require-token", "true", "--limits-oembed-app-total", "2")) {
            String url = permalink(server);

            Answer without = server.graph("/oembed", "url", url);
            assertThat(without.status()).isEqualTo(400);
            assertThat(error(without, "code")).isEqualTo("10");
            assertThat(error(without, "error_subcode")).isEqualTo("4279067");

            String app = "TH|" + server.app("id") + "|" + server.app("secret");
            for (String token : new String[] {app, server.token("bob")}) {
                assertThat(server.graph("/oembed", "url", url, "access_token", token)
                                .status())
                        .isEqualTo(200);
            }
            refusedForNow(server.graph("/oembed", "url", url, "access_token", app));
        }
    }

    @Test
    void countsTheCallsWithoutATokenByAddress(@TempDir Path folder) {
        try (DevServer server = DevServer.start(folder, "--limits-oembed-anonymous", "1")) {
            String url = permalink(server);
            assertThat(server.graph("/oembed", "url", url).status()).isEqualTo(200);

            refusedForNow(server.graph("/oembed", "url", url));
            assertThat(server.graph("/oembed", "url", url, "access_token", server.token("bob"))
                            .status())
                    .isEqualTo(200);
        }
    }

    private static void refusedForNow(Answer answer) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(error(answer, "code")).isEqualTo("613");
        assertThat(error(answer, "error_subcode")).isEqualTo("4279002");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
    }

    private static String permalink(DevServer server) {
        String id = server.post(
                        "/me/threads",
                        "media_type",
                        "TEXT",
                        "text",
                        "Shown elsewhere",
                        "auto_publish_text",
                        "true",
                        "access_token",
                        server.token("ann"))
                .text("id");
        return server.graph("/" + id, "fields", "permalink", "access_token", server.token("ann"))
                .text("permalink");
    }

    private static String error(Answer answer, String name) {
        return answer.json().get("error").flatMap(error -> error.text(name)).orElseThrow();
    }
}
