package bobbin.oauth;

import static bobbin.oauth.House.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Browser;
import bobbin.Browser.Sight;
import bobbin.Fixture;
import bobbin.account.AccountEvents;
import bobbin.account.AccountSettings;
import bobbin.account.Credentials;
import bobbin.account.Departures;
import bobbin.account.Moderation;
import bobbin.account.Password;
import bobbin.account.Sessions;
import bobbin.account.SignInPages;
import bobbin.app.Roles;
import bobbin.base.OperatorKey;
import bobbin.base.Scope;
import bobbin.base.Setting;
import bobbin.http.HttpSettings;
import bobbin.http.PublicUrls;
import bobbin.http.Response;
import bobbin.http.Server;
import bobbin.web.Site;
import bobbin.work.Jobs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person with a browser and a client, over real HTTP: from the sign-in to the removal, and what happens to the account between. */
class JourneyTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final House house = new House(fixture);
    private final AccountEvents events = AccountEvents.all(house.grants);
    private final AccountSettings accountSettings = AccountSettings.from(Setting::standard);
    private final Credentials credentials = new Credentials(fixture.database, house.argon2, accountSettings, events);
    private final Departures departures =
            new Departures(fixture.database, new Jobs(fixture.ids), accountSettings, events);
    private final Server server = start();
    private final Browser browser = new Browser("http://127.0.0.1:" + server.port());

    @AfterEach
    void stop() {
        browser.close();
        server.close();
    }

    @Test
    void leadsFromTheSignInToATokenAndToItsEnd() {
        Sight login = browser.get(
                Window.ask(house.app, "scope", "threads_basic,threads_content_publish,threads_delete", "state", "s 1"));
        assertThat(login.place()).startsWith("/login?next=");
        Sight window = browser.submit(login, "/login", Map.of("username", "ann", "password", House.PASSWORD));
        assertThat(window.text("h1")).isEqualTo("Example Scheduler asks for your permission");

        Sight allowed = decide(window, "allow", "threads_delete");
        assertThat(allowed.status()).isEqualTo(302);
        assertThat(allowed.header("Location")).startsWith(HOME + "?code=AQ").endsWith("&state=s+1#_");
        String code = allowed.header("Location").split("[=&]", -1)[1];
        String token = house.prolong(house.exchange(code).at("/access_token")).at("/access_token");
        assertThat(house.me(token).status()).isEqualTo(200);
        assertThat(house.grants.find(house.ann, house.app.id()).orElseThrow().scopes())
                .containsExactlyInAnyOrder(Scope.BASIC, Scope.DELETE);

        Sight apps = browser.get("/settings/apps");
        Sight removed = browser.submit(apps, "/settings/apps/" + house.app.id(), Map.of("do", "remove"));
        assertThat(removed.text("[role=status]")).contains("The app is removed.");
        assertThat(house.me(token).at("/error/error_subcode")).isEqualTo("458");
    }

    @Test
    void letsAPersonSayNo() {
        signIn();

        assertThat(decide(browser.get(Window.ask(house.app)), "deny", "").header("Location"))
                .startsWith(HOME + "?error=access_denied&error_reason=user_denied");
    }

    @Test
    void letsAPersonComeBackAsSomebodyElse() {
        signIn();
        Sight window = browser.get(Window.ask(house.app));
        Sight login = browser.get(
                window.page().select("a:contains(Use another account)").attr("href"));
        Sight again = browser.submit(login, "/login", Map.of("username", "dan", "password", House.PASSWORD));

        assertThat(again.page().text()).contains("You are signed in as @dan");
    }

    @Test
    void endsTokensWithThePassword() {
        String token = house.longToken();
        credentials.set(house.ann, new Password("another horse battery"));

        assertThat(house.me(token).at("/error/error_subcode")).isEqualTo("460");
    }

    @Test
    void endsTokensWithAllSessions() {
        String token = house.longToken();
        new Moderation(fixture.database, events).logOut(house.ann);

        assertThat(house.me(token).at("/error/error_subcode")).isEqualTo("460");
    }

    @Test
    void holdsTokensBackWhileThePersonIsAway() {
        String token = house.longToken();
        departures.deactivate(house.ann);
        assertThat(house.me(token).at("/error/error_subcode")).isEqualTo("464");

        signIn();
        assertThat(house.me(token).status()).isEqualTo(200);
    }

    @Test
    void endsTokensWithTheAccount() {
        String token = house.longToken();
        departures.delete(house.ann);

        assertThat(house.me(token).at("/error/error_subcode")).isEqualTo("464");
    }

    private void signIn() {
        browser.submit(browser.get("/login"), "/login", Map.of("username", "ann", "password", House.PASSWORD));
    }

    private Sight decide(Sight window, String decision, String scope) {
        Map<String, String> fields = new HashMap<>();
        fields.put(
                "form_token",
                window.page().select("main input[name=form_token]").val());
        fields.put("decision", decision);
        fields.put("scope", scope);
        return browser.post(window.page().select("main form").attr("action"), fields);
    }

    private Server start() {
        HttpSettings http = HttpSettings.from(Setting::standard).onPorts(0, 0);
        Sessions sessions = new Sessions(fixture.database, fixture.ids, credentials, departures, accountSettings);
        SignInPages signIn = new SignInPages(house.accounts, sessions, credentials);
        Roles roles = new Roles(fixture.database, house.accounts, house.appSettings);
        Site site = new Site(
                signIn,
                new PublicUrls(http),
                new OperatorKey("a key of at least thirty-two letters"),
                List.of(
                        signIn,
                        new AuthorizePages(
                                new Asks(fixture.database, house.apps, house.policy, house.appSettings, house.settings),
                                house.grants,
                                house.settings),
                        new GrantPages(house.grants, house.apps, roles, fixture.time)));
        return Server.start(http, site, _ -> Response.noContent());
    }
}
