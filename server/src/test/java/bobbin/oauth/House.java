package bobbin.oauth;

import bobbin.Fixture;
import bobbin.GraphClient.Answer;
import bobbin.account.Account;
import bobbin.account.AccountSettings;
import bobbin.account.Accounts;
import bobbin.account.Argon2;
import bobbin.account.PasswordSettings;
import bobbin.account.SignUp;
import bobbin.app.AccessTierPolicy;
import bobbin.app.Actor;
import bobbin.app.App;
import bobbin.app.AppSettings;
import bobbin.app.Apps;
import bobbin.app.Permissions;
import bobbin.app.ScopedIds;
import bobbin.base.Id;
import bobbin.base.OperatorKey;
import bobbin.base.Page;
import bobbin.base.Scope;
import bobbin.base.Setting;
import bobbin.fetch.FetchSettings;
import bobbin.fetch.Fetcher;
import bobbin.fetch.Resolver;
import bobbin.graph.Edges;
import bobbin.graph.Envelope;
import bobbin.graph.Fields;
import bobbin.graph.Graph;
import bobbin.graph.GraphSettings;
import bobbin.graph.Meter;
import bobbin.http.HttpSettings;
import bobbin.http.PublicUrls;
import bobbin.http.Request;
import bobbin.sql.Database;
import bobbin.work.Jobs;
import bobbin.work.WorkSettings;
import bobbin.work.Worker;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The parts that the tests of this package need, all real: Ann, who lets Dan's app act for her, and the API in front of them. */
final class House {
    static final String PASSWORD = "correct horse battery";
    static final String HOME = "https://client.example/cb";

    final Fixture fixture;
    final OauthSettings settings;
    final AppSettings appSettings;
    final Argon2 argon2 = new Argon2(PasswordSettings.from(values(Map.of("passwords.memory", 64))));
    final Accounts accounts;
    final Apps apps;
    final AccessTierPolicy policy;
    final Admission admission;
    final Worker worker;
    final Grants grants;
    final Clients clients;
    final Tokens tokens;
    final Graph graph;
    final Id ann;
    final Id dan;
    final App app;
    final String secret;
    /** The apps of which somebody was told that they may act, in order. */
    final List<Id> authorized = new ArrayList<>();

    House(Fixture fixture) {
        this(fixture, Map.of());
    }

    /** @param chosen settings by key, where they are not the standard ones */
    House(Fixture fixture, Map<String, ?> chosen) {
        this.fixture = fixture;
        Setting.Values values = values(chosen);
        settings = OauthSettings.from(values);
        appSettings = AppSettings.from(values);
        accounts = new Accounts(fixture.database, fixture.ids, argon2, AccountSettings.from(Setting::standard));
        apps = new Apps(
                fixture.database, fixture.ids, new OperatorKey("a key of at least thirty-two letters"), appSettings);
        policy = new AccessTierPolicy(apps, appSettings);
        admission = new Admission(fixture.database, apps, policy, settings, "threads.example", Runnable::run);
        Jobs jobs = new Jobs(fixture.ids);
        Fetcher fetcher = new Fetcher(FetchSettings.from(values(Map.of("fetch.allow_private", true))), Resolver.SYSTEM);
        Callbacks callbacks = new Callbacks(fixture.database, jobs, apps, appSettings, fetcher, fixture.time);
        worker = new Worker(
                fixture.database,
                jobs,
                Map.of(
                        Callbacks.DEAUTHORIZE, callbacks::deauthorize,
                        Callbacks.DATA_DELETION, callbacks::askToDelete),
                WorkSettings.from(Setting::standard));
        grants = new Grants(
                fixture.database,
                fixture.ids,
                new ScopedIds(fixture.database, appSettings),
                callbacks,
                settings,
                (_, _, app) -> authorized.add(app));
        clients = new Clients(apps, fixture.time);
        tokens = new Tokens(fixture.database, clients, accounts, grants, admission, settings);
        GraphSettings graphSettings = GraphSettings.from(Setting::standard);
        graph = new Graph(
                new TokenGraph(admission),
                Meter.NONE,
                graphSettings,
                new PublicUrls(HttpSettings.from(Setting::standard)),
                fixture.time,
                List.of(
                        new TokenEndpoint(
                                tokens,
                                clients,
                                settings,
                                new TokenErrorEndpoint(new Envelope(graphSettings), settings)),
                        new DebugGraph(new Inspections(fixture.database, apps, policy, admission)),
                        House::me));
        ann = join("ann").id();
        dan = join("dan").id();
        app = newApp("Example Scheduler");
        secret = apps.secret(app).text();
    }

