package bobbin.account;

import bobbin.Browser;
import bobbin.Fixture;
import bobbin.base.OperatorKey;
import bobbin.base.Setting;
import bobbin.http.HttpSettings;
import bobbin.http.PublicUrls;
import bobbin.http.Response;
import bobbin.http.Server;
import bobbin.image.Images;
import bobbin.web.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** All pages about people, on a real server; for tests. */
final class House implements AfterEachCallback {
    final Fixture fixture = new Fixture();
    final Door door;
    private final Images images = new Images();
    final Relations relations = new Relations(fixture.database, fixture.ids);
    final HiddenWords words = new HiddenWords(fixture.database);
    final Site site;

    private final Server server;
    private final List<Browser> browsers = new ArrayList<>();

    House(Map<Setting<?>, Object> settings) {
        HttpSettings http = HttpSettings.from(Setting::standard).onPorts(0, 0);
        PublicUrls urls = new PublicUrls(http);
        Pictures pictures = new Pictures(fixture.database, images);
        door = new Door(fixture, new Cast(fixture, Cast.settings(settings)));
        Accounts accounts = door.cast.accounts;
        SignInPages signIn = new SignInPages(accounts, door.sessions, door.credentials);
        site = new Site(
                signIn,
                urls,
                new OperatorKey("a key for tests that is long enough"),
                List.of(
                        signIn,
                        new ProfilePages(accounts, relations, ProfilePages.Sections.NONE, (_, _, _) -> {}, urls),
                        new SettingsPages(accounts, pictures, urls),
                        new PrivacyPages(accounts, relations, words, urls),
                        new SecurityPages(accounts, door.credentials, door.sessions, door.departures),
                        new PicturePages(pictures)));
        server = Server.start(http, site, _ -> Response.noContent());
    }

    /** A new browser, in which nobody is signed in. */
    Browser browser() {
        Browser made = new Browser("http://127.0.0.1:" + server.port());
        browsers.add(made);
        return made;
    }

    /** A new browser in which this person, who has joined before, signs in. */
    Browser browserOf(String username) {
        Browser made = browser();
        made.submit(made.get("/login"), "/login", Map.of("username", username, "password", Cast.PASSWORD));
        return made;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        browsers.forEach(Browser::close);
        server.close();
        fixture.afterEach(context);
    }
}
