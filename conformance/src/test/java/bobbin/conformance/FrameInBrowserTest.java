package bobbin.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** A post in a frame on a page of another site, in a real browser (13 §13.4). */
@Tag("browser")
class FrameInBrowserTest {
    private final Dev dev = Dev.server();
    private final Api ann = dev.as("ann");

    @TempDir
    Path profile;

    private Elsewhere site;

    @BeforeEach
    void opensABrowserAndAnotherSite() throws IOException {
        site = Elsewhere.open(profile);
    }

    @AfterEach
    void closesThem() {
        site.close();
    }

    /** Ready-made frames of other programs listen for digits and nothing else: at first, and whenever the width changes. */
    @Test
    @Spec({"13 §13.4", "13 §13.6"})
    void tellsAReadyMadeFrameABareNumber() {
        site.show("<script>heard=[];onmessage=e=>heard.push(String(e.data))</script>" + "<iframe width=600 src='"
                + frame(ann.publish("A sentence of some length. ".repeat(15))) + "'></iframe>");
        site.awaitThat(() -> !heard().isEmpty());
        long before = height();

        site.browser().executeScript("document.querySelector('iframe').width = 300");

        site.awaitThat(() -> height() > before);
        assertThat(heard()).allMatch(data -> data.toString().matches("\\d+"));
    }

    /** 13 §13.1.2, 15 §15.14: covered until pressed. */
    @Test
    @Spec({"13 §13.1.2", "15 §15.14"})
    void uncoversHiddenWordsWhenTheyArePressed() {
        String post = ann.publish(
                "The killer is the butler",
                "text_entities",
                "[{\"entity_type\":\"SPOILER\",\"offset\":14,\"length\":10}]");
        site.browser().get(frame(post));
        WebElement hidden = site.browser().findElement(By.cssSelector(".spoiler span span"));
        assertThat(hidden.isDisplayed()).isFalse();

        site.browser().findElement(By.cssSelector(".spoiler")).click();

        assertThat(hidden.isDisplayed()).isTrue();
        assertThat(hidden.getText()).isEqualTo("the butler");
        assertThat(site.browser().manage().getCookies()).isEmpty();
    }

    @Test
    @Spec({"13 §13.1.2", "15 §15.14"})
    void uncoversAHiddenPictureWhenItIsPressed() {
        String container = ann.post(
                        "/me/threads",
                        "media_type",
                        "IMAGE",
                        "image_url",
                        dev.media().image(),
                        "alt_text",
                        "The butler",
                        "is_spoiler_media",
                        "true")
                .ok()
                .text("/id");
        String post =
                ann.post("/me/threads_publish", "creation_id", container).ok().text("/id");
        site.browser().get(frame(post));
        WebElement picture = site.browser().findElement(By.cssSelector("img[alt='The butler']"));
        assertThat(picture.isDisplayed()).isFalse();

        site.browser().findElement(By.cssSelector(".cover summary")).click();

        assertThat(picture.isDisplayed()).isTrue();
    }

    @Test
    @Spec("13 §13.4")
    void isDarkForWhoeverLikesItDark() {
        String frame = frame(ann.publish("Night"));
        site.browser().get(frame);
        Object light = colour();

        site.browser()
                .executeCdpCommand(
                        "Emulation.setEmulatedMedia",
                        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));

        assertThat(colour()).isNotEqualTo(light).isEqualTo("rgb(28, 32, 30)");
    }

    /** A press on anything must not replace the page around it. */
    @Test
    @Spec("13 §13.4")
    void opensLinksInATabOfTheirOwn() {
        site.show("<iframe src='" + frame(ann.publish("Look")) + "'></iframe>");
        site.browser().switchTo().frame(0);
        site.browser().findElement(By.cssSelector(".byline .somebody")).click();

        site.awaitThat(() -> site.browser().getWindowHandles().size() == 2);
        site.browser().switchTo().defaultContent();
        assertThat(site.browser().getTitle()).isEqualTo("site");
    }

    /** Looked at for a second by somebody whom nobody knows, on another site: a view. */
    @Test
    @Spec({"13 §13.4", "15 §15.11"})
    void countsWhoLooksAtIt() {
        String post = ann.publish("Look at me https://example.org/there");
        site.show("<iframe width=600 height=300 src='" + frame(post) + "'></iframe>");
        site.browser().switchTo().frame(0);
        assertThat(site.browser().findElement(By.cssSelector(".post .text a")).getDomAttribute("href"))
                .startsWith("/l/?u=https%3A%2F%2Fexample.org%2Fthere");
        site.browser().switchTo().defaultContent();

        site.awaitThat(() -> ann.get("/" + post + "/insights", "metric", "views")
                .ok()
                .text("/data/0/values/0/value")
                .equals("1"));
    }

    private String frame(String post) {
        return dev.web() + "/t/"
                + ann.get("/" + post, "fields", "shortcode").ok().text("/shortcode") + "/embed/";
    }

    private Object colour() {
        return Objects.requireNonNull(
                site.browser().executeScript("return getComputedStyle(document.body).backgroundColor"));
    }

    private List<?> heard() {
        return (List<?>) Objects.requireNonNull(site.browser().executeScript("return heard"));
    }

    private long height() {
        return Long.parseLong(heard().getLast().toString());
    }
}
