package bobbin;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Browser.Sight;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page that links lead to (15 §15.19), as people of a developer's server find it: whole, closed, and readable by any means. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // one server for all
class PagesTest {
    /** Of pages that differ only in a name or a number. */
    private static final int ALIKE = 4;

    private static final List<String> DOORS =
            List.of("/", "/@ann", "/@bob", "/@cleo", "/login", "/signup", "/reset", "/settings", "/activity");

    private DevServer server;

    @BeforeAll
    void starts(@TempDir Path folder) {
        server = DevServer.start(folder);
        publish(
                "media_type",
                "IMAGE",
                "image_url",
                sample("image_url"),
                "alt_text",
                "A field",
                "is_spoiler_media",
                "true");
        publish("media_type", "TEXT", "text", "Tea?", "poll_attachment", "{\"option_a\":\"Yes\",\"option_b\":\"No\"}");
        publish("media_type", "TEXT", "text", "Read this", "text_attachment", "{\"plaintext\":\"A long text\"}");
        publish("media_type", "TEXT", "text", "Wave", "gif_attachment", "{\"gif_id\":\"wave\",\"provider\":\"GIPHY\"}");
    }

    private String publish(String... words) {
        String[] token = {"access_token", server.token("ann")};
        String container = server.post(
                        "/me/threads",
                        Stream.of(words, token).flatMap(Stream::of).toArray(String[]::new))
                .text("id");
        return server.post("/me/threads_publish", "creation_id", container, token[0], token[1])
                .text("id");
    }

    private String sample(String name) {
        return server.note().get("media").flatMap(media -> media.text(name)).orElseThrow();
    }

    @AfterAll
    void stops() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ann", "cleo", "dan"})
    void areWholeWhereverLinksLead(String username) {
        try (Browser browser = new Browser(server.note("web_url"))) {
            if (!username.isEmpty()) {
                signIn(browser, username);
            }
            Queue<String> waiting = new ArrayDeque<>(DOORS);
            waiting.add("/intent/post?text=a&url=https%3A%2F%2Fexample.org&quote_post_shortcode=AAAAAAAAAAA");
            waiting.add(window());
            Set<String> known = new HashSet<>(waiting);
            Map<String, Integer> alike = new HashMap<>();
            while (!waiting.isEmpty()) {
                String path = waiting.remove();
                if (alike.merge(shape(path), 1, Integer::sum) <= ALIKE) {
                    Sight sight = browser.get(path);
                    assertThat(sight.status()).as(path).isEqualTo(200);
                    assertThat(faults(sight)).as(username + " at " + path).isEmpty();
                    links(sight.page()).stream().filter(known::add).forEach(waiting::add);
                }
            }
            assertThat(known).hasSizeGreaterThan(20);
        }
    }

    @Test
    void areWholeWhereNothingIs() {
        try (Browser browser = new Browser(server.note("web_url"))) {
            for (String path : List.of("/@nobody", "/t/AAAAAAAAAAA", "/intent/like", "/reset/new?secret=x")) {
                Sight sight = browser.get(path);
                assertThat(sight.status()).as(path).isGreaterThanOrEqualTo(400);
                assertThat(faults(sight)).as(path).isEmpty();
            }
        }
    }

    /** 15 §15.19: a description of at most 200 characters, whatever they are. */
    @ParameterizedTest
    @ValueSource(strings = {"a", "🍵", "é", "日"})
    void previewPostsOfAnyLetters(String letter) {
        String text = letter.repeat(letter.equals("🍵") ? 120 : 400);
        String post = publish("media_type", "TEXT", "text", text);
        String code = server.graph("/" + post, "fields", "shortcode", "access_token", server.token("ann"))
                .text("shortcode");
        try (Browser browser = new Browser(server.note("web_url"))) {
            Sight sight = browser.get("/t/" + code);
            String description =
                    sight.page().expectFirst("[property=og:description]").attr("content");

            assertThat(sight.status()).isEqualTo(200);
            assertThat(description.codePointCount(0, description.length())).isBetween(120, 200);
            assertThat(text).startsWith(description.replace("…", ""));
        }
    }

