package bobbin.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stands below a post with a link (04 §5.1). */
class LinkPreviewTest {
    private static final String PAGE =
            "<title>No</title><meta property='og:title' content='Tea &lt;b>&amp; cake'><meta name='description' content='Warm'>";

    private final Dev dev = Dev.server();
    private final Api ann = dev.as("ann");
    private HttpServer origin;

    @BeforeEach
    void open() throws IOException {
        origin = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        origin.createContext("/", exchange -> {
            byte[] page = PAGE.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        origin.start();
    }

    @AfterEach
    void close() {
        origin.stop(0);
    }

    @Test
    @Spec({"04 §5.1", "15 §15.10"})
    void showsWhatThePageBehindALinkSaysAboutItself() throws Exception {
        String link = "http://127.0.0.1:" + origin.getAddress().getPort() + "/tea";
        String post = ann.publish("With cake", "link_attachment", link);
        Answer read =
                ann.get("/" + post, "fields", "permalink,link_attachment_url").ok();

        assertThat(read.text("/link_attachment_url")).isEqualTo(link);
        assertThat(pageThatSays(read.text("/permalink"), "Tea &lt;b"))
                .contains("Tea &lt;b", "&amp; cake", "Warm")
                .doesNotContain("Tea <b");
    }

    @Test
    @Spec("08 §8.1")
    void findsPostsByTheTitleBehindTheirLink() {
        String link = "http://127.0.0.1:" + origin.getAddress().getPort() + "/cake";
        String post = ann.publish("Look here", "link_attachment", link);
        Api bob = dev.as("bob");
        Instant end = Instant.now().plusSeconds(20);
        Answer found = bob.get("/keyword_search", "q", "\"tea b cake\" look").ok();
        while (!found.has("/data/0") && Instant.now().isBefore(end)) {
            found = bob.get("/keyword_search", "q", "\"tea b cake\" look").ok();
        }

        assertThat(found.text("/data/0/id")).isEqualTo(post);
    }

    /** The page behind the link is fetched in the background. */
    private static String pageThatSays(String url, String words) throws Exception {
        Instant end = Instant.now().plusSeconds(20);
        try (HttpClient client = HttpClient.newHttpClient()) {
            String page = "";
            while (!page.contains(words) && Instant.now().isBefore(end)) {
                page = client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                        .body();
            }
            return page;
        }
    }
}
