package bobbin;

import static java.nio.charset.StandardCharsets.UTF_8;

import bobbin.account.SignUp;
import bobbin.app.Actor;
import bobbin.app.App;
import bobbin.app.AppSettings;
import bobbin.base.DataDirectory;
import bobbin.base.Id;
import bobbin.base.OperatorKey;
import bobbin.base.Scope;
import bobbin.base.Setting;
import bobbin.fetch.FetchSettings;
import bobbin.graph.Graph;
import bobbin.http.PublicUrls;
import bobbin.http.Request;
import bobbin.webhook.Courier;
import bobbin.webhook.Delivery;
import bobbin.webhook.Field;
import bobbin.webhook.NoticeFields;
import bobbin.webhook.Topic;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** People, an app that all of them use, and the server of that app: the whole of Bobbin but for the sockets. */
final class HookTown implements AutoCloseable {
    static final String WEB = "https://www.threads.example";

    final Fixture fixture;
    Parts parts;
    Graph graph;
    Courier courier;
    NoticeFields words;
    final Hook hook = new Hook();
    final Id demo;
    final String appToken;
    private final Map<String, Id> people = new HashMap<>();
    /** Those that went on without a database. */
    private final List<Courier> failed = new ArrayList<>();

    HookTown(Fixture fixture) {
        this(fixture, Map.of());
    }

    HookTown(Fixture fixture, Map<String, Object> more) {
        this.fixture = fixture;
        fixture.database.close();
        open(more);
        for (String name : List.of("ann", "bob", "cleo", "dan")) {
            people.put(
                    name,
                    parts.people
                            .accounts
                            .create(SignUp.of(name, "password of " + name))
                            .id());
        }
        App app = parts.platform.apps.create(Actor.OPERATOR, person("dan"), "Demo");
        demo = app.id();
        appToken = "TH|" + demo + "|" + parts.platform.apps.secret(app).text();
    }

    private void open(Map<String, Object> more) {
        Settings settings = settings(fixture, more);
        parts = Parts.of(settings, fixture.time);
        PublicUrls urls = new PublicUrls(settings.http());
        graph = Api.graph(parts, settings, urls);
        words = Bobbin.words(parts, settings, urls, () -> WEB);
        courier = Bobbin.courier(parts, settings, urls, () -> WEB);
    }

    private static Settings settings(Fixture fixture, Map<String, Object> more) {
        Map<String, Object> chosen = new HashMap<>(Map.of(
                DataDirectory.SETTING.key(),
                fixture.settings.directory(),
                "database.url",
                fixture.settings.url(),
                OperatorKey.SETTING.key(),
                "0123456789abcdef".repeat(4),
                AppSettings.HTTP_LOOPBACK.key(),
                true,
                FetchSettings.ALLOW_PRIVATE.key(),
                true,
                "http.web_url",
                URI.create(WEB),
                "http.media_url",
                URI.create("https://media.threads.example")));
        chosen.putAll(more);
        return Settings.from(new Setting.Values() {
            @Override
            public <T> T get(Setting<T> setting) {
                return setting.type().cast(chosen.getOrDefault(setting.key(), setting.standard()));
            }
        });
    }

    /** Stops in order, and starts again with these settings. */
    void restart(Map<String, Object> more) {
        courier.close();
        parts.close();
        open(more);
    }

    /** Starts again after the machine has failed in the midst of whatever it did. */
    void fail() {
        parts.tools.database.close();
        failed.add(courier);
        open(Map.of());
    }

    Id person(String name) {
        return Objects.requireNonNull(people.get(name));
    }

    /** Lets the app act for somebody, who has allowed it everything. */
    String token(String name) {
        return token(name, EnumSet.allOf(Scope.class));
    }

    String token(String name, Set<Scope> scopes) {
        return parts.platform.tokens.issue(person(name), demo, scopes).text();
    }

    /** The id by which the app knows somebody. */
    String scoped(String name) {
        return parts.platform.scopedIds.of(demo, person(name)).toString();
    }

    /** Wants to be told of these. */
    void subscribe(Field... fields) {
        for (Topic topic : Topic.values()) {
            Set<Field> own = EnumSet.noneOf(Field.class);
            List.of(fields).stream().filter(field -> field.topic() == topic).forEach(own::add);
            if (!own.isEmpty()) {
                parts.telling.subscriptions.subscribe(Actor.OPERATOR, demo, topic, hook.address(), Hook.TOKEN, own);
            }
        }
    }

    /** Publishes a text, a second after whatever was before; the id of the post. */
    String post(String name, String text, String... more) {
        fixture.time.pass(Duration.ofSeconds(1));
        String[] all = new String[more.length + 6];
        System.arraycopy(new String[] {"media_type", "TEXT", "auto_publish_text", "true", "text", text}, 0, all, 0, 6);
        System.arraycopy(more, 0, all, 6, more.length);
        return call("POST", "/me/threads", token(name), all).at("/id");
    }

    GraphClient.Answer call(String method, String path, String token, String... parameters) {
        StringBuilder query = new StringBuilder("access_token=" + URLEncoder.encode(token, UTF_8));
        for (int i = 0; i < parameters.length; i += 2) {
            query.append('&').append(parameters[i]).append('=').append(URLEncoder.encode(parameters[i + 1], UTF_8));
        }
        return new GraphClient.Answer(graph.answer(Request.of(method, path + "?" + query)));
    }

    /** Tells whatever is to be told, and gives what has come since the last time. */
    List<Hook.Received> told() {
        int before = hook.received.size();
        courier.runDue();
        return List.copyOf(hook.received.subList(before, hook.received.size()));
    }

    List<Delivery> log() {
        return parts.telling.deliveries.log(demo, 500);
    }

    @Override
    public void close() {
        failed.forEach(Courier::close);
        courier.close();
        parts.close();
        hook.close();
    }
}
