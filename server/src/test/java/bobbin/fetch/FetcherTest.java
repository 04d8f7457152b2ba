package bobbin.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bobbin.base.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FetcherTest {
    private static final Bounds BOUNDS = new Bounds(1000, Duration.ofSeconds(10));
    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");

    /** Only the name good.test may lead here. */
    private static final FetchSettings SETTINGS = new FetchSettings(
            false,
            Texts.of("Good.test", "other.test"),
            Texts.of("80", "443"),
            "Tester/1",
            Duration.ofSeconds(2),
            false);

    private final List<String> resolved = new ArrayList<>();
    private final Fetcher fetcher = new Fetcher(SETTINGS, this::resolve);

    private List<InetAddress> resolve(String name) throws UnknownHostException {
        resolved.add(name);
        return switch (name) {
            case "good.test", "other.test", "evil.test" -> List.of(HERE);
            case "public.test" -> List.of(InetAddress.ofLiteral("93.184.216.34"));
            case "nobody.test" -> throw new UnknownHostException(name);
            default -> List.of(InetAddress.getAllByName(name));
        };
    }

    @AfterEach
    void close() {
        fetcher.close();
    }

    private static URI at(String host, Origin origin, String path) {
        return URI.create("http://" + host + ":" + origin.port() + path);
    }

    private Fetched get(Origin origin) {
        return fetcher.get(at("good.test", origin, "/a?b=%20c"), BOUNDS);
    }

    private FetchFailed failure(URI address, Bounds bounds) {
        return catchThrowableOfType(FetchFailed.class, () -> fetcher.get(address, bounds));
    }

    private Verdict verdict(Origin origin) {
        return failure(at("good.test", origin, "/"), BOUNDS).verdict();
    }

    @Test
    void fetchesAndKeepsARecord() {
        try (var origin = new Origin(Origin.saying("200 OK\nContent-Type: image/png", "bytes"))) {
            Fetched fetched = get(origin);

            assertThat(fetched.succeeded()).isTrue();
            assertThat(fetched.bodyText()).isEqualTo("bytes");
            assertThat(fetched.contentType()).isEqualTo("image/png");
            assertThat(origin.asked.getFirst())
                    .startsWith("GET /a?b=%20c HTTP/1.1\r\n")
                    .contains("Host: good.test:" + origin.port() + "\r\n", "User-Agent: Tester/1\r\n");
            Hop hop = fetched.hops().getFirst();
            assertThat(hop.place()).isEqualTo("http://good.test:" + origin.port() + "/a");
            assertThat(hop.tls()).isEmpty();
            assertThat(hop.address()).contains(HERE);
            assertThat(hop.status()).hasValue(200);
            assertThat(hop.bytes()).isEqualTo(5);
            assertThat(hop.verdict()).isEqualTo(Verdict.ANSWERED);
            assertThat(hop.time()).isPositive();
        }
    }

    @Test
    void resolvesANameOnlyOnce() {
        try (var origin = new Origin(Origin.saying("200 OK", "bytes"))) {
            get(origin);

            assertThat(resolved).containsExactly("good.test");
        }
    }

    @Test
    void writesWhatIsLargeElsewhere() {
        try (var origin = new Origin(Origin.saying("200 OK", "bytes"))) {
            var file = new ByteArrayOutputStream();
            fetcher.download(at("good.test", origin, "/"), BOUNDS, file);

            assertThat(file.toString(UTF_8)).isEqualTo("bytes");
        }
    }

    @Test
    void leavesTheBodyOfAnErrorAlone() {
        try (var origin = new Origin(Origin.saying("404 Not Found", "bytes"))) {
            Fetched fetched = get(origin);

            assertThat(fetched.status()).isEqualTo(404);
            assertThat(fetched.succeeded()).isFalse();
            assertThat(fetched.body()).isEmpty();
        }
    }

    @Test
    void sendsACallbackAndFollowsNoRedirect() {
        try (var origin = new Origin(Origin.saying("307 Temporary Redirect\nLocation: /elsewhere", ""))) {
            Fetched answer = fetcher.post(
                    at("good.test", origin, "/hook"),
                    BOUNDS,
                    Map.of("Content-Type", "application/x-www-form-urlencoded", "X-Signature", "s"),
                    "signed_request=ü".getBytes(UTF_8));

            assertThat(answer.status()).isEqualTo(307);
            assertThat(origin.asked).hasSize(1);
            assertThat(origin.asked.getFirst())
                    .startsWith("POST /hook HTTP/1.1\r\n")
                    .contains("Content-Type: application/x-www-form-urlencoded\r\n", "X-Signature: s\r\n")
                    .endsWith("\r\n\r\nsigned_request=ü");
        }
    }

    @Test
    void followsRedirects() {
        try (var origin = new Origin((line, out) -> {
            if (line.contains(" /a?")) {
                Origin.saying("302 Found\nLocation: ../b", "never read").answer(line, out);
            } else {
                Origin.saying("200 OK", "there").answer(line, out);
            }
        })) {
            Fetched fetched = get(origin);

            assertThat(fetched.bodyText()).isEqualTo("there");
            assertThat(fetched.hops()).extracting(Hop::verdict).containsExactly(Verdict.REDIRECTED, Verdict.ANSWERED);
            assertThat(resolved).containsExactly("good.test", "good.test");
        }
    }

    @Test
    void tiresOfTheSixthRedirect() {
        try (var origin = new Origin(Origin.saying("301 Moved\nLocation: /again", ""))) {
            assertThat(verdict(origin)).isEqualTo(Verdict.TOO_MANY_REDIRECTS);
            assertThat(origin.asked).hasSize(6);
        }
    }

    @Test
    void looksAtEachRedirectAgain() {
        for (String inside : new String[] {
            "http://127.0.0.1:%d/",
            "http://evil.test:%d/",
            "http://[::1]:%d/",
            "//localhost:%d/",
            "http://[::ffff:127.0.0.1]:%d/",
            "http://0.0.0.0:%d/"
        }) {
            try (var secret = new Origin(Origin.saying("200 OK", "secret"));
                    var origin =
                            new Origin(Origin.saying("302 Found\nLocation: " + inside.formatted(secret.port()), ""))) {
                assertThat(verdict(origin)).as(inside).isEqualTo(Verdict.FORBIDDEN_ADDRESS);
                assertThat(secret.asked).isEmpty();
            }
        }
    }

    @Test
    void refusesRedirectsToOtherKindsOfAddresses() {
        for (String other :
                new String[] {"file:///etc/passwd", "data:text/plain,a", "ftp://good.test/", "http://a:b@good.test/"}) {
            try (var origin = new Origin(Origin.saying("302 Found\nLocation: " + other, ""))) {
                assertThat(verdict(origin)).as(other).isEqualTo(Verdict.BAD_ADDRESS);
            }
        }
    }

    @Test
    void refusesWhatIsNoAddressOfTheWeb() {
        for (String address :
                new String[] {"file:///etc/passwd", "/relative", "http:///path", "http://u@good.test/", "mailto:a@b"}) {
            FetchFailed failed = failure(URI.create(address), BOUNDS);

            assertThat(failed.verdict()).as(address).isEqualTo(Verdict.BAD_ADDRESS);
        }
        assertThat(resolved).isEmpty();
    }

    @Test
    void refusesNamesThatLeadInside() {
        try (var secret = new Origin(Origin.saying("200 OK", "secret"))) {
            for (String host : new String[] {"evil.test", "127.0.0.1", "[::1]", "localhost", "LOCALHOST"}) {
                assertThat(failure(at(host, secret, "/"), BOUNDS).verdict())
                        .as(host)
                        .isEqualTo(Verdict.FORBIDDEN_ADDRESS);
            }
            for (String strange :
                    new String[] {"127.1", "0", "2130706433", "0x7f.1", "0177.0.0.1", "0x7f000001", "127.0.0.1."}) {
                assertThat(failure(at(strange, secret, "/"), BOUNDS).verdict())
                        .as(strange)
                        .isEqualTo(Verdict.BAD_ADDRESS);
            }
            assertThat(secret.asked).isEmpty();
        }
    }

    @Test
    void asksOnlyPortsOfTheWeb() {
        for (String address :
                new String[] {"http://public.test:22/", "https://public.test:6379/", "http://public.test:81/"}) {
            assertThat(failure(URI.create(address), BOUNDS).verdict())
                    .as(address)
                    .isEqualTo(Verdict.FORBIDDEN_PORT);
        }
    }

    @Test
    void saysWhenNobodyIsThere() throws IOException {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertThat(failure(URI.create("http://nobody.test/"), BOUNDS).verdict()).isEqualTo(Verdict.UNKNOWN_HOST);
        assertThat(failure(URI.create("http://good.test:" + free), BOUNDS).verdict())
                .isEqualTo(Verdict.UNREACHABLE);
    }

    @Test
    void encryptsAndNamesTheHost() throws Exception {
        try (var server = new ServerSocket(0, 50, HERE);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var greeting = threads.submit(() -> {
                try (var socket = server.accept()) {
                    return new String(socket.getInputStream().readNBytes(200), ISO_8859_1);
                }
            });
            FetchFailed failed = failure(URI.create("https://good.test:" + server.getLocalPort() + "/secret"), BOUNDS);

            assertThat(failed.verdict()).isEqualTo(Verdict.UNTRUSTED);
            assertThat(greeting.get())
                    .startsWith("\u0016\u0003")
                    .contains("good.test")
                    .doesNotContain("secret");
        }
    }

    @Test
    void triesTheNextAddressOfAName() {
        Resolver two = _ -> List.of(InetAddress.ofLiteral("127.0.0.99"), HERE);
        try (var origin = new Origin(Origin.saying("200 OK", "bytes"));
                var careful = new Fetcher(SETTINGS, two)) {
            Fetched fetched = careful.get(at("good.test", origin, "/"), BOUNDS);

            assertThat(fetched.hops().getFirst().address()).contains(HERE);
        }
    }

    @Test
    void fetchesAnythingInDevelopment() {
        var open = new FetchSettings(true, Texts.NONE, Texts.NONE, "Tester/1", Duration.ofSeconds(2), false);
        try (var origin = new Origin(Origin.saying("200 OK", "bytes"));
                var developer = new Fetcher(open, this::resolve)) {
            assertThat(developer.get(at("127.0.0.1", origin, "/"), BOUNDS).bodyText())
                    .isEqualTo("bytes");
        }
    }

    @Test
    void writesNoQueryIntoItsRecord() {
        FetchFailed failed = failure(URI.create("http://nobody.test/path?token=secret"), BOUNDS);

        assertThat(failed.getMessage()).contains("url=http://nobody.test/path ").doesNotContain("secret");
    }
}
