package bobbin.account;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Browser;
import bobbin.Browser.Sight;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SecurityPagesTest {
    @RegisterExtension
    final House house = new House(Map.of());

    private final Account ann = house.door.cast.join("ann");
    private final Browser browser = house.browserOf("ann");

    @Test
    void leadsToAppsAndAllTheRest() {
        Sight account = browser.get("/settings/account");

        assertThat(account.page().select("main .rows a").eachAttr("href"))
                .containsExactly(
                        "/settings/email",
                        "/settings/password",
                        "/settings/sessions",
                        "/settings/apps",
                        "/developers/apps",
                        "/settings/deactivate",
                        "/settings/delete");
    }

    @Test
    void changesThePassword() {
        Browser elsewhere = house.browserOf("ann");
        Sight changed = browser.submit(
                browser.get("/settings/password"),
                "/settings/password",
                Map.of("password", Cast.PASSWORD, "new_password", "battery staple"));

        assertThat(changed.place()).isEqualTo("/settings/account");
        assertThat(house.door.events.heard).containsExactly("password changed");
        assertThat(elsewhere.get("/settings").place()).startsWith("/login");
        assertThat(browser.get("/settings").status()).isEqualTo(200);
    }

    @Test
    void asksForThePasswordBeforeDangerousThings() {
        for (String path : new String[] {"password", "email", "deactivate", "delete"}) {
            Sight refused = browser.submit(
                    browser.get("/settings/" + path),
                    "/settings/" + path,
                    Map.of("password", "wrong horse", "new_password", "battery staple"));
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.text("[role=alert]")).isEqualTo("Your current password is not right.");
        }
        assertThat(house.door.events.heard).isEmpty();
        assertThat(house.door.cast.accounts.get(ann.id())).isEqualTo(ann);
    }

    @Test
    void listsAndEndsSessions() {
        Browser elsewhere = house.browserOf("ann");
        Sight list = browser.get("/settings/sessions");

        assertThat(list.page().select("main .rows > li")).hasSize(2);
        assertThat(list.page().select("main .badge")).hasSize(1);
        Sight ended = browser.submit(list, "/settings/sessions/end", Map.of());
        assertThat(ended.page().select("main .rows > li")).hasSize(1);
        assertThat(elsewhere.get("/settings").place()).startsWith("/login");
        assertThat(browser.get("/settings").status()).isEqualTo(200);
    }

    @Test
    void endsAllOtherSessions() {
        Browser elsewhere = house.browserOf("ann");
        browser.submit(browser.get("/settings/sessions"), "/settings/sessions/end-others", Map.of());

        assertThat(elsewhere.get("/settings").place()).startsWith("/login");
        assertThat(browser.get("/settings").status()).isEqualTo(200);
    }

    @Test
    void changesTheAddress() {
        Sight saved = browser.submit(
                browser.get("/settings/email"),
                "/settings/email",
                Map.of("email", "new@example.org", "password", Cast.PASSWORD));

        assertThat(saved.text("main .rows li")).contains("new@example.org");
    }

    @Test
    void deactivatesUntilOneSignsIn() {
        Sight left = browser.submit(
                browser.get("/settings/deactivate"), "/settings/deactivate", Map.of("password", Cast.PASSWORD));

        assertThat(left.place()).isEqualTo("/");
        assertThat(house.browser().get("/@ann").status()).isEqualTo(404);
        Sight back =
                browser.submit(browser.get("/login"), "/login", Map.of("username", "ann", "password", Cast.PASSWORD));
        assertThat(back.text("[role=status]")).isEqualTo("Welcome back. Your profile can be seen again.");
        assertThat(house.browser().get("/@ann").status()).isEqualTo(200);
    }

    @Test
    void deletesForGood() {
        Sight left =
                browser.submit(browser.get("/settings/delete"), "/settings/delete", Map.of("password", Cast.PASSWORD));

        assertThat(left.text("[role=status]")).isEqualTo("Your account is deleted.");
        assertThat(house.browser().get("/@ann").status()).isEqualTo(404);
        assertThat(browser.submit(browser.get("/login"), "/login", Map.of("username", "ann", "password", Cast.PASSWORD))
                        .status())
                .isEqualTo(403);
    }
}
