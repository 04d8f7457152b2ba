package bobbin.insight;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Fixture;
import bobbin.base.Id;
import bobbin.base.OperatorKey;
import bobbin.base.Setting;
import bobbin.http.HttpSettings;
import bobbin.http.PublicUrls;
import bobbin.http.Request;
import bobbin.http.Response;
import bobbin.web.Person;
import bobbin.web.Routes;
import bobbin.web.Site;
import bobbin.web.WebPart;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How pages have things counted: 15 §15.11, 15 §15.19, 15 §15.23. */
class CountPagesTest {
    private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private static final String LINK = "https://example.org/a?b=c&d=é";

    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final Scale scale = new Scale(fixture);
    private final Id ann = scale.town.ann();
    private final Id bob = scale.town.bob();
    private final Id post = scale.post(ann);
    private final CountPages pages =
            new CountPages(scale.gathering, new OperatorKey("a key for tests that is long enough"), fixture.time);
    private final Site site = new Site(
            token -> Id.parse(token).map(account -> new Person(account, "somebody", account)),
            new PublicUrls(HttpSettings.from(Setting::standard)),
            new OperatorKey("a key for tests that is long enough"),
            List.of(pages, new Showing()));

    /** A page that shows a post. */
    private final class Showing implements WebPart {
        @Override
        public void declare(Routes routes) {
            routes.get("/embed", visit -> visit.answer(Response.text(200, pages.token(visit, post, Surface.EMBED))));
            routes.get(
                    "/script",
                    visit -> visit.withScript("seen.js").page("Post", output -> output.writeContent("<p>Hello</p>")));
        }
    }

    @Test
    void countsAReloadOnceAndNeitherAuthorsNorBots() {
        Response page = get("/embed", BROWSER, Optional.empty());
        String cookie = cookie(page);

        assertThat(beacon(BROWSER, cookie, page.bodyText()).status()).isEqualTo(204);
        beacon(BROWSER, cookie, get("/embed", BROWSER, Optional.of(cookie)).bodyText());
        assertThat(scale.of(post).views()).isEqualTo(1);
        beacon(BROWSER, "session=" + ann, page.bodyText());
        beacon("Googlebot/2.1 (+http://www.google.com/bot.html)", cookie, page.bodyText());
        assertThat(scale.of(post).views()).isEqualTo(1);
        beacon(BROWSER, "session=" + bob, page.bodyText());
        assertThat(scale.of(post).views()).isEqualTo(2);
        fixture.time.pass(Duration.ofMinutes(31));
        beacon(BROWSER, cookie, page.bodyText());
        assertThat(scale.of(post).views()).isEqualTo(3);
    }

    @Test
    void knowsAFrameOnAnotherSiteByItsAddressAndBrowser() {
        String token = get("/embed", BROWSER, Optional.empty()).bodyText();
        beacon(BROWSER, "", token);
        beacon(BROWSER, "", token);
        beacon(BROWSER + " (another)", "", token);

        assertThat(scale.of(post).views()).isEqualTo(2);
    }

    @Test
    void countsOnlyWhatWeHaveShown() {
        String token = get("/embed", BROWSER, Optional.empty()).bodyText();
        for (String made : List.of("x", "x.y", token.substring(1), token + "x", ".", post.toString())) {
            assertThat(beacon(BROWSER, "", made).status()).isEqualTo(204);
        }
        fixture.time.pass(Duration.ofDays(1).plusSeconds(1));
        beacon(BROWSER, "", token);

        assertThat(scale.of(post)).isEqualTo(Numbers.NONE);
    }

    @Test
    void takesAHundredOfThemAtATime() {
        String share = share(get("/embed", BROWSER, Optional.empty()).bodyText());
        send("", "share=x&".repeat(100) + share);
        assertThat(scale.of(post).shares()).isZero();
        send("", "share=x&".repeat(99) + share);
        assertThat(scale.of(post).shares()).isEqualTo(1);
    }

    @Test
    void countsAShareOnceHoweverOftenItIsTold() {
        Response page = get("/embed", BROWSER, Optional.empty());
        String one = cookie(page);
        String share = share(page.bodyText());
        send(one, share + "&" + share + "&" + share);
        send(one, share + "&" + share(pages.token(post, Surface.FEED)));
        assertThat(scale.of(post).shares()).isEqualTo(1);

        send(cookie(get("/embed", BROWSER, Optional.empty())), share);
        send("session=" + bob, share);
        send("session=" + bob, share);
        assertThat(scale.of(post).shares()).isEqualTo(3);
        fixture.time.pass(Duration.ofMinutes(31));
        send(one, share);
        assertThat(scale.of(post).shares()).isEqualTo(4);
    }

    @Test
    void followsLinksOfOurOwnOnly() {
        String path = pages.link(post, LINK);
        Response followed = get(path, BROWSER, Optional.empty());

        assertThat(followed.status()).isEqualTo(302);
        assertThat(followed.headers().first("Location")).contains(LINK);
        assertThat(followed.headers().first("Referrer-Policy")).contains("no-referrer");
        get(path, "Slackbot-LinkExpanding 1.0", Optional.empty());
        assertThat(get(path.replace("example.org", "evil.example"), BROWSER, Optional.empty())
                        .status())
                .isEqualTo(404);
        assertThat(get("/l/?u=https%3A%2F%2Fevil.example%2F", BROWSER, Optional.empty())
                        .status())
                .isEqualTo(404);
        scale.gathering.flush();
        assertThat(scale.client(ann)
                        .get("/me/threads_insights", "metric", "clicks")
                        .at("/data/0/link_total_values/0/value"))
                .isEqualTo("1");
    }

    @Test
    void letsAPageRunTheScriptThatLooks() {
        Response page = get("/script", BROWSER, Optional.empty());

        assertThat(page.bodyText()).containsPattern("<script src=\"/assets/seen-[0-9a-f]{12}\\.js\" defer>");
        assertThat(page.headers().first("Content-Security-Policy").orElseThrow())
                .contains("connect-src 'self'; script-src 'self';");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "facebookexternalhit/1.1",
                "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
                "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.1)",
                "WhatsApp/2.23",
                "curl/8.5.0",
                "Java-http-client/25",
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/120.0 Safari/537.36",
                "http.rb/5.1 (Mastodon/4.2; +https://example.social/)"
            })
    void knowsBots(String name) {
        assertThat(Bots.isOne(Optional.of(name))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                BROWSER,
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148"
                        + " Safari/604.1",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36"
            })
    void knowsBrowsers(String name) {
        assertThat(Bots.isOne(Optional.of(name))).isFalse();
    }

    private Response get(String path, String browser, Optional<String> cookie) {
        return site.answer(request("GET", path, browser, cookie.orElse("")));
    }

    private Response beacon(String browser, String cookie, String token) {
        return site.answer(request("POST", "/seen", browser, cookie)
                .withBody("application/x-www-form-urlencoded;charset=UTF-8", "view=" + encode(token)));
    }

    private static String cookie(Response page) {
        return page.headers().all("Set-Cookie").getFirst().split(";", -1)[0];
    }

    private void send(String cookie, String body) {
        site.answer(request("POST", "/seen", BROWSER, cookie).withBody("application/x-www-form-urlencoded", body));
    }

    private static String share(String token) {
        return "share=" + encode(token);
    }

    private static Request request(String method, String path, String browser, String cookie) {
        return Request.of(method, path).withHeader("User-Agent", browser).withHeader("Cookie", cookie);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
