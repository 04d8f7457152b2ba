package bobbin.conformance;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A page of another site, and somebody who looks at it with a real browser. */
final class Elsewhere implements AutoCloseable {
    /** As a person's browser calls itself; one without a window says so, and does not count. */
    private static final String READER =
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36";

    private final HttpServer site;
    private final ChromeDriver browser;
    private volatile String body = "";

    private Elsewhere(HttpServer site, ChromeDriver browser) {
        this.site = site;
        this.browser = browser;
    }

    /** @param profile where the browser keeps what it knows */
    static Elsewhere open(Path profile) throws IOException {
        return open(profile, new ChromeOptions());
    }

    static Elsewhere open(Path profile, ChromeOptions options) throws IOException {
        HttpServer site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Elsewhere elsewhere = new Elsewhere(site, Chrome.open(profile, options.addArguments("--user-agent=" + READER)));
        site.createContext("/", exchange -> {
            byte[] page = ("<!doctype html><meta charset=utf-8><title>site</title><body>" + elsewhere.body)
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        site.start();
        return elsewhere;
    }

    ChromeDriver browser() {
        return browser;
    }

    /** Opens the page with this in it. */
    void show(String html) {
        body = html;
        browser.get("http://127.0.0.1:" + site.getAddress().getPort() + "/page");
    }

    /** So many frames, each of which has been told its height. */
    List<WebElement> frames(int count) {
        By all = By.tagName("iframe");
        awaitThat(() -> browser.findElements(all).size() == count
                && browser.findElements(all).stream().allMatch(frame -> frame.getRect().height > 50));
        return browser.findElements(all);
    }

    /** What a script says within a frame. */
    Object inside(WebElement frame, String script) {
        browser.switchTo().frame(frame);
        Object said = Objects.requireNonNull(browser.executeScript(script));
        browser.switchTo().defaultContent();
        return said;
    }

    /** Of the document in a frame, in whole pixels. */
    int heightInside(WebElement frame) {
        Object height = inside(frame, "return Math.ceil(document.documentElement.getBoundingClientRect().height)");
        return ((Number) height).intValue();
    }

    void awaitThat(BooleanSupplier fact) {
        new WebDriverWait(browser, Duration.ofSeconds(20)).until(_ -> fact.getAsBoolean());
    }

    @Override
    public void close() {
        browser.quit();
        site.stop(0);
    }
}
