package bobbin.app;

import bobbin.Fixture;
import bobbin.base.Id;
import bobbin.base.OperatorKey;
import bobbin.base.Setting;
import bobbin.http.HttpSettings;
import bobbin.http.PublicUrls;
import bobbin.http.Response;
import bobbin.http.Server;
import bobbin.web.Person;
import bobbin.web.Site;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The console of developers on a real server, with Dan's app Demo, and browsers for Dan, Ann and Eve. New apps begin with standard access. */
final class Console implements AutoCloseable {
    private static final OperatorKey KEY = new OperatorKey("k".repeat(32));

    final AppSettings settings =
            new AppSettings(App.Mode.LIVE, Access.STANDARD, 2, 0, List.of(), "Menlo Park", true, true);
    final Apps apps;
    final Permissions permissions;
    final Roles roles;
    final Id demo;
    final Browser browser;

    private final Map<String, Id> cast = new LinkedHashMap<>();
    private final Server server;

    Console(Fixture fixture) {
        People people = new People(fixture);
        List.of("dan", "ann", "eve").forEach(name -> cast.put(name, people.join(name)));
        apps = new Apps(fixture.database, fixture.ids, KEY, settings);
        permissions = new Permissions(apps, settings);
        roles = new Roles(fixture.database, people.accounts, settings);
        demo = apps.create(Actor.OPERATOR, id("dan"), "Demo").id();
        server = start(new AppPages(apps, permissions, roles, people.credentials));
        browser = new Browser(server.port());
    }

    @Override
    public void close() {
        browser.close();
        server.close();
    }

    Id id(String name) {
        return Optional.ofNullable(cast.get(name)).orElseThrow();
    }

    Actor person(String name) {
        return Actor.person(id(name));
    }

    void give(String name, Role role) {
        roles.invite(Actor.OPERATOR, demo, name, role);
        roles.accept(id(name), demo, role);
    }

    /** The address of something of Demo. */
    String at(String path) {
        return "/developers/apps/" + demo + path;
    }

    App app() {
        return apps.show(Actor.OPERATOR, demo);
    }

    private Server start(AppPages pages) {
        HttpSettings any = HttpSettings.from(new Setting.Values() {
            @Override
            public <T> T get(Setting<T> setting) {
                boolean isPort =
                        setting.key().equals("http.port") || setting.key().equals("management.port");
                return isPort ? setting.type().cast(0) : setting.standard();
            }
        });
        Site site = new Site(
                token -> Optional.ofNullable(cast.get(token)).map(id -> new Person(id, token, new Id(1))),
                new PublicUrls(any),
                KEY,
                List.of(pages));
        return Server.start(any, site, _ -> Response.noContent());
    }
}
