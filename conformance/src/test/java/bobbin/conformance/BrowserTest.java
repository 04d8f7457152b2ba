package bobbin.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A person with a real browser, and the page of a client to which it returns. */
@Tag("browser")
class BrowserTest {
    private final Dev dev = Dev.server();
    private final Dev.User eve = dev.user("eve");

    @TempDir
    Path profile;

    private HttpServer client;
    private ChromeDriver browser;
    private String callback;

    @BeforeEach
    void opensABrowserAndAClient() throws IOException {
        client = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        client.createContext("/callback", exchange -> {
            byte[] page = "<!doctype html><title>client</title><p>back at the client"
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        client.start();
        callback = "http://127.0.0.1:" + client.getAddress().getPort() + "/callback";
        Launched.run(
                "app",
                "add-redirect",
                dev.app().id(),
                callback,
                "--data",
                Dev.folder().toString());
        browser = Chrome.open(profile, new ChromeOptions());
    }

    @AfterEach
    void closesThem() {
        browser.quit();
        client.stop(0);
    }

    @Test
    @Spec({"03 §1", "02 §4"})
    void allowsAnAppAndTakesItBack() {
        browser.get(window());
        signIn();
        assertThat(browser.findElement(By.tagName("body")).getText()).contains("Demo", "eve");
        browser.findElement(By.cssSelector("button[name=decision][value=allow]"))
                .click();
        String location = back();
        assertThat(location).startsWith(callback + "?code=AQ").endsWith("#_");
        Answer token = new Api(dev.graph(), "")
                .post(
                        "/oauth/access_token",
                        "client_id",
                        dev.app().id(),
                        "client_secret",
                        dev.app().secret(),
                        "code",
                        Window.parameter(location.replace("#_", ""), "code"),
                        "redirect_uri",
                        callback);
        Api granted = new Api(dev.graph(), token.ok().text("/access_token"));
        assertThat(granted.get("/me").ok().text("/id")).isEqualTo(eve.id());

        browser.get(dev.web() + "/settings/apps");
        assertThat(browser.findElement(By.tagName("body")).getText()).contains("Demo");
    }

    @Test
    @Spec("03 §1.4")
    void deniesAnApp() {
        browser.get(window());
        signIn();
        browser.findElement(By.cssSelector("button[name=decision][value=deny]")).click();

        assertThat(back()).startsWith(callback + "?error=access_denied&error_reason=user_denied");
    }

    @Test
    @Spec("15 §15.19")
    void showsPagesWithoutComplaintsOfTheBrowser() {
        browser.get(window());
        signIn();
        for (String path : List.of("/", "/@ann", "/settings", "/settings/apps", "/developers/apps")) {
            browser.get(dev.web() + path);
            assertThat(browser.getTitle()).as(path).isNotEmpty();
            assertThat(browser.manage().logs().get("browser").getAll()).as(path).isEmpty();
        }
    }

    private String window() {
        return dev.web() + "/oauth/authorize?"
                + Api.form(
                        "client_id",
                        dev.app().id(),
                        "redirect_uri",
                        callback,
                        "scope",
                        "threads_basic,threads_content_publish",
                        "response_type",
                        "code");
    }

    private void signIn() {
        browser.findElement(By.name("username")).sendKeys(eve.username());
        browser.findElement(By.name("password")).sendKeys(eve.password());
        browser.findElement(By.name("password")).submit();
    }

    private String back() {
        new WebDriverWait(browser, Duration.ofSeconds(20)).until(ExpectedConditions.titleIs("client"));
        return browser.getCurrentUrl();
    }
}
