package bobbin;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Browser.Sight;
import bobbin.base.Id;
import bobbin.json.Json;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What one can do on the page of a post, by people with browsers that run no scripts (15 §15.11, §15.13, §15.14, §15.19). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // one server for all
class PermalinkPagesTest {
    private DevServer server;
    private Browser browser;

    /** A post, and where its page is. */
    private record Written(String id, String page) {}

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

    @Test // 15 §15.13, 10 §10.4
    void hidesRepliesBehindALinkForEverybody() {
        Written post = write("ann", "post", "text", "What do you think?");
        write("bob", "reply", "post", post.id(), "text", "Lovely.");
        assertThat(browser.get(post.page()).page().select("a[href$=/hidden]")).isEmpty();
        Written rude = write("dan", "reply", "post", post.id(), "text", "Awful.");
        write("eve", "reply", "post", rude.id(), "text", "Be kind.");
        server.act("ann", "hide", "post", rude.id());

        Sight page = browser.get(post.page());
        assertThat(page.text("section[aria-label=Replies]")).contains("Lovely.").doesNotContain("Awful.");
        Sight hidden = browser.get(page.page().select("a[href$=/hidden]").attr("href"));
        assertThat(hidden.text("h1")).isEqualTo("Hidden replies");
        assertThat(hidden.text("section[aria-label='Hidden replies']"))
                .contains("Awful.")
                .doesNotContain("Lovely.");
        assertThat(browser.get(rude.page()).text("section[aria-label=Replies]"))
                .as("below a hidden reply stands what was hidden with it")
                .contains("Be kind.");
        signIn("ann");
        assertThat(browser.get(post.page()).text("section[aria-label=Replies]"))
                .as("the owner's page is the same")
                .doesNotContain("Awful.");
        server.act("ann", "unhide", "post", rude.id());
        assertThat(browser.get(post.page()).page().select("a[href$=/hidden]")).isEmpty();
    }

    @Test // 15 §15.13, 10 §10.5
    void letsTheOwnerHideRepliesAndShowThemAgain() {
        Written post = write("ann", "post", "text", "What do you think?");
        Written reply = write("bob", "reply", "post", post.id(), "text", "Awful.");
        String hide = "/t/" + shortcode(reply) + "/hide";
        assertThat(browser.get(post.page()).page().select("form[action$=/hide]"))
                .isEmpty();
        signIn("bob");
        Sight page = browser.get(post.page());
        assertThat(page.page().select("form[action$=/hide]")).isEmpty();
        assertThat(browser.post(hide, Map.of("form_token", token(page))).status())
                .as("not one's own post")
                .isEqualTo(404);
        signOut();
        signIn("ann");

        Sight hidden = browser.submit(browser.get(post.page()), hide, Map.of());
        assertThat(hidden.place()).isEqualTo(post.page());
        assertThat(hidden.page().select("section[aria-label=Replies]")).isEmpty();
        Sight list = browser.get("/t/" + shortcode(post) + "/hidden");
        assertThat(list.text("section[aria-label='Hidden replies']")).contains("Awful.", "Show again");
        browser.submit(list, "/t/" + shortcode(reply) + "/unhide", Map.of());
        assertThat(browser.get(post.page()).text("section[aria-label=Replies]")).contains("Awful.");
    }

