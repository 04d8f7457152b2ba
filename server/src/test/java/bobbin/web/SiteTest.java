package bobbin.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bobbin.base.Id;
import bobbin.base.OperatorKey;
import bobbin.base.Setting;
import bobbin.http.Header;
import bobbin.http.HttpSettings;
import bobbin.http.PublicUrls;
import bobbin.http.Request;
import bobbin.http.Response;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class SiteTest {
    private static final Person ANN = new Person(new Id(1), "ann", new Id(2));
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Site site = new Site(
            token -> token.equals("anns") ? Optional.of(ANN) : Optional.empty(),
            new PublicUrls(HttpSettings.from(Setting::standard)),
            new OperatorKey("a key for tests that is long enough"),
            List.of(SiteTest::declare));

    private static void declare(Routes routes) {
        routes.get("/form", visit -> visit.page("Form", out -> out.writeContent(visit.formToken())))
                .post("/form", visit -> visit.tell("Done & said.").redirect("/form"))
                .get("/mine", visit -> visit.page(visit.signedIn().username(), _ -> {}))
                .get("/client", visit -> visit.formsMayLeadAway().page("Client", _ -> {}))
                .get("/next", visit -> visit.redirect(visit.next()))
                .get("/@{name}", visit -> visit.answer(Response.text(200, "name " + visit.path("name"))))
                .get("/@{name}/post/{code}", visit -> visit.answer(Response.text(200, visit.path("code"))))
                .get("/@{name}/post/new", visit -> visit.answer(Response.text(200, "plain text goes first")))
                .get("/broken", _ -> {
                    throw new IllegalStateException("secret detail");
                });
    }

    @Test
    void putsStrictHeadersOnEveryPage() {
        for (String path : List.of("/form", "/nothing", "/broken", "/mine", "/@ann")) {
            Response answer = get(path);

            assertThat(header(answer, "Content-Security-Policy"))
                    .startsWith("default-src 'none'; style-src 'self'; img-src 'self'")
                    .contains("; form-action 'self'; ")
                    .endsWith("frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
            assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
        }
    }

    @Test
    void letsFormsLeadAwayWhereThePageSaysSo() {
        assertThat(header(get("/client"), "Content-Security-Policy"))
                .startsWith("default-src 'none'; style-src 'self'; ")
                .endsWith("base-uri 'none'; frame-ancestors 'none'")
                .doesNotContain("form-action");
    }

    @Test
    void holdsNothingInline() {
        Document page = Jsoup.parse(get("/form").bodyText());

        assertThat(page.select("script, style, [style], [onclick], [onload]")).isEmpty();
    }

    @Test
    void servesTheStylesheetForAYear() {
        String address = Jsoup.parse(get("/form").bodyText())
                .select("link[rel=stylesheet]")
                .attr("href");
        Response sheet = get(address);

        assertThat(address).matches("/assets/bobbin-[0-9a-f]{12}\\.css");
        assertThat(sheet.status()).isEqualTo(200);
        assertThat(header(sheet, "Content-Type")).isEqualTo("text/css; charset=utf-8");
        assertThat(header(sheet, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(get("/assets/bobbin-000000000000.css").status()).isEqualTo(404);
    }

    @Test
    void takesAFormWithItsToken() {
        Response page = get("/form");
        Response answer = post("visitor=" + cookie(page, "visitor"), tokenIn(page));

        assertThat(answer.status()).isEqualTo(303);
        assertThat(header(answer, "Location")).isEqualTo("/form");
    }

    @Test
    void refusesAFormWithoutTheTokenOfItsBrowser() {
        Response page = get("/form");
        String token = tokenIn(page);
        String stranger = "visitor=" + cookie(get("/form"), "visitor");

        assertThat(post("visitor=" + cookie(page, "visitor"), "").status()).isEqualTo(403);
        assertThat(post("visitor=" + cookie(page, "visitor"), token + "x").status())
                .isEqualTo(403);
        assertThat(post(stranger, token).status()).isEqualTo(403);
        assertThat(post("visitor=made-up", token).status()).isEqualTo(403);
        assertThat(post("", token).status()).isEqualTo(403);
    }

    @Test
    void bindsTheTokenToTheSession() {
        String token = tokenIn(site.answer(Request.of("GET", "/form").withHeader("Cookie", "session=anns")));

        assertThat(post("session=anns", token).status()).isEqualTo(303);
        assertThat(post("visitor=" + cookie(get("/form"), "visitor"), token).status())
                .isEqualTo(403);
    }

    @Test
    void writesAnotherTokenEachTime() {
        Request again = Request.of("GET", "/form").withHeader("Cookie", "session=anns");

        assertThat(tokenIn(site.answer(again))).isNotEqualTo(tokenIn(site.answer(again)));
    }

    @Test
    void sendsStrangersToSignInAndRemembersWhereTheyWanted() {
        Response answer = get("/mine?a=1&b=2");

        assertThat(answer.status()).isEqualTo(303);
        assertThat(header(answer, "Location")).isEqualTo("/login?next=%2Fmine%3Fa%3D1%26b%3D2");
    }

    @Test
    void showsWhoIsSignedIn() {
        Response answer = site.answer(Request.of("GET", "/mine").withHeader("Cookie", "session=anns"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(Jsoup.parse(answer.bodyText()).select("header nav").text()).contains("@ann", "Sign out");
    }

    @Test
    void goesOnlyToPlacesOnThisSite() {
        assertThat(header(get("/next?next=%2Fmine%3Fa%3D1"), "Location")).isEqualTo("/mine?a=1");
        for (String elsewhere : List.of(
                "https%3A%2F%2Fevil.example",
                "%2F%2Fevil.example",
                "%2F%5Cevil.example",
                "%5C%5Cevil.example",
                "%2F%09%2Fevil.example",
                "%2F%0A%2Fevil.example",
                "javascript%3Aalert(1)",
                "mine",
                "")) {
            assertThat(header(get("/next?next=" + elsewhere), "Location")).isEqualTo("/");
        }
    }

    @Test
    void saysWhatWasDoneOnTheNextPageOnly() {
        Response page = get("/form");
        String visitor = "visitor=" + cookie(page, "visitor");
        String notice = "notice=" + cookie(post(visitor, tokenIn(page)), "notice");
        Response next = site.answer(Request.of("GET", "/form").withHeader("Cookie", visitor + "; " + notice));

        assertThat(Jsoup.parse(next.bodyText()).select("[role=status]").text()).isEqualTo("Done & said.");
        assertThat(header(next, "Set-Cookie")).startsWith("notice=; Path=/; Max-Age=0");
        assertThat(Jsoup.parse(site.answer(Request.of("GET", "/form").withHeader("Cookie", "notice=bWFkZSB1cA.x"))
                                .bodyText())
                        .select("[role=status]"))
                .isEmpty();
    }

    @Test
    void keepsCookiesFromScriptsAndFromOtherSites() {
        String plain = header(get("/form"), "Set-Cookie");
        String secure = header(
                site.answer(Request.of("GET", "/form").from(new Request.Sender("192.0.2.1", "bobbin.example", true))),
                "Set-Cookie");

        assertThat(plain).startsWith("visitor=").endsWith("; Path=/; Max-Age=86400; HttpOnly; SameSite=Lax");
        assertThat(secure).startsWith("__Host-visitor=").endsWith("; HttpOnly; SameSite=Lax; Secure");
    }

    @Test
    void explainsWhatIsNotThereWithoutDetails() {
        Response missing = get("/nothing");
        Response broken = get("/broken");

        assertThat(missing.status()).isEqualTo(404);
        assertThat(Jsoup.parse(missing.bodyText()).select("h1").text()).isEqualTo("Page not found");
        assertThat(broken.status()).isEqualTo(500);
        assertThat(broken.bodyText()).doesNotContain("secret detail").doesNotContain("Exception");
        Response wrong = site.answer(Request.of("POST", "/@ann"));
        assertThat(wrong.status()).isEqualTo(405);
        assertThat(header(wrong, "Allow")).isEqualTo("GET");
        assertThat(get("/%zz").status()).isEqualTo(400);
    }

    @Test
    void findsPlainTextBeforeNames() {
        assertThat(get("/@ann").bodyText()).isEqualTo("name ann");
        assertThat(get("/@ann/").bodyText()).isEqualTo("name ann");
        assertThat(get("/@ann/post/abc").bodyText()).isEqualTo("abc");
        assertThat(get("/@ann/post/new").bodyText()).isEqualTo("plain text goes first");
        assertThat(get("/@").status()).isEqualTo(404);
    }

    @Test
    void tellsWhichPathsAreItsOwn() {
        assertThat(site.serves(Request.of("POST", "/@ann"))).isTrue();
        assertThat(site.serves(Request.of("GET", "/me"))).isFalse();
        assertThat(site.serves(Request.of("GET", "/%zz"))).isFalse();
    }

    @Test
    void refusesTheSameAddressTwice() {
        Routes routes = new Routes().get("/@{one}", _ -> Response.noContent());

        assertThatThrownBy(() -> routes.get("/@{other}", _ -> Response.noContent()))
                .hasMessage("Declared twice: GET /@{}");
    }

    private Response get(String target) {
        return site.answer(Request.of("GET", target));
    }

    private Response post(String cookies, String token) {
        return site.answer(
                Request.of("POST", "/form").withHeader("Cookie", cookies).withBody(FORM, "form_token=" + token));
    }

    private static String tokenIn(Response page) {
        return Jsoup.parse(page.bodyText()).select("main").text();
    }

    private static String header(Response answer, String name) {
        return answer.headers().first(name).orElseThrow();
    }

    private static String cookie(Response answer, String name) {
        return answer.headers().lines().stream()
                .filter(line -> line.is("Set-Cookie"))
                .map(Header::value)
                .filter(value -> value.startsWith(name + "="))
                .map(value -> value.substring(name.length() + 1, value.indexOf(';')))
                .findFirst()
                .orElseThrow();
    }
}
