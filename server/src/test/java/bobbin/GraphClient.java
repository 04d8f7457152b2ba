package bobbin;

import bobbin.base.Fidelity;
import bobbin.base.Id;
import bobbin.base.Scope;
import bobbin.base.Setting;
import bobbin.graph.Graph;
import bobbin.graph.GraphPart;
import bobbin.graph.GraphSettings;
import bobbin.graph.Meter;
import bobbin.graph.Viewer;
import bobbin.http.HttpSettings;
import bobbin.http.PublicUrls;
import bobbin.http.Request;
import bobbin.http.Response;
import bobbin.json.Json;
import bobbin.json.Node;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Calls the API without a socket, as one viewer who is always let in. */
public final class GraphClient {
    /** The id of the viewer's account on the wire. */
    public static final String SCOPED_ID = "1234567890123456";

    private final Graph graph;

    public GraphClient(InstantSource time, Id account, Set<Scope> scopes, GraphPart... parts) {
        this(time, new Viewer(new Id(1), Optional.of(account), Optional.of(SCOPED_ID), scopes), Fidelity.META, parts);
    }

    public GraphClient(InstantSource time, Viewer viewer, Fidelity fidelity, GraphPart... parts) {
        GraphSettings settings = GraphSettings.from(new Setting.Values() {
            @Override
            public <T> T get(Setting<T> setting) {
                Object chosen = setting.equals(Fidelity.SETTING)
                        ? fidelity
                        : fidelity == Fidelity.META
                                ? setting.underMeta().orElse(setting.standard())
                                : setting.standard();
                return setting.type().cast(chosen);
            }
        });
        PublicUrls urls = new PublicUrls(HttpSettings.from(Setting::standard));
        this.graph = new Graph((_, _) -> viewer, Meter.NONE, settings, urls, time, List.of(parts));
    }

    /** What came back. */
    public record Answer(Response response) {
        public int status() {
            return response.status();
        }

        public String text() {
            return response.bodyText();
        }

        /** The value at a place such as {@code /data/0/id}, as text; fails if there is none. */
        public String at(String place) {
            return find(place).orElseThrow(() -> new AssertionError("Nothing at " + place + " of " + text()));
        }

        public boolean has(String place) {
            return find(place).isPresent();
        }

        private Optional<String> find(String place) {
            Optional<Node> value = Optional.of(Json.parse(text()));
            for (String step : place.substring(1).split("/", -1)) {
                value = value.flatMap(node -> node.isArray()
                        ? node.items().stream().skip(Integer.parseInt(step)).findFirst()
                        : node.get(step));
            }
            return value.flatMap(Node::text);
        }
    }

    public Answer get(String path, String... parameters) {
        return call("GET", path, parameters);
    }

    public Answer delete(String path, String... parameters) {
        return call("DELETE", path, parameters);
    }

    /** Sends the parameters as a form. */
    public Answer post(String path, String... parameters) {
        return answer(Request.of("POST", path + "?access_token=t")
                .withBody("application/x-www-form-urlencoded", form(parameters)));
    }

    public Answer answer(Request request) {
        return new Answer(graph.answer(request));
    }

    private Answer call(String method, String path, String... parameters) {
        return answer(Request.of(method, path + "?access_token=t&" + form(parameters)));
    }

    private static String form(String... parameters) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < parameters.length; i += 2) {
            form.append(parameters[i])
                    .append('=')
                    .append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8))
                    .append('&');
        }
        return form.toString();
    }
}