    /** 13 §13.4: the one page that others may frame. */
    @Test
    void areWholeInAFrame() {
        try (Browser browser = new Browser(server.note("web_url"))) {
            Sight profile = browser.get("/@ann");
            Elements posts = profile.page().select("article > .byline > .when");
            assertThat(posts).hasSizeGreaterThan(5);
            for (Element link : posts) {
                Sight frame = browser.get(link.attr("href") + "/embed");
                assertThat(contents(frame.page())).as(link.attr("href")).isEmpty();
                assertThat(frame.header("Content-Security-Policy"))
                        .contains("default-src 'none'", "form-action 'none'");
                assertThat(frame.page().select("form")).isEmpty();
            }
        }
    }

    private static List<String> faults(Sight sight) {
        List<String> faults = contents(sight.page());
        for (String part :
                List.of("default-src 'none'", "style-src 'self'", "base-uri 'none'", "frame-ancestors 'none'")) {
            expect(faults, sight.header("Content-Security-Policy").contains(part), "no " + part);
        }
        expect(faults, sight.header("X-Frame-Options").equals("DENY"), "may be framed");
        expect(faults, sight.header("X-Content-Type-Options").equals("nosniff"), "may be sniffed");
        expect(faults, sight.header("Referrer-Policy").equals("no-referrer"), "tells where one came from");
        expect(faults, sight.header("Cache-Control").equals("no-store"), "may be kept");
        expect(faults, sight.page().select("main").size() == 1, "no main part");
        for (Element form : sight.page().select("form")) {
            expect(faults, form.attr("method").equals("post"), "a form that is not sent by POST");
            expect(
                    faults,
                    !form.select("[name=form_token]").attr("value").isEmpty(),
                    "no token in " + form.attr("action"));
        }
        return faults;
    }

    /** What is wrong with a document, framed or not. */
    private static List<String> contents(Document page) {
        List<String> faults = new ArrayList<>();
        expect(faults, page.expectFirst("html").attr("lang").equals("en"), "no language");
        expect(faults, !page.title().isBlank(), "no title");
        expect(faults, page.select("h1").size() == 1, page.select("h1").size() + " main headings");
        expect(faults, page.select("[name=viewport]").size() == 1, "no viewport");
        page.select("img:not([alt])").forEach(image -> faults.add("no words for " + image));
        page.select("input:not([type=hidden]):not([hidden]), select, textarea").stream()
                .filter(field -> !isLabelled(page, field))
                .forEach(field -> faults.add("no label: " + field));
        page.select("a, button, summary").stream()
                .filter(thing -> !isNamed(thing))
                .forEach(thing -> faults.add("no name: " + thing));
        page.select("[style], style, script:not([src^=/assets/]), [^on]")
                .forEach(thing -> faults.add("inline: " + thing));
        List<String> ids = page.select("[id]").eachAttr("id");
        expect(faults, Set.copyOf(ids).size() == ids.size(), "an id twice: " + ids);
        return faults;
    }

    private static boolean isLabelled(Document page, Element field) {
        return field.hasAttr("aria-label")
                || field.closest("label") != null
                || (!field.id().isEmpty()
                        && !page.select("label[for=" + field.id() + "]").isEmpty());
    }

    private static boolean isNamed(Element thing) {
        return !thing.text().isBlank()
                || thing.hasAttr("aria-label")
                || !thing.select("img[alt]:not([alt=\"\"])").isEmpty();
    }

    private static void expect(List<String> faults, boolean fact, String otherwise) {
        if (!fact) {
            faults.add(otherwise);
        }
    }

    /** Links to further pages; those through {@code /l/} lead out, those with a picture of the media host to a file. */
    private static List<String> links(Document page) {
        return page.select("a[href^=/]").eachAttr("href").stream()
                .filter(path -> !path.startsWith("/l/") && !path.startsWith("/media/"))
                .map(path -> path.split("#", 2)[0])
                .toList();
    }

    private static String shape(String path) {
        return path.replaceAll("@[^/?]+", "@").replaceAll("(?<=post/|shortcode=|before=)[A-Za-z0-9_-]+|[0-9]{9,}", "0");
    }

    private String window() {
        return "/oauth/authorize?"
                + DevServer.form(
                        "client_id",
                        server.app("id"),
                        "redirect_uri",
                        "http://localhost:3000/callback",
                        "scope",
                        "threads_basic,threads_content_publish",
                        "response_type",
                        "code");
    }

    private void signIn(Browser browser, String username) {
        browser.submit(
                browser.get("/login"),
                "/login",
                Map.of("username", username, "password", server.user(username, "password")));
    }
}
