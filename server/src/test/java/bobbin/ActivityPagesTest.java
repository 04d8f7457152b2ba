package bobbin;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Browser.Sight;
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
}
