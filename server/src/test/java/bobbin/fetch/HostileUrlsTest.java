package bobbin.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import bobbin.base.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Addresses that must never be asked (04 §7.3, §20), each given by a client and once more by a server that redirects there. */
class HostileUrlsTest {
    private static final Pattern HIDDEN = Pattern.compile("\\\\u([0-9a-f]{4})");
    private static final Bounds BOUNDS = new Bounds(1000, Duration.ofSeconds(10));
    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");
    private static final Set<Verdict> REFUSED =
            Set.of(Verdict.BAD_ADDRESS, Verdict.FORBIDDEN_ADDRESS, Verdict.FORBIDDEN_PORT, Verdict.UNKNOWN_HOST);

    /** What names lead to; all others lead to this machine. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("public.test", "93.184.216.34"),
            Map.entry("mapped.test", "::ffff:10.0.0.1"),
            Map.entry("loop6.test", "::1"),
            Map.entry("linklocal.test", "fe80::1"),
            Map.entry("nat64.test", "64:ff9b::a00:1"),
            Map.entry("sixtofour.test", "2002:7f00:1::1"),
            Map.entry("teredo.test", "2001:0:4136:e378:8000:63bf:80ff:fffe"),
            Map.entry("broadcast.test", "255.255.255.255"),
            Map.entry("zero.test", "0.0.0.0"),
            Map.entry("multicast.test", "224.0.0.1"),
            Map.entry("cloud.test", "169.254.169.254"));

    private final Fetcher fetcher = new Fetcher(
            new FetchSettings(
                    false,
                    Texts.of("good.test"),
                    Texts.of("80", "443", "8080", "8443"),
                    "Tester/1",
                    Duration.ofSeconds(2),
                    false),
            HostileUrlsTest::resolve);

    private static List<InetAddress> resolve(String name) throws UnknownHostException {
        try {
            return List.of(InetAddress.ofLiteral(NAMES.getOrDefault(name, name)));
        } catch (IllegalArgumentException _) {
            return List.of(HERE);
        }
    }

    private static List<String> corpus() {
        try (InputStream in = HostileUrlsTest.class.getResourceAsStream("hostile-urls.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("# "))
                    .map(line -> HIDDEN.matcher(line)
                            .replaceAll(found ->
                                    Matcher.quoteReplacement(Character.toString(Integer.parseInt(found.group(1), 16)))))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void close() {
        fetcher.close();
    }

    private Verdict verdict(URI address) {
        try {
            return fetcher.get(address, BOUNDS).hops().getLast().verdict();
        } catch (FetchFailed e) {
            return e.verdict();
        }
    }

    @Test
    void knowsMoreThanFourHundred() {
        assertThat(corpus()).hasSizeGreaterThan(400).doesNotHaveDuplicates();
    }

    @Test
    void asksNoneOfThem() {
        for (String line : corpus()) {
            Optional<URI> address = WebUrl.parse(line);
            Optional<URI> asItStands = asItStands(line);

            Stream.of(address, asItStands)
                    .flatMap(Optional::stream)
                    .forEach(uri -> assertThat(verdict(uri)).as(line).isIn(REFUSED));
        }
    }

    private static Optional<URI> asItStands(String line) {
        try {
            return Optional.of(URI.create(line));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    @Test
    void followsNoRedirectToThem() {
        for (String line : corpus()) {
            if (line.chars().anyMatch(c -> c < ' ')) {
                continue; // does not fit into one line of a head
            }
            try (var origin = new Origin(Origin.saying("302 Found\nLocation: " + line, ""))) {
                Verdict verdict = verdict(URI.create("http://good.test:" + origin.port() + "/"));

                if (verdict != Verdict.TOO_MANY_REDIRECTS && verdict != Verdict.ANSWERED) {
                    assertThat(verdict).as(line).isIn(REFUSED);
                } else {
                    assertThat(line).as("leads to the same server").doesNotContainPattern("(?i)^\\s*(https?:|//)");
                }
            }
        }
    }

    @Test
    void looksAtANameAgainWhenItIsAskedAgain() {
        var calls = new AtomicInteger();
        Resolver rebinding = name -> name.equals("good.test")
                ? List.of(HERE)
                : List.of(InetAddress.ofLiteral(calls.getAndIncrement() % 2 == 0 ? "10.0.0.1" : "127.0.0.1"));
        var settings = new FetchSettings(
                false, Texts.of("good.test"), Texts.of("80"), "Tester/1", Duration.ofSeconds(2), false);
        try (var careful = new Fetcher(settings, rebinding);
                var origin = new Origin(Origin.saying("302 Found\nLocation: http://flip.test/", ""))) {
            for (int i = 0; i < 4; i++) {
                try {
                    careful.get(URI.create("http://good.test:" + origin.port()), BOUNDS);
                    throw new AssertionError("It was asked");
                } catch (FetchFailed e) {
                    assertThat(e.verdict()).isEqualTo(Verdict.FORBIDDEN_ADDRESS);
                }
            }
        }
        assertThat(calls).hasValue(4);
    }

    @Test
    void keepsOnlyThePublicAddressesOfAName() throws UnknownHostException {
        Resolver mixed = _ -> Stream.of("10.0.0.1", "93.184.216.34", "::1")
                .map(InetAddress::ofLiteral)
                .toList();
        var settings = new FetchSettings(false, Texts.NONE, Texts.of("80"), "Tester/1", Duration.ofSeconds(2), false);

        assertThat(new Guard(settings, mixed).admitted("mixed.test"))
                .containsExactly(InetAddress.ofLiteral("93.184.216.34"));
    }
}
