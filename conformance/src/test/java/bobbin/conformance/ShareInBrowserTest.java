package bobbin.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** The page of a post, in a real browser that runs its script (15 §15.11). */
@Tag("browser")
class ShareInBrowserTest {
    private final Api ann = Dev.server().as("ann");

    @TempDir
    Path profile;

    @Test
    @Spec({"15 §15.11", "15 §15.19"})
    void countsAShareWhoseLinkWasCopied() throws IOException {
        String post = ann.publish("Hand this on");
        try (Elsewhere site = Elsewhere.open(profile)) {
            site.browser().get(ann.get("/" + post, "fields", "permalink").ok().text("/permalink"));
            site.browser().findElement(By.cssSelector("button[data-share]")).click();

            site.awaitThat(() -> ann.get("/" + post + "/insights", "metric", "shares")
                    .ok()
                    .text("/data/0/values/0/value")
                    .equals("1"));
            assertThat(site.browser().manage().logs().get("browser").getAll()).isEmpty();
        }
    }
}
