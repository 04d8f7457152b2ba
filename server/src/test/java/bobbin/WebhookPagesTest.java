package bobbin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The page of an app's webhooks and the commands for them, on a whole server (12 §12.9). */
@Timeout(120)
class WebhookPagesTest {
    @TempDir
    Path folder;

    @Test
    void showsTheWebhooksOfAnApp() {
        try (DevServer server = DevServer.start(folder);
                Hook hook = new Hook();
                Browser browser = new Browser(server.note("web_url"))) {
            String page = "/developers/apps/" + server.app("id") + "/webhooks";
            browser.submit(
                    browser.get("/login"),
                    "/login",
                    Map.of("username", "dan", "password", server.user("dan", "password")));
            Browser.Sight wrong = browser.submit(
                    browser.get(page), page, Map.of("callback_url", hook.address(), "verify_token", "wrong"));
            assertThat(wrong.text(".notice.problem")).contains("403");
            Browser.Sight saved = browser.submit(
                    browser.get(page), page, Map.of("callback_url", hook.address(), "verify_token", Hook.TOKEN));
            assertThat(saved.page().text()).contains("active").doesNotContain(Hook.TOKEN);
            Browser.Sight on = browser.submit(saved, page + "/on", Map.of("field", "REPLIES"));
            browser.submit(on, page + "/test", Map.of("field", "REPLIES"));
            assertThat(hook.next().field()).isEqualTo("replies");

            assertThat(CommandRun.in(folder, "webhook", "trigger", server.app("id"), "delete", "--data", ".bobbin")
                            .code())
                    .isEqualTo(Exit.DONE);
            assertThat(hook.next().field()).isEqualTo("delete");
            assertThat(CommandRun.in(folder, "webhook", "list", server.app("id"), "--data", ".bobbin")
                            .out())
                    .contains("replies", "active", hook.address());
            assertThat(CommandRun.in(folder, "webhook", "log", server.app("id"), "--data", ".bobbin")
                            .out())
                    .contains("delete", "replies");
        }
    }
}
