package bobbin.account;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Browser;
import bobbin.Browser.Sight;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SignInPagesTest {
    @RegisterExtension
    final House house = new House(Map.of());

    private final Browser browser = house.browser();

    @Test
    void signsInAndGoesWhereOneWanted() {
        house.door.cast.join("ann");
        Sight asked = browser.get("/settings/privacy");

        assertThat(asked.place()).isEqualTo("/login?next=%2Fsettings%2Fprivacy");
        Sight entered = enter(asked, "ann", Cast.PASSWORD);
        assertThat(entered.place()).isEqualTo("/settings/privacy");
        assertThat(entered.text("header nav")).contains("@ann");
    }

    @Test
    void hasStableNamesForAutomation() {
        Sight login = browser.get("/login");

        assertThat(login.page().select("form[action=/login] input[name=username]"))
                .hasSize(1);
        assertThat(login.page().select("form[action=/login] input[name=password][type=password]"))
                .hasSize(1);
        assertThat(login.page().select("form button")).hasSize(1);
    }

    @Test
    void sendsNobodyToAnotherSite() {
        house.door.cast.join("ann");

        for (String elsewhere :
                new String[] {"https%3A%2F%2Fevil.example%2F", "%2F%2Fevil.example", "%2F%5Cevil.example"}) {
            Sight login = browser.get("/login?next=" + elsewhere);
            assertThat(login.page().html()).doesNotContain("evil.example");
            Map<String, String> typed =
                    Map.of("username", "ann", "password", Cast.PASSWORD, "next", "https://evil.example/");
            assertThat(browser.submit(login, "/login", typed).place()).isEqualTo("/");
        }
    }

    @Test
    void refusesWrongPasswordsAndKeepsTheName() {
        house.door.cast.join("ann");
        Sight refused = enter(browser.get("/login?next=/settings"), "ann", "wrong <horse>");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("[role=alert]"))
                .isEqualTo("The username and the password do not belong together. Check both and try again.");
        assertThat(refused.page().select("input[name=username]").val()).isEqualTo("ann");
        assertThat(refused.page().select("input[name=password]").val()).isEmpty();
        assertThat(enter(refused, "ann", Cast.PASSWORD).place()).isEqualTo("/settings");
    }

    @Test
    void saysHowLongToWaitAfterTooManyTries() {
        house.door.cast.join("ann");
        for (int i = 0; i < 10; i++) {
            assertThat(enter(browser.get("/login"), "ann", "wrong horse").status())
                    .isEqualTo(403);
        }

        Sight refused = enter(browser.get("/login"), "ann", Cast.PASSWORD);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text("[role=alert]")).contains("90 seconds");
        assertThat(refused.header("Retry-After")).isEqualTo("90");
        house.fixture.time.pass(Duration.ofSeconds(90));
        assertThat(enter(browser.get("/login"), "ann", Cast.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void refusesFormsThatDidNotComeFromOurPage() {
        house.door.cast.join("ann");
        Map<String, String> typed = new HashMap<>(Map.of("username", "ann", "password", Cast.PASSWORD));

        assertThat(browser.post("/login", typed).status()).isEqualTo(403);
        Sight strangers = house.browser().get("/login");
        typed.put(
                "form_token", strangers.page().select("input[name=form_token]").val());
        assertThat(browser.post("/login", typed).status()).isEqualTo(403);
        browser.get("/login");
        assertThat(browser.post("/login", typed).status()).isEqualTo(403);
    }

    @Test
    void lendsTheFormOfOneSessionToNoOther() {
        house.door.cast.join("ann");
        house.door.cast.join("eve");
        Browser ann = house.browserOf("ann");
        String evesToken = house.browserOf("eve")
                .get("/settings")
                .page()
                .select("input[name=form_token]")
                .val();

        assertThat(ann.post("/settings/profile", Map.of("name", "Owned", "form_token", evesToken))
                        .status())
                .isEqualTo(403);
        assertThat(house.door.cast.accounts.byUsername("ann").orElseThrow().shownName())
                .isEqualTo("ann");
    }

    @Test
    void makesAnAccount() {
        Sight made = browser.submit(
                browser.get("/signup?next=/settings"),
                "/signup",
                Map.of("username", "Mara.Builds", "email", "mara@example.org", "password", Cast.PASSWORD));

        assertThat(made.place()).isEqualTo("/settings");
        assertThat(made.text("[role=status]")).isEqualTo("Welcome, @mara.builds.");
        Browser other = house.browser();
        Sight refused = other.submit(
                other.get("/signup"),
                "/signup",
                Map.of("username", "mara.builds", "email", "m@example.org", "password", Cast.PASSWORD));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("[role=alert]")).contains("mara.builds is taken");
        assertThat(refused.page().select("input[name=email]").val()).isEqualTo("m@example.org");
    }

    @Test
    void signsOut() {
        house.door.cast.join("ann");
        Browser ann = house.browserOf("ann");
        Sight out = ann.submit(ann.get("/"), "/logout", Map.of());

        assertThat(out.text("[role=status]")).isEqualTo("You are signed out.");
        assertThat(ann.get("/settings").place()).startsWith("/login");
    }

    @Test
    void offersToGoOnAsWhoIsSignedIn() {
        house.door.cast.join("ann");
        house.door.cast.join("bob");
        Browser ann = house.browserOf("ann");
        Sight login = ann.get("/login?next=/settings");

        assertThat(login.text("main a[href=/settings]")).isEqualTo("Continue as @ann");
        ann.submit(login, "/login", Map.of("username", "bob", "password", Cast.PASSWORD));
        assertThat(ann.get("/").text("h1")).isEqualTo("Hello, @bob");
        assertThat(house.door.sessions.of(
                        house.door.cast.accounts.byUsername("ann").orElseThrow().id()))
                .isEmpty();
    }

    @Test
    void sendsPeopleWhoForgotToTheOperator() {
        Account ann = house.door.cast.join("ann");

        assertThat(browser.get("/reset").text("main")).contains("Ask its operator");
        String link = SignInPages.resetPath(house.door.credentials.resetSecret(ann.id()));
        Sight done = browser.submit(browser.get(link), "/reset/new", Map.of("password", "battery staple"));
        assertThat(done.place()).isEqualTo("/login");
        assertThat(enter(done, "ann", "battery staple").place()).isEqualTo("/");
        assertThat(browser.get(link).status()).isEqualTo(410);
    }

    @Test
    void neverShowsALinkUnlessToldTo() {
        house.door.cast.join("ann");
        Sight page = browser.get("/login");
        Sight refused = browser.post(
                "/reset",
                Map.of(
                        "username",
                        "ann",
                        "form_token",
                        page.page().select("input[name=form_token]").val()));

        assertThat(refused.page().select("a[href^=/reset/new]")).isEmpty();
    }

    /** 03 §1.2: browsers hold a client that answers at once to what the page with the form said. */
    @Test
    void letsTheFormLeadToAClientBehindTheAuthorizationWindow() {
        assertThat(browser.get("/login?next=%2Foauth%2Fauthorize%3Fclient_id%3D1")
                        .header("Content-Security-Policy"))
                .doesNotContain("form-action");
        assertThat(browser.get("/login?next=%2Fsettings").header("Content-Security-Policy"))
                .contains("form-action 'self'");
    }

    @Test
    void carriesStrictHeadersOverTheWire() {
        house.door.cast.join("ann");

        for (Sight sight : List.of(browser.get("/login"), house.browserOf("ann").get("/settings"), browser.get("/x"))) {
            assertThat(sight.header("Content-Security-Policy"))
                    .startsWith("default-src 'none'; style-src 'self'; ")
                    .contains("base-uri 'none'; form-action 'self'")
                    .endsWith("frame-ancestors 'none'");
            assertThat(sight.header("X-Frame-Options")).isEqualTo("DENY");
            assertThat(sight.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(sight.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(sight.header("Cache-Control")).isEqualTo("no-store");
            assertThat(sight.header("Content-Type")).isEqualTo("text/html; charset=UTF-8");
        }
    }

    @Test
    void keepsTheSessionFromScripts() {
        house.door.cast.join("ann");
        Sight login = browser.get("/login");
        Sight entered = enter(login, "ann", Cast.PASSWORD);

        assertThat(entered.status()).isEqualTo(200);
        assertThat(browser.cookie("session")).hasValueSatisfying(cookie -> {
            assertThat(cookie.isHttpOnly()).isTrue();
            assertThat(cookie.getPath()).isEqualTo("/");
            assertThat(cookie.getSecure()).isFalse();
        });
    }

    @Test
    void saysSoWhenTheDataCannotBeReached() {
        house.door.cast.join("ann");
        Browser ann = house.browserOf("ann");
        house.fixture.database.close();
        Sight page = ann.get("/settings");

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.text("h1")).isEqualTo("Back in a moment");
        assertThat(ann.get("/nothing").status()).isEqualTo(503);
    }

    private Sight enter(Sight login, String username, String password) {
        return browser.submit(login, "/login", Map.of("username", username, "password", password));
    }
}
