package bobbin;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Browser.Sight;
import bobbin.json.Node;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody is told of, as a page (15 §15.16, 15 §15.19). */
class ActivityPagesTest {
    @TempDir
    Path folder;

    @Test
    void tellsWhatHappenedUntilItIsRead() {
        try (DevServer server = DevServer.start(folder);
                Browser browser = new Browser(server.note("web_url"))) {
            assertThat(browser.get("/activity").place()).startsWith("/login?next=%2Factivity");
            browser.submit(
                    browser.get("/login"),
                    "/login",
                    Map.of("username", "bob", "password", server.user("bob", "password")));

            Sight activity = browser.get("/activity");
            assertThat(activity.page().select("main li").eachText())
                    .anyMatch(line -> line.startsWith("@ann replied to you New"));
            assertThat(activity.page().select("main li a[href^=/t/]")).isNotEmpty();
            assertThat(activity.page().select("nav a").eachAttr("href")).contains("/activity");

            Sight read = browser.submit(activity, "/activity/read", Map.of());
            assertThat(read.page().select("main .badge")).isEmpty();
            assertThat(read.page().select("main li")).isNotEmpty();
        }
    }

    @Test // 15 §15.16, 02 §6
    void tellsOfAppsThatInviteAndOfThoseThatWereLetIn() {
        try (DevServer server = DevServer.start(folder);
                Browser browser = new Browser(server.note("web_url"))) {
            Node app = server.note().get("standard_app").orElseThrow();
            String id = app.text("id").orElseThrow();
            String callback = app.get("redirect_uris")
                    .orElseThrow()
                    .items()
                    .getFirst()
                    .text()
                    .orElseThrow();
            CommandRun.in(folder, "app", "invite", id, "bob", "threads_tester", "--data", ".bobbin");
            browser.submit(
                    browser.get("/login"),
                    "/login",
                    Map.of("username", "bob", "password", server.user("bob", "password")));

            Sight invited = browser.get("/activity");
            assertThat(invited.text("main li"))
                    .startsWith("Demo with standard access invites you to test or develop it New");
            Sight settings = browser.get(invited.page().select("main li a").attr("href"));
            browser.submit(settings, "/settings/apps/" + id + "/invitation", Map.of("answer", "accept"));
            assertThat(browser.get("/activity").page().text()).doesNotContain("invites you");

            Sight window = browser.get("/oauth/authorize?"
                    + DevServer.form(
                            "client_id",
                            id,
                            "redirect_uri",
                            callback,
                            "scope",
                            "threads_basic",
                            "response_type",
                            "code"));
            String action = window.page().select("main form").attr("action");
            browser.submit(window, action, Map.of("decision", "allow"));
            assertThat(browser.get("/activity").text("main li"))
                    .startsWith("Demo with standard access was allowed to act for you New");
        }
    }
}
