package bobbin.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bobbin.base.Setting;
import bobbin.base.Texts;
import bobbin.http.Request.Sender;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.junit.jupiter.api.Test;

class SendersTest {
    private static final Headers HEAD = Headers.NONE
            .and("Host", "inside:8080")
            .and("X-Forwarded-For", "6.6.6.6, 203.0.113.9")
            .and("X-Forwarded-For", "10.1.2.3")
            .and("X-Forwarded-Proto", "https")
            .and("X-Forwarded-Host", "threads.example");

    private static Sender sender(String peer, Headers headers, String... proxies) {
        var local = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 8080);
        return new Senders(Texts.of(proxies))
                .of(new InetSocketAddress(InetAddress.ofLiteral(peer), 4711), local, headers);
    }

    @Test
    void believesNobodyByDefault() {
        assertThat(sender("10.0.0.1", HEAD)).isEqualTo(new Sender("10.0.0.1", "inside:8080", false));
    }

    @Test
    void believesATrustedProxy() {
        assertThat(sender("10.0.0.1", HEAD, "10.0.0.0/8"))
                .isEqualTo(new Sender("203.0.113.9", "threads.example", true));
        assertThat(sender("fd00::1", HEAD, "fd00::/8", "10.1.2.3"))
                .isEqualTo(new Sender("203.0.113.9", "threads.example", true));
    }

    @Test
    void staysWithTheProxyIfItSaysNothingUseful() {
        var empty =
                Headers.NONE.and("Host", "a").and("X-Forwarded-For", "unknown").and("X-Forwarded-Host", "a/b");

        assertThat(sender("10.0.0.1", empty, "10.0.0.1")).isEqualTo(new Sender("10.0.0.1", "a", false));
    }

    @Test
    void trustsExactlyTheRange() {
        for (String outside : new String[] {"10.64.0.0", "9.255.255.255", "::a00:1", "fd00::1"}) {
            assertThat(sender(outside, HEAD, "10.0.0.0/10").secure())
                    .as(outside)
                    .isFalse();
        }
        assertThat(sender("10.63.255.255", HEAD, "10.0.0.0/10").secure()).isTrue();
        assertThat(sender("8.8.8.8", HEAD, "0.0.0.0/0").secure()).isTrue();
    }

    @Test
    void hasAddressesForLinks() {
        var request = Request.of("GET", "/").from(new Sender("10.0.0.1", "me.example:8443", true));
        var standard = HttpSettings.from(Setting::standard);
        var named = new HttpSettings(
                standard.host(),
                0,
                0,
                URI.create("https://graph.example/"),
                URI.create("http://localhost:8080"),
                URI.create(""),
                Texts.NONE,
                standard.limits());

        assertThat(new PublicUrls(standard).graph(request)).isEqualTo("https://me.example:8443");
        assertThat(new PublicUrls(named).graph(request)).isEqualTo("https://graph.example");
        assertThat(new PublicUrls(named).web(request)).isEqualTo("http://localhost:8080");
        assertThat(new PublicUrls(named).media(request)).isEqualTo("https://me.example:8443");
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        refuses("http.port", 70_000, "http.port is 0 to 65535, not 70000");
        refuses(
                "hosts.graph",
                URI.create("threads.example"),
                "hosts.graph is an address such as https://threads.example, not threads.example");
        refuses(
                "hosts.web",
                URI.create("https://a/?b"),
                "hosts.web is an address such as https://threads.example, not https://a/?b");
        refuses("http.body_limit", 10, "http.body_limit is 1024 to 1073741824, not 10");
        refuses(
                "http.trusted_proxies",
                Texts.of("10.0.0.0/33"),
                "http.trusted_proxies has addresses and ranges such as 10.0.0.0/8, not 10.0.0.0/33");
        refuses(
                "http.trusted_proxies",
                Texts.of("proxy"),
                "http.trusted_proxies has addresses and ranges such as 10.0.0.0/8, not proxy");
    }

    private static void refuses(String key, Object value, String message) {
        Setting.Values values = new Setting.Values() {
            @Override
            public <T> T get(Setting<T> setting) {
                return setting.key().equals(key) ? setting.type().cast(value) : setting.standard();
            }
        };
        assertThatThrownBy(() -> HttpSettings.from(values)).hasMessage(message);
    }
}