    private static void me(Edges edges) {
        edges.on(Id.Kind.ACCOUNT)
                .get(
                        Set.of(Scope.BASIC),
                        Fields.<String>of(id -> id),
                        call -> call.viewer().scopedId().orElseThrow())
                .list(
                        "threads",
                        Set.of(Scope.BASIC, Scope.CONTENT_PUBLISH),
                        Fields.<Id>of(id -> id),
                        call -> Page.of(call.window(), List.of(), id -> id));
    }

    Account join(String username) {
        return accounts.byUsername(username).orElseGet(() -> accounts.create(SignUp.of(username, PASSWORD)));
    }

    App newApp(String name) {
        App made = apps.create(Actor.OPERATOR, dan, name);
        apps.addRedirect(Actor.OPERATOR, made.id(), HOME);
        return apps.find(made.id()).orElseThrow();
    }

    /** The verbs of another process on the same database. */
    Tokens beside(Database command) {
        Admission there = new Admission(command, apps, policy, settings, "threads.example", Runnable::run);
        return new Tokens(command, clients, accounts, grants, there, settings);
    }

    /** The app does not ask for this any more. */
    void unlist(Scope scope) {
        new Permissions(apps, appSettings).remove(Actor.OPERATOR, app.id(), scope);
    }

    /** Ann allows it. */
    String code(Scope... scopes) {
        return code(app, HOME, Optional.empty(), scopes);
    }

    String code(App of, String redirectUri, Optional<Challenge> challenge, Scope... scopes) {
        EnumSet<Scope> all = EnumSet.of(Scope.BASIC, scopes);
        return grants.authorize(new Consent(ann, of.id(), redirectUri, all, challenge));
    }

    String shortToken(Scope... scopes) {
        return exchange(code(scopes)).at("/access_token");
    }

    String longToken(Scope... scopes) {
        return tokens.issue(ann, app.id(), EnumSet.of(Scope.BASIC, scopes)).text();
    }

    Answer exchange(String code) {
        return post(
                "/oauth/access_token",
                "client_id",
                app.id().toString(),
                "client_secret",
                secret,
                "grant_type",
                "authorization_code",
                "redirect_uri",
                HOME,
                "code",
                code);
    }

    Answer prolong(String token) {
        return get("/access_token", "grant_type", "th_exchange_token", "client_secret", secret, "access_token", token);
    }

    Answer refresh(String token) {
        return get("/refresh_access_token", "grant_type", "th_refresh_token", "access_token", token);
    }

    Answer me(String token) {
        return get("/me", "access_token", token);
    }

    Answer get(String path, String... parameters) {
        return answer(Request.of("GET", path + "?" + form(parameters)));
    }

    Answer post(String path, String... parameters) {
        return answer(Request.of("POST", path).withBody("application/x-www-form-urlencoded", form(parameters)));
    }

    Answer answer(Request request) {
        return new Answer(graph.answer(request));
    }

    static String form(String... parameters) {
        return IntStream.range(0, parameters.length / 2)
                .mapToObj(
                        i -> parameters[2 * i] + "=" + URLEncoder.encode(parameters[2 * i + 1], StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    static Setting.Values values(Map<String, ?> chosen) {
        return new Setting.Values() {
            @Override
            public <T> T get(Setting<T> setting) {
                Object value = chosen.get(setting.key());
                return value == null ? setting.standard() : setting.type().cast(value);
            }
        };
    }
}
