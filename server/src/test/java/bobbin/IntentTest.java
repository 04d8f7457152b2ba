package bobbin;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Browser.Sight;
import bobbin.base.Id;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Links that open a prepared page (13 §13.5), by a person with a browser that runs no scripts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // one server for all
class IntentTest {
    private DevServer server;
    private Browser browser;

    @BeforeAll
    void starts(@TempDir Path folder) {
        server = DevServer.start(folder);
        browser = new Browser(server.note("web_url"));
    }

    @AfterAll
    void stops() {
        browser.close();
        server.close();
    }

    @AfterEach
    void forgetsWhoWasSignedIn() {
        browser.close();
        browser = new Browser(server.note("web_url"));
    }

    /** 13 §13.5, §13.6 check 8: all parameters survive signing in; 13 §13.5.1 */
    @Test
    void preparesAPostForWhoSignsInFirst() {
        String text = "Tea & cake #1 🍵\nand a line+plus";
        Sight login = browser.get("/intent/post?text=" + encode(text) + "&url=https%3A%2F%2Fexample.org%2F"
                + "&tag=Coffee&reply_control=followers_only&unknown=x&quote_post_shortcode=");
        assertThat(login.place()).startsWith("/login?next=");

        Sight composer = signIn(login, "ann");

        assertThat(composer.text("h1")).isEqualTo("New post");
        assertThat(composer.page().expectFirst("textarea").wholeText()).isEqualTo(text);
        assertThat(composer.page().expectFirst("[name=url]").attr("value")).isEqualTo("https://example.org/");
        assertThat(composer.page().expectFirst("[name=tag]").attr("value")).isEqualTo("Coffee");
        assertThat(composer.page().expectFirst("option[selected]").attr("value"))
                .isEqualTo("followers_only");
        assertThat(composer.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
        Sight posted = browser.submit(composer, "/intent/post", Map.of());
        assertThat(posted.place()).startsWith("/@ann/post/");
        assertThat(posted.page().expectFirst(".post .text").wholeText()).isEqualTo(text);
        assertThat(posted.text(".post .topic")).isEqualTo("Coffee");
        assertThat(posted.page().select(".post .outbound").attr("rel")).isEqualTo("nofollow noopener ugc");
        assertThat(posted.text(".notice")).isEqualTo("Posted.");
    }

    /** 13 §13.5.1: one that is broken is dropped, the rest used; 13 §13.5.2, §13.5.3 */
    @Test
    void takesWhatIsLegible() {
        signIn(browser.get("/login"), "ann");
        Sight composer = browser.get("/intent/post?text=100%FF&tag=%C3&url=https%3A%2F%2Fexample.org%2F");

        assertThat(composer.status()).isEqualTo(200);
        assertThat(composer.page().expectFirst("textarea").wholeText()).isEmpty();
        assertThat(composer.page().expectFirst("[name=tag]").attr("value")).isEmpty();
        assertThat(composer.page().expectFirst("[name=url]").attr("value")).isEqualTo("https://example.org/");
        for (String nowhere : new String[] {"/intent", "/intent/", "/intent/follow?username=ann%FF", "/intent/like"}) {
            Sight nothing = browser.get(nowhere);
            assertThat(nothing.status()).as(nowhere).isEqualTo(404);
            assertThat(nothing.header("Content-Type")).startsWith("text/html");
        }
    }

    /** 13 §13.5.1, §13.6 check 8: each parameter alone leaves the others as they are on an empty page. */
    @Test
    void takesEachParameterAlone() {
        signIn(browser.get("/login"), "ann");
        String post = shortcode("bob", "To be answered");
        Map<String, String> empty = prepared("");
        assertThat(empty.values()).containsOnly("");

        for (Map.Entry<String, String> given : Map.of(
                        "text", "a b",
                        "url", "HTTPS://example.org/?a=1&b=2#c",
                        "tag", "Tea and cake",
                        "reply_control", "mentioned_only",
                        "reply_post_shortcode", post,
                        "quote_post_shortcode", post)
                .entrySet()) {
            Map<String, String> expected = new HashMap<>(empty);
            expected.put(given.getKey(), given.getValue());
            assertThat(prepared(given.getKey() + "=" + encode(given.getValue())))
                    .isEqualTo(expected);
        }
    }

    /** What the form of the composer holds behind a link. */
    private Map<String, String> prepared(String query) {
        Sight composer = browser.get("/intent/post?" + query);
        assertThat(composer.page().select(".problem")).isEmpty();
        Map<String, String> values = new HashMap<>();
        values.put("text", composer.page().expectFirst("textarea").wholeText());
        values.put("reply_control", composer.page().select("option[selected]").attr("value"));
        for (String name : new String[] {"url", "tag", "reply_post_shortcode", "quote_post_shortcode"}) {
            values.put(name, composer.page().expectFirst("[name=" + name + "]").attr("value"));
        }
        return values;
    }

    /** 13 §13.5.1: an invalid value is dropped and the rest is used; with nothing at all the composer is empty. */
    @Test
    void dropsWhatIsNotValid() {
        signIn(browser.get("/login"), "ann");
        for (String faults : new String[] {
            "url=javascript%3Aalert(1)&tag=a.b&reply_control=parent_post_author_only",
            "url=ftp%3A%2F%2Fexample.org&tag=" + "x".repeat(51) + "&reply_control=nobody",
            "url=https%3A%2F%2Fnohost&tag=a%0Ab",
            "url=www.example.org&tag=a%26b&reply_control=",
            "url=%2F%2Fexample.org&url=https%3A%2F%2Fann%3Asecret%40example.org&tag=a%09b"
        }) {
            Sight composer = browser.get("/intent/post?text=a+b&" + faults);
            assertThat(composer.page().expectFirst("textarea").wholeText()).isEqualTo("a b");
            assertThat(composer.page().expectFirst("[name=url]").attr("value")).isEmpty();
            assertThat(composer.page().expectFirst("[name=tag]").attr("value")).isEmpty();
            assertThat(composer.page().select("option[selected]")).isEmpty();
        }
        assertThat(browser.get("/intent/post").page().expectFirst("textarea").wholeText())
                .isEmpty();
    }

    /** 13 §13.5.1: prefilled as a whole, also after signing in, and posted when it has been shortened. */
    @Test
    void takesATextThatIsTooLongButPostsItOnlyShortened() {
        String text = "x".repeat(412) + "&#\u00e9\n".repeat(25);
        Sight composer = signIn(browser.get("/intent/post?text=" + encode(text)), "ann");
        assertThat(composer.page().expectFirst("textarea").wholeText()).isEqualTo(text);
        assertThat(composer.text(".problem")).contains("too long by 12");

        Sight refused = browser.submit(composer, "/intent/post", Map.of());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text(".problem")).contains("too long by 12");
        assertThat(browser.submit(refused, "/intent/post", Map.of("text", "short"))
                        .place())
                .startsWith("/@ann/post/");
    }

