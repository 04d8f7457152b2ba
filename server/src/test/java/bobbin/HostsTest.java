package bobbin;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.base.Setting;
import bobbin.http.HttpSettings;
import bobbin.http.Request;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HostsTest {
    private static final Request.Sender NEARBY = new Request.Sender("127.0.0.1", "localhost:8080", false);

    @Test
    void tellsRolesApartByPathWhereNoNamesAreConfigured() {
        Hosts hosts = hosts(Map.of());

        assertThat(hosts.role(request("/login", "localhost:8080"))).isEqualTo(Role.WEB);
        assertThat(hosts.role(request("/v1.0/me", "localhost:8080"))).isEqualTo(Role.GRAPH);
    }

    @Test
    void tellsRolesApartByHostWhereTheyHaveNames() {
        Hosts hosts = hosts(
                Map.of("hosts.graph", "https://graph.threads.example", "hosts.web", "https://Threads.example:8443"));

        assertThat(hosts.role(request("/login", "Graph.threads.example"))).isEqualTo(Role.GRAPH);
        assertThat(hosts.role(request("/me", "threads.example:8443"))).isEqualTo(Role.WEB);
        assertThat(hosts.role(request("/me", "10.0.0.1:8080"))).isEqualTo(Role.GRAPH);
        assertThat(hosts.role(request("/login", "10.0.0.1:8080"))).isEqualTo(Role.WEB);
    }

    @Test
    void tellsRolesApartByPathWhereTheyShareOneName() {
        Hosts hosts =
                hosts(Map.of("hosts.graph", "https://threads.example", "hosts.web", "https://threads.example:443"));

        assertThat(hosts.role(request("/login", "threads.example"))).isEqualTo(Role.WEB);
        assertThat(hosts.role(request("/me", "threads.example"))).isEqualTo(Role.GRAPH);
    }

    @Test
    void findsFilesOnEveryHostAndNothingElseOnTheirOwn() {
        Hosts shared =
                hosts(Map.of("hosts.graph", "https://graph.threads.example", "hosts.web", "https://threads.example"));
        Hosts apart = hosts(Map.of(
                "hosts.graph", "https://graph.threads.example",
                "hosts.web", "https://threads.example",
                "hosts.media", "https://media.threads.example"));

        assertThat(shared.role(request("/media/a.jpg", "graph.threads.example")))
                .isEqualTo(Role.MEDIA);
        assertThat(shared.role(request("/media/a.jpg", "threads.example"))).isEqualTo(Role.MEDIA);
        assertThat(hosts(Map.of()).role(request("/media/a.jpg", "localhost:8080")))
                .isEqualTo(Role.MEDIA);
        assertThat(apart.role(request("/login", "media.threads.example"))).isEqualTo(Role.MEDIA);
        assertThat(apart.role(request("/me", "media.threads.example"))).isEqualTo(Role.MEDIA);
        assertThat(apart.role(request("/me", "graph.threads.example"))).isEqualTo(Role.GRAPH);
    }

    private static Hosts hosts(Map<String, String> bases) {
        Setting.Values values = new Setting.Values() {
            @Override
            public <T> T get(Setting<T> setting) {
                return bases.containsKey(setting.key())
                        ? setting.type().cast(URI.create(bases.get(setting.key())))
                        : setting.standard();
            }
        };
        return new Hosts(
                HttpSettings.from(values),
                request -> request.path().equals("/login"),
                request -> request.path().startsWith("/media/"));
    }

    private static Request request(String path, String host) {
        return Request.of("GET", path).from(new Request.Sender(NEARBY.remote(), host, true));
    }
}
