package bobbin.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeOptions;

/** What {@code embed.js} makes of quoted posts on the pages of another site, in a real browser (13 §13.2, §13.3). */
@Tag("browser")
class EmbedInBrowserTest {
    private final Dev dev = Dev.server();
    private final Api ann = dev.as("ann");

    @TempDir
    Path profile;

    private Elsewhere site;

    @BeforeEach
    void opensABrowserAndAnotherSite() throws IOException {
        site = Elsewhere.open(profile.resolve("reader"));
    }

    @AfterEach
    void closesThem() {
        site.close();
    }

    @Test
    @Spec({"13 §13.2", "13 §13.3", "13 §13.6"})
    void givesEachOfTwoPostsInOnePageItsOwnHeight() {
        String low = snippet("A line");
        String high = snippet("Many\n".repeat(30));

        site.show(low + high);

        List<WebElement> frames = site.frames(2);
        assertThat(frames.get(1).getRect().height).isGreaterThan(frames.get(0).getRect().height + 300);
        for (WebElement frame : frames) {
            assertThat(frame.getRect().height - 2).isEqualTo(site.heightInside(frame));
            assertThat(frame.getDomAttribute("id")).matches("ig-tp-[A-Za-z0-9_-]+-frame");
            assertThat(frame.getDomAttribute("scrolling")).isEqualTo("no");
            assertThat(frame.getDomAttribute("frameborder")).isEqualTo("0");
            assertThat(frame.getDomAttribute("title")).isNotEmpty();
            assertThat(frame.getDomAttribute("src")).matches(dev.web() + "/@ann/post/[A-Za-z0-9_-]+/embed");
        }
        assertThat(site.browser().findElements(By.cssSelector("blockquote.text-post-media")))
                .hasSize(2)
                .noneMatch(WebElement::isDisplayed);
        assertThat(site.browser().manage().logs().get("browser").getAll()).isEmpty();
    }

    @Test
    @Spec({"13 §13.3", "13 §13.4"})
    void growsWithWhatTheReaderUncovers() {
        String post = ann.post(
                        "/me/threads",
                        "media_type",
                        "TEXT",
                        "text",
                        "Notes",
                        "text_attachment",
                        "{\"plaintext\":\"" + "line\\n".repeat(40) + "\"}",
                        "auto_publish_text",
                        "true")
                .ok()
                .text("/id");
        site.show(html(post));
        WebElement frame = site.frames(1).getFirst();
        int before = frame.getRect().height;

        site.browser().switchTo().frame(frame);
        site.browser().findElement(By.tagName("summary")).click();
        site.browser().switchTo().defaultContent();

        site.awaitThat(() -> frame.getRect().height > before + 300);
        assertThat(frame.getRect().height - 2).isEqualTo(site.heightInside(frame));
    }

    @Test
    @Spec({"13 §13.2", "13 §13.3"})
    void isAsWideAsItsPlaceAndGrowsHigherWhereThatIsNarrow() {
        site.browser().manage().window().setSize(new Dimension(1100, 900));
        site.show(snippet("A sentence of some length. ".repeat(15)));
        WebElement frame = site.frames(1).getFirst();
        assertThat(frame.getRect().width).isEqualTo(658);
        int before = frame.getRect().height;

        site.browser().executeScript("document.body.style.width = '400px'");

        site.awaitThat(() -> frame.getRect().height > before);
        assertThat(frame.getRect().width).isEqualTo(398);
        site.browser().executeScript("document.body.style.width = '100px'");
        assertThat(frame.getRect().width).isEqualTo(270);
    }

    @Test
    @Spec("13 §13.3")
    void findsBlocksThatAreAddedLaterAndLeavesThoseOfOthersAlone() {
        site.show(snippet("The first"));
        site.frames(1);
        String block = html(ann.publish("The second")).replaceAll("<script.*", "");

        add(block);
        add(
                "<blockquote class=text-post-media data-text-post-permalink='https://www.threads.com/@a/post/Abc'>x</blockquote>");
        add("<blockquote class=text-post-media data-text-post-permalink='" + dev.web() + "/settings'>x</blockquote>");
        site.browser().executeScript("ThreadsEmbeds.process(); ThreadsEmbeds.process()");

        assertThat(site.frames(2)).hasSize(2);
        assertThat(site.browser().findElements(By.cssSelector("blockquote")))
                .filteredOn(WebElement::isDisplayed)
                .hasSize(2);
    }

    /** Many sites keep nothing of a snippet but the class and the permalink. */
    @Test
    @Spec({"13 §13.2", "13 §13.3"})
    void needsNoMoreThanTheClassAndThePermalink() {
        String link =
                ann.get("/" + ann.publish("Bare"), "fields", "permalink").ok().text("/permalink");

        site.show("<blockquote class=text-post-media data-text-post-permalink='" + link + "'></blockquote>"
                + "<script async src='" + dev.web() + "/embed.js'></script>");

        WebElement frame = site.frames(1).getFirst();
        assertThat(site.inside(frame, "return document.querySelector('.text').textContent"))
                .isEqualTo("Bare");
    }

    @Test
    @Spec({"13 §13.2", "13 §13.6"})
    void isALinkWithoutScript() throws IOException {
        try (Elsewhere still = Elsewhere.open(
                profile.resolve("still"),
                new ChromeOptions()
                        .setExperimentalOption(
                                "prefs", Map.of("profile.managed_default_content_settings.javascript", 2)))) {
            still.show(snippet("Plain"));

            WebElement link = still.browser().findElement(By.cssSelector("blockquote a"));
            assertThat(still.browser().findElements(By.tagName("iframe"))).isEmpty();
            assertThat(link.getText()).isEqualTo("View on Threads");
            still.browser().get(String.valueOf(link.getDomAttribute("href")));
            assertThat(still.browser().findElement(By.tagName("main")).getText())
                    .contains("Plain");
        }
    }

    private void add(String html) {
        site.browser().executeScript("document.body.insertAdjacentHTML('beforeend', arguments[0])", html);
    }

    private String snippet(String text) {
        return html(ann.publish(text));
    }

    private String html(String post) {
        String permalink = ann.get("/" + post, "fields", "permalink").ok().text("/permalink");
        return ann.send("GET", "/oembed", "url", permalink).ok().text("/html");
    }
}
