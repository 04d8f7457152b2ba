package bobbin.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Posts on the pages of another site, in a real browser (13 §13.3, §13.4). */
@Tag("browser")
class EmbedInBrowserTest {
    /** As a person's browser calls itself; one without a window says so, and does not count. */
    private static final String READER =
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36";

    private final Dev dev = Dev.server();
    private final Api ann = dev.as("ann");
    private final Map<String, String> pages = new ConcurrentHashMap<>();

    @TempDir
    Path profile;

    private HttpServer site;
    private ChromeDriver browser;

    @BeforeEach
    void opensABrowserAndAnotherSite() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", exchange -> {
            byte[] page = ("<!doctype html><meta charset=utf-8><title>site</title><body>"
                            + pages.getOrDefault(exchange.getRequestURI().getPath(), ""))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        site.start();
        browser = Chrome.open(profile, new ChromeOptions().addArguments("--user-agent=" + READER));
    }

    @AfterEach
    void closesThem() {
        browser.quit();
        site.stop(0);
    }

    @Test
    @Spec({"13 §13.2", "13 §13.3", "13 §13.6"})
    void givesEachOfTwoPostsInOnePageItsOwnHeight() {
        String low = snippet("A line");
        String high = snippet("Many\n".repeat(30));

        open(low + high);

        List<WebElement> frames = frames(2);
        assertThat(frames.get(1).getRect().height).isGreaterThan(frames.get(0).getRect().height + 300);
        for (WebElement frame : frames) {
            assertThat(frame.getRect().height - 2).isEqualTo(heightInside(frame));
            assertThat(frame.getDomAttribute("id")).matches("ig-tp-[A-Za-z0-9_-]+-frame");
            assertThat(frame.getDomAttribute("scrolling")).isEqualTo("no");
        }
        assertThat(browser.findElements(By.cssSelector("blockquote.text-post-media")))
                .hasSize(2)
                .noneMatch(WebElement::isDisplayed);
        assertThat(browser.manage().logs().get("browser").getAll()).isEmpty();
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
        open(html(post));
        WebElement frame = frames(1).getFirst();
        int before = frame.getRect().height;

        browser.switchTo().frame(frame);
        browser.findElement(By.tagName("summary")).click();
        browser.switchTo().defaultContent();

        awaitThat(() -> frame.getRect().height > before + 300);
        assertThat(frame.getRect().height - 2).isEqualTo(heightInside(frame));
    }

    @Test
    @Spec("13 §13.3")
    void findsBlocksThatAreAddedLaterAndLeavesThoseOfOthersAlone() {
        open(snippet("The first"));
        frames(1);
        String block = html(ann.publish("The second")).replaceAll("<script.*", "");

        browser.executeScript("document.body.insertAdjacentHTML('beforeend', arguments[0])", block);
        browser.executeScript(
                "document.body.insertAdjacentHTML('beforeend', arguments[0])",
                "<blockquote class=text-post-media data-text-post-permalink='https://www.threads.com/@a/post/Abc'>x</blockquote>");
        browser.executeScript("ThreadsEmbeds.process(); ThreadsEmbeds.process()");

        assertThat(frames(2)).hasSize(2);
        assertThat(browser.findElements(By.cssSelector("blockquote")))
                .filteredOn(WebElement::isDisplayed)
                .hasSize(1);
    }

    /** Ready-made frames of other programs listen for digits and nothing else. */
    @Test
    @Spec({"13 §13.4", "13 §13.6"})
    void tellsAReadyMadeFrameABareNumber() {
        String code = ann.get("/" + ann.publish("Ready-made"), "fields", "shortcode")
                .ok()
                .text("/shortcode");

        open("<script>heard=[];onmessage=e=>heard.push(String(e.data))</script><iframe src='" + dev.web() + "/t/" + code
                + "/embed/'></iframe>");

        awaitThat(() -> !heard().isEmpty());
        assertThat(heard()).allMatch(data -> data.toString().matches("\\d+"));
    }

    @Test
    @Spec({"13 §13.2", "13 §13.6"})
    void isALinkWithoutScript() {
        browser.quit();
        browser = Chrome.open(
                profile.resolve("still"),
                new ChromeOptions()
                        .setExperimentalOption(
                                "prefs", Map.of("profile.managed_default_content_settings.javascript", 2)));
        open(snippet("Plain"));

        WebElement link = browser.findElement(By.cssSelector("blockquote a"));
        assertThat(browser.findElements(By.tagName("iframe"))).isEmpty();
        assertThat(link.getText()).isEqualTo("View on Threads");
        browser.get(String.valueOf(link.getDomAttribute("href")));
        assertThat(browser.findElement(By.tagName("main")).getText()).contains("Plain");
    }

    /** 13 §13.1.2, 15 §15.14: covered until pressed, in the page and in the frame, with and without script. */
    @Test
    @Spec({"13 §13.1.2", "15 §15.14"})
    void uncoversWhatIsHiddenWhenItIsPressed() {
        String post = ann.publish(
                "The killer is the butler",
                "text_entities",
                "[{\"entity_type\":\"SPOILER\",\"offset\":14,\"length\":10}]");
        browser.get(ann.get("/" + post, "fields", "permalink").ok().text("/permalink") + "/embed");
        WebElement hidden = browser.findElement(By.cssSelector(".spoiler span span"));
        assertThat(hidden.isDisplayed()).isFalse();

        browser.findElement(By.cssSelector(".spoiler")).click();

        assertThat(hidden.isDisplayed()).isTrue();
        assertThat(hidden.getText()).isEqualTo("the butler");
        assertThat(browser.manage().getCookies()).isEmpty();
    }

    /** Looked at for a second by somebody whom nobody knows, on another site: a view. */
    @Test
    @Spec({"13 §13.4", "15 §15.11"})
    void countsWhoLooksAtIt() {
        String post = ann.publish("Look at me https://example.org/there");
        open(html(post));
        browser.switchTo().frame(frames(1).getFirst());
        assertThat(browser.findElement(By.cssSelector(".post .text a")).getDomAttribute("href"))
                .startsWith("/l/?u=https%3A%2F%2Fexample.org%2Fthere");
        browser.switchTo().defaultContent();

        awaitThat(() -> ann.get("/" + post + "/insights", "metric", "views")
                .ok()
                .text("/data/0/values/0/value")
                .equals("1"));
    }

    private String snippet(String text) {
        return html(ann.publish(text));
    }

    private String html(String post) {
        String permalink = ann.get("/" + post, "fields", "permalink").ok().text("/permalink");
        return ann.send("GET", "/oembed", "url", permalink).ok().text("/html");
    }

    private void open(String body) {
        pages.put("/page", body);
        browser.get("http://127.0.0.1:" + site.getAddress().getPort() + "/page");
    }

    private List<WebElement> frames(int count) {
        By all = By.tagName("iframe");
        awaitThat(() -> browser.findElements(all).size() == count
                && browser.findElements(all).stream().allMatch(frame -> frame.getRect().height > 50));
        return browser.findElements(all);
    }

    private int heightInside(WebElement frame) {
        browser.switchTo().frame(frame);
        Object height =
                browser.executeScript("return Math.ceil(document.documentElement.getBoundingClientRect().height)");
        browser.switchTo().defaultContent();
        return ((Number) java.util.Objects.requireNonNull(height)).intValue();
    }

    private List<?> heard() {
        return (List<?>) java.util.Objects.requireNonNull(browser.executeScript("return heard"));
    }

    private void awaitThat(java.util.function.BooleanSupplier fact) {
        new WebDriverWait(browser, Duration.ofSeconds(20)).until(_ -> fact.getAsBoolean());
    }
}