    @Test // 15 §15.13, 10 §10.6
    void letsTheOwnerApproveRepliesOneByOneAndAllAtOnce() {
        Written post = write("ann", "post", "text", "Ask me.", "enable_reply_approvals", "true");
        signIn("bob");
        assertThat(browser.get("/intent/post?reply_post_shortcode=" + shortcode(post))
                        .text("main"))
                .contains("The author approves replies");
        Written good = write("bob", "reply", "post", post.id(), "text", "May I?");
        Written bad = write("dan", "reply", "post", post.id(), "text", "Look at me!");
        write("eve", "reply", "post", post.id(), "text", "Me too?");
        write("threads", "reply", "post", post.id(), "text", "And me?");
        String approvals = "/t/" + shortcode(post) + "/approvals";
        assertThat(browser.get(approvals).status()).as("the owner's only").isEqualTo(404);
        signOut();
        signIn("ann");
        assertThat(browser.get("/intent/post?reply_post_shortcode=" + shortcode(post))
                        .text("main"))
                .doesNotContain("The author approves replies");

        Sight list = browser.get(browser.get(post.page())
                .page()
                .expectFirst("a[href$=/approvals]")
                .attr("href"));
        assertThat(list.page().select("section[aria-label=Waiting] .post")).hasSize(4);
        list = browser.submit(list, "/t/" + shortcode(good) + "/approve", Map.of());
        list = browser.submit(list, "/t/" + shortcode(bad) + "/ignore", Map.of());
        assertThat(list.text("section[aria-label=Ignored]")).contains("Look at me!");
        assertThat(list.page().select("section[aria-label=Waiting] .post")).hasSize(2);
        list = browser.submit(list, approvals, Map.of("all", "approve"));
        assertThat(list.text("section[aria-label=Waiting]")).contains("No reply waits.");
        assertThat(browser.get(post.page()).text("section[aria-label=Replies]"))
                .contains("May I?", "Me too?", "And me?")
                .doesNotContain("Look at me!");
    }

    @Test // 15 §15.5, 10 §10.4
    void collapsesCoveredRepliesAndShowsNoneOfBlockedPeople() {
        server.act("threads", "hideWord", "word", "spam");
        Written post = write("threads", "post", "text", "News");
        write("bob", "reply", "post", post.id(), "text", "Buy spam!");
        Written gone = write("eve", "reply", "post", post.id(), "text", "Out of sight.");
        server.act("threads", "hide", "post", gone.id());
        server.act("threads", "block", "user", "eve");

        Sight page = browser.get(post.page());
        assertThat(page.text("details.post")).contains("Buy spam!");
        assertThat(page.page().select("details[open]")).isEmpty();
        assertThat(page.page().select("a[href$=/hidden]")).isEmpty();
        assertThat(browser.get("/t/" + post.page().replaceAll(".*/", "") + "/hidden")
                        .text("main"))
                .contains("There are none.")
                .doesNotContain("Out of sight.");
    }

    @Test // 15 §15.14, 15 §15.23.8
    void letsPeopleVoteOnceAndThenShowsTheResults() {
        Written poll = write("ann", "post", "text", "Tea?", "poll", "Yes,No");
        server.act("dan", "vote", "post", poll.id(), "option", "2");
        assertThat(browser.get(poll.page()).page().select("form[action$=/vote], meter"))
                .as("strangers neither vote nor see")
                .isEmpty();
        signIn("bob");
        Sight page = browser.get(poll.page());
        assertThat(page.page().select("meter")).isEmpty();
        assertThat(browser.get("/@ann").page().select("form[action$=/vote]"))
                .as("also where a profile lists posts")
                .isNotEmpty();
        String action = page.page().expectFirst("form[action$=/vote]").attr("action");

        Sight voted = browser.submit(page, action, Map.of("option", "1"));
        assertThat(voted.place()).isEqualTo(poll.page());
        assertThat(voted.text(".notice")).isEqualTo("You have voted.");
        assertThat(voted.page().select(".poll li").eachText()).containsExactly("Yes Your vote50 %", "No50 %");
        assertThat(voted.text(".poll p")).startsWith("2 votes · Ends");
        assertThat(voted.page().select("form[action$=/vote]")).isEmpty();
        assertThat(browser.submit(page, action, Map.of("option", "2")).text("main"))
                .contains("You have voted already; a vote cannot be changed.");
    }

    @Test // 15 §15.14
    void refusesVotesThatAreNone() {
        Written poll = write("ann", "post", "text", "Coffee?", "poll", "Yes,No");
        signIn("eve");
        Sight page = browser.get(poll.page());
        String action = page.page().expectFirst("form[action$=/vote]").attr("action");

        for (String none : new String[] {"", "0", "3", "-1", "x", "99999999999999999999"}) {
            Sight refused = browser.submit(page, action, Map.of("option", none));
            assertThat(refused.status()).as(none).isEqualTo(400);
            assertThat(refused.text("main")).contains("This poll has the options 1 to 2.");
        }
        assertThat(browser.post(action, Map.of("option", "1")).status())
                .as("without the token of the form")
                .isEqualTo(403);
        assertThat(browser.post("/t/nothing/vote", Map.of("form_token", token(page), "option", "1"))
                        .status())
                .isEqualTo(404);
        assertThat(browser.get(poll.page()).page().select("form[action$=/vote]"))
                .as("nothing was counted")
                .hasSize(1);
    }

