package bobbin.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bobbin.base.Texts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeptConnectionsTest {
    private static final Bounds BOUNDS = new Bounds(100, Duration.ofSeconds(10));
    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");
    private static final FetchSettings SETTINGS =
            new FetchSettings(false, Texts.of("good.test"), Texts.NONE, "Tester/1", Duration.ofSeconds(2), false);

    private List<InetAddress> leadsTo = List.of(HERE);
    private int resolved;
    private final Fetcher fetcher = new Fetcher(SETTINGS, name -> {
        resolved++;
        return name.endsWith(".test") ? leadsTo : List.of(InetAddress.getAllByName(name));
    });

    @AfterEach
    void close() {
        fetcher.close();
    }

    private static URI at(String host, Origin origin) {
        return URI.create("http://" + host + ":" + origin.port() + "/hook");
    }

    private Fetched ask(Origin origin) {
        return fetcher.ask("POST", at("good.test", origin), BOUNDS, Map.of(), "body".getBytes(UTF_8));
    }

    private Verdict failure(String host, Origin origin) {
        return catchThrowableOfType(
                        FetchFailed.class, () -> fetcher.ask("POST", at(host, origin), BOUNDS, Map.of(), new byte[0]))
                .verdict();
    }

    @Test
    void servesWhoeverIsAskedAgain() {
        try (var origin = new Origin(Origin.saying("200 OK", "fine")).keeping()) {
            for (int i = 1; i <= 3; i++) {
                assertThat(ask(origin).bodyText()).isEqualTo("fine");
                assertThat(resolved).isEqualTo(i);
            }

            assertThat(origin.asked).hasSize(3).allMatch(request -> request.endsWith("\r\n\r\nbody"));
            assertThat(origin.connections).hasValue(1);
        }
    }

    @Test
    void keepsNoneThatFetchesForStrangers() {
        try (var origin = new Origin(Origin.saying("200 OK", "fine")).keeping()) {
            fetcher.get(at("good.test", origin), BOUNDS);
            fetcher.get(at("good.test", origin), BOUNDS);

            assertThat(origin.connections).hasValue(2);
        }
    }

    @Test
    void goesNowhereElseThanTheNameLeadsNow() {
        try (var origin = new Origin(Origin.saying("200 OK", "fine")).keeping()) {
            ask(origin);
            leadsTo = List.of(InetAddress.ofLiteral("127.0.0.99"));

            assertThat(failure("good.test", origin)).isEqualTo(Verdict.UNREACHABLE);
            leadsTo = List.of(HERE);
            assertThat(failure("bad.test", origin)).isEqualTo(Verdict.FORBIDDEN_ADDRESS);
            assertThat(origin.asked).hasSize(1);
        }
    }

    @Test
    void isNoFailureWhenTheOtherSideHasClosedIt() {
        try (var origin = new Origin(Origin.saying("200 OK", "fine"))) {
            for (int i = 0; i < 50; i++) {
                assertThat(ask(origin).bodyText()).isEqualTo("fine");
            }

            assertThat(origin.asked).hasSize(50);
        }
    }

    @Test
    void isNotKeptWithAnAnswerHalfRead() {
        try (var origin = new Origin(Origin.saying("200 OK", "x".repeat(101))).keeping()) {
            assertThat(ask(origin).bodyText()).hasSize(100);
            assertThat(ask(origin).bodyText()).hasSize(100);

            assertThat(origin.connections).hasValue(2);
        }
    }

    @Test
    void areTriedBeforeANewOneThatMayFail() {
        var requests = new AtomicInteger();
        try (var origin = new Origin((line, out) -> {
                    if (requests.getAndIncrement() > 0) {
                        throw new IOException("no more");
                    }
                    Origin.saying("200 OK", "fine").answer(line, out);
                })
                .keeping()) {
            ask(origin);

            assertThat(failure("good.test", origin)).isEqualTo(Verdict.BROKEN);
            assertThat(origin.asked).hasSize(3);
            assertThat(origin.connections).hasValue(2);
        }
    }
}