    /** 13 §13.5.1: a reply that quotes. */
    @Test
    void preparesAReplyThatQuotes() {
        String answered = shortcode("bob", "Answer me");
        String quoted = shortcode("bob", "Quote me");
        signIn(browser.get("/login"), "ann");

        Sight composer = browser.get(
                "/intent/post?text=Both&reply_post_shortcode=" + answered + "&quote_post_shortcode=" + quoted);
        assertThat(composer.text("h1")).isEqualTo("Reply");
        Sight posted = browser.submit(composer, "/intent/post", Map.of());

        assertThat(posted.text(".post > .reply")).isEqualTo("Replying to @bob");
        assertThat(posted.text(".quoted")).contains("Quote me");
        assertThat(browser.get("/t/" + answered).text("[aria-label=Replies]")).contains("Both");
    }

    /** 15 §15.13: the same five audiences as in the API; one of them makes sense on a reply only (10 §10.8). */
    @Test
    void letsOnlyTheAuthorOfTheParentReplyToAReply() {
        signIn(browser.get("/login"), "ann");
        assertThat(browser.get("/intent/post").page().select("option")).hasSize(4);
        Sight composer = browser.get("/intent/post?text=Psst&reply_post_shortcode=" + shortcode("bob", "Answer me"));
        assertThat(composer.page().select("option")).hasSize(5);

        Sight posted = browser.submit(composer, "/intent/post", Map.of("reply_control", "parent_post_author_only"));
        Id reply = Id.fromShortcode(posted.place().replaceAll(".*/", "")).orElseThrow();
        assertThat(server.graph("/" + reply, "fields", "reply_audience", "access_token", server.token("ann"))
                        .body())
                .contains("PARENT_POST_AUTHOR_ONLY");
    }

    /** 13 §13.5.1: unknown or invisible: the composer with a notice. */
    @Test
    void saysThatAPostIsNotAvailable() {
        signIn(browser.get("/login"), "ann");
        Sight composer = browser.get("/intent/post?text=x&reply_post_shortcode=AAAAAAAAAAA");

        assertThat(composer.status()).isEqualTo(200);
        assertThat(composer.text(".problem")).contains("not available");
    }

    @Test
    void publishesNothingWithoutTheTokenOfTheForm() {
        signIn(browser.get("/login"), "ann");

        assertThat(browser.post("/intent/post", Map.of("text", "forged")).status())
                .isEqualTo(403);
    }

    /** 13 §13.5.2, §13.6 check 9 */
    @Test
    void asksAPrivateProfileOnlyAfterAClick() {
        Sight profile = signIn(browser.get("/intent/follow?username=%40cleo"), "bob");

        assertThat(profile.place()).isEqualTo("/@cleo");
        assertThat(profile.text("form[action=/@cleo/follow]")).isEqualTo("Ask to follow");
        assertThat(browser.submit(profile, "/@cleo/follow", Map.of()).text("form[action=/@cleo/unfollow]"))
                .isEqualTo("Withdraw the request");
    }

    /** 13 §13.5.2, §13.5.3 */
    @Test
    void findsNothingForNobodyAndForOtherIntents() {
        for (String path : new String[] {"/intent/follow", "/intent/follow?username=nobody", "/intent/like"}) {
            assertThat(browser.get(path).status()).as(path).isEqualTo(404);
        }
        assertThat(signIn(browser.get("/intent/follow?username=ann"), "ann")
                        .page()
                        .select("main form[action$=follow]"))
                .isEmpty();
    }

    private Sight signIn(Sight login, String username) {
        return browser.submit(
                login, "/login", Map.of("username", username, "password", server.user(username, "password")));
    }

    private String shortcode(String username, String text) {
        String id = server.post(
                        "/me/threads",
                        "media_type",
                        "TEXT",
                        "text",
                        text,
                        "auto_publish_text",
                        "true",
                        "access_token",
                        server.token(username))
                .text("id");
        return server.graph("/" + id, "fields", "shortcode", "access_token", server.token(username))
                .text("shortcode");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