    @Test // 15 §15.14
    void shortensNoPollOfOnesOwn() {
        Written poll = write("ann", "post", "text", "Cake?", "poll", "Yes,No");
        signIn("ann");

        Sight page = browser.get(poll.page());
        assertThat(page.page().select("form[action$=/vote]")).isEmpty();
        assertThat(page.page().select(".poll meter"))
                .as("authors see the results")
                .hasSize(2);
    }

    @Test // 15 §15.12, 04 §12
    void showsAnArchivedGhostToItsAuthorWhoCannotAnswerIt() {
        String archived = server
                .graph("/me/ghost_posts", "fields", "ghost_post_status", "access_token", server.token("ann"))
                .json()
                .get("data")
                .orElseThrow()
                .items()
                .stream()
                .filter(ghost -> ghost.text("ghost_post_status").orElseThrow().equals("ARCHIVED"))
                .map(ghost -> Id.parse(ghost.text("id").orElseThrow()).orElseThrow())
                .map(Id::shortcode)
                .findFirst()
                .orElseThrow();
        assertThat(browser.get("/@ann/post/" + archived).status()).isEqualTo(404);

        signIn("ann");
        Sight page = browser.get("/@ann/post/" + archived);
        assertThat(page.text(".tally")).endsWith("Ghost post, in your archive");
        assertThat(page.page().select("a[href*=reply_post_shortcode]")).isEmpty();
    }

    @Test // 15 §15.12
    void tellsOfAGhostOnlyThatSomebodyLikesItAndHowManyToItsAuthor() {
        Written ghost = write("ann", "post", "text", "Boo", "is_ghost_post", "true");
        assertThat(browser.get(ghost.page()).text(".tally")).startsWith("Ghost post until");
        server.act("bob", "like", "post", ghost.id());
        server.act("dan", "like", "post", ghost.id());
        write("bob", "reply", "post", ghost.id(), "text", "Hoo");
        assertThat(browser.get(ghost.page()).text(".tally"))
                .startsWith("Somebody likes it Somebody replied Ghost post");

        signIn("ann");
        assertThat(browser.get(ghost.page()).text(".tally")).startsWith("2 likes 1 reply Ghost post");
    }

    @Test // 15 §15.11, 15 §15.23.10
    void countsSharesWithoutScript() {
        Written post = write("ann", "post", "text", "Look at this.");
        Sight page = browser.get(post.page());
        assertThat(page.header("Content-Security-Policy")).contains("script-src 'self'", "form-action 'self'");
        String action = page.page().expectFirst("form[action$=/share]").attr("action");

        Sight shared = browser.submit(page, action, Map.of());
        assertThat(shared.place()).isEqualTo(action);
        assertThat(shared.page().expectFirst("input#link").attr("value"))
                .isEqualTo(server.note("web_url") + post.page());
        browser.get(action);
        assertThat(server.graph("/" + post.id() + "/insights", "metric", "shares", "access_token", server.token("ann"))
                        .body())
                .as("looking at the link counts nothing")
                .contains("\"values\":[{\"value\":1}]");
    }

    private void signIn(String username) {
        browser.submit(
                browser.get("/login"),
                "/login",
                Map.of("username", username, "password", server.user(username, "password")));
    }

    private void signOut() {
        browser.submit(browser.get("/"), "/logout", Map.of());
    }

    private static String shortcode(Written post) {
        return post.page().replaceAll(".*/", "");
    }

    private static String token(Sight page) {
        return page.page().expectFirst("input[name=form_token]").attr("value");
    }

    private Written write(String as, String act, String... said) {
        var made = Json.parse(server.act(as, act, said));
        return new Written(
                made.text("id").orElseThrow(),
                "/@" + as + "/post/" + made.text("shortcode").orElseThrow());
    }
}
