package bobbin;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bobbin.app.Actor;
import bobbin.base.Id;
import bobbin.base.Scope;
import bobbin.fetch.Origin;
import bobbin.fetch.SelfSigned;
import bobbin.webhook.Delivery;
import bobbin.webhook.Delivery.State;
import bobbin.webhook.Field;
import bobbin.webhook.Topic;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers of apps that do what they should not: none of them costs others anything (12 §12.7). */
class HostileReceiversTest {
    private static final Pattern CHALLENGE = Pattern.compile("hub\\.challenge=([0-9]+)");

    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final HookTown town = new HookTown(fixture, Map.of("webhooks.timeout", TIMEOUT));
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<Origin> origins = new ArrayList<>();

    @AfterEach
    void close() {
        end.countDown();
        town.close();
        origins.forEach(Origin::close);
    }

    @ParameterizedTest
    @ValueSource(strings = {"200 OK", "500 Internal Server Error"})
    void gigabytesAreNotRead(String status) {
        Delivery delivery = delivered((_, out) -> {
            out.write(("HTTP/1.1 " + status + "\r\nContent-Length: 1073741824\r\n\r\n").getBytes(US_ASCII));
            byte[] piece = new byte[1 << 20];
            for (int i = 0; i < 1024; i++) {
                out.write(piece);
            }
        });

        assertThat(delivery.last().shownStatus()).isEqualTo(status.substring(0, 3));
        assertThat(delivery.state() == State.DELIVERED).isEqualTo(status.startsWith("2"));
        assertThat(delivery.last().answer()).hasSizeLessThanOrEqualTo(1024);
        assertThat(delivery.last().took()).isLessThan(TIMEOUT);
    }

    @Test
    void hangingIsAFailure() {
        assertThat(fault((_, _) -> await())).isEqualTo("it took too long");
    }

    /** The time is that of the whole exchange, so that one sign after the other does not stretch it. */
    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nX-Drip: "})
    void drippingAHeadIsAFailure(String beginning) {
        assertThat(fault((_, out) -> drip(beginning, out))).isEqualTo("it took too long");
        assertThat(town.log().getFirst().last().took()).isBetween(TIMEOUT, TIMEOUT.multipliedBy(3));
    }

    /** The status has come, and nobody waits for ever for the end of a body that we do not need. */
    @Test
    void drippingABodyIsNone() {
        Delivery delivery = delivered((_, out) -> drip("HTTP/1.1 200 OK\r\n\r\n", out));

        assertThat(delivery.state()).isEqualTo(State.DELIVERED);
        assertThat(delivery.last().took()).isLessThan(TIMEOUT.multipliedBy(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 100 Continue\r\n\r\n", "HTTP/1.1 200 OK\r\n", "X: more\r\n", "x"})
    void aHeadWithoutEndIsAFailure(String piece) {
        assertThat(fault((_, out) -> {
                    out.write("HTTP/1.1 200 OK\r\n".getBytes(US_ASCII), 0, piece.startsWith("HTTP") ? 0 : 17);
                    while (end.getCount() > 0) {
                        out.write(piece.getBytes(US_ASCII));
                    }
                }))
                .isIn("the connection broke off", "it took too long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 2", "HTTP/1.1 200 OK\r\nContent-Le", "SSH-2.0-OpenSSH_9.9\r\n"})
    void closingWithinTheHeadIsAFailure(String beginning) {
        assertThat(fault((_, out) -> out.write(beginning.getBytes(US_ASCII)))).isEqualTo("the connection broke off");
    }

    @Test
    void closingWithinTheBodyIsNone() {
        Delivery delivery = delivered(
                (_, out) -> out.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nthank".getBytes(US_ASCII)));

        assertThat(delivery.state()).isEqualTo(State.DELIVERED);
        assertThat(delivery.last().answer()).isEqualTo("thank");
    }

    @Test
    void beingAwayIsAFailure() {
        town.token("ann");
        Origin origin = open((_, _) -> {}, ServerSocketFactory.getDefault());
        subscribe("http", origin);
        origin.close();

        assertThat(told().last().answer()).isEqualTo("nobody there takes the connection");
    }

    @Test
    void redirectsAreNotFollowed() {
        Delivery delivery = delivered(Origin.saying("302 Found\nLocation: " + town.hook.address(), ""));

        assertThat(delivery.state()).isEqualTo(State.WAITING);
        assertThat(delivery.last().shownStatus()).isEqualTo("302");
        assertThat(town.hook.received).isEmpty();
    }

    /** 12 §12.3: a certificate that nobody else has signed is believed in a laboratory only. */
    @Test
    void aCertificateThatIsNotValidIsAFailure() {
        Origin origin = open(Origin.saying("200 OK", ""), SelfSigned.sockets());
        assertThatThrownBy(() -> subscribe("https", origin)).hasMessageEndingWith("its certificate is not valid");

        town.restart(Map.of("webhooks.allow_insecure_callbacks", true));
        town.token("ann");
        subscribe("https", origin);
        assertThat(told().state()).isEqualTo(State.DELIVERED);

        town.restart(Map.of());
        assertThat(told().last().answer()).isEqualTo("its certificate is not valid");
    }

    /** A receiver that hangs keeps nobody waiting: before it has failed once, another has heard everything. */
    @Test
    void aHangingReceiverDelaysNobody() {
        town.restart(Map.of("webhooks.timeout", Duration.ofSeconds(30)));
        subscribe("http", open((_, _) -> await(), ServerSocketFactory.getDefault()));
        Id other = town.parts
                .platform
                .apps
                .create(Actor.OPERATOR, town.person("dan"), "Other")
                .id();
        town.parts.platform.tokens.issue(town.person("ann"), other, EnumSet.allOf(Scope.class));
        town.parts.telling.subscriptions.subscribe(
                Actor.OPERATOR, other, Topic.INTERACTION, town.hook.address(), Hook.TOKEN, Set.of(Field.PUBLISH));
        town.token("ann");
        town.courier.start();
        for (int i = 0; i < 20; i++) {
            town.post("ann", "Post " + i);
        }
        for (int i = 0; i < 20; i++) {
            town.hook.next();
        }

        assertThat(town.log())
                .hasSize(20)
                .allMatch(delivery -> delivery.last().sentAt().isEmpty());
        assertThat(town.courier.running()).isLessThanOrEqualTo(16);
        end.countDown();
    }

    /** What was being sent when the machine failed is sent again, the same under the same id, though the receiver may have it. */
    @Test
    void whatWasOnItsWayWhenTheMachineFailedIsSentAgain() {
        CountDownLatch came = new CountDownLatch(1);
        Origin origin = open(
                (_, out) -> {
                    boolean first = came.getCount() > 0;
                    came.countDown();
                    if (first) {
                        await();
                    }
                    Origin.saying("200 OK", "").answer("", out);
                },
                ServerSocketFactory.getDefault());
        subscribe("http", origin);
        town.token("ann");
        town.courier.start();
        town.post("ann", "Hello");
        await(came);
        town.fail();
        fixture.time.pass(Duration.ofMinutes(2)); // by then another server's claim has ended, too
        town.courier.runDue();

        assertThat(town.log().getFirst().state()).isEqualTo(State.DELIVERED);
        List<String> sent =
                origin.asked.stream().filter(asked -> asked.startsWith("POST")).toList();
        assertThat(sent).hasSize(2);
        assertThat(sent).extracting(HostileReceiversTest::body).containsOnly(body(sent.getFirst()));
        assertThat(sent)
                .extracting(HostileReceiversTest::id)
                .containsOnly(town.log().getFirst().id().toString());
    }

    /** How the log says that it went wrong. */
    private String fault(Origin.Script script) {
        Delivery delivery = delivered(script);
        assertThat(delivery.state()).isEqualTo(State.WAITING);
        assertThat(delivery.last().shownStatus()).isEmpty();
        return delivery.last().answer();
    }

    private Delivery delivered(Origin.Script script) {
        town.token("ann");
        subscribe("http", open(script, ServerSocketFactory.getDefault()));
        return told();
    }

    private Delivery told() {
        town.post("ann", "Hello");
        town.courier.runDue();
        return town.log().getFirst();
    }

    /** A receiver that passes the verification, and then does this. */
    private Origin open(Origin.Script script, ServerSocketFactory sockets) {
        Origin origin = new Origin(
                (line, out) -> {
                    Matcher challenge = CHALLENGE.matcher(line);
                    if (challenge.find()) {
                        Origin.saying("200 OK", challenge.group(1)).answer("", out);
                    } else {
                        script.answer(line, out);
                    }
                },
                sockets);
        origins.add(origin);
        return origin;
    }

    private void subscribe(String scheme, Origin origin) {
        town.parts.telling.subscriptions.subscribe(
                Actor.OPERATOR,
                town.demo,
                Topic.INTERACTION,
                scheme + "://127.0.0.1:" + origin.port() + "/",
                Hook.TOKEN,
                Set.of(Field.PUBLISH));
    }

    /** Writes the beginning, and then a sign now and again. */
    private void drip(String beginning, OutputStream out) throws IOException {
        out.write(beginning.getBytes(US_ASCII));
        try {
            while (!end.await(50, TimeUnit.MILLISECONDS)) {
                out.write('x');
                out.flush();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void await() {
        await(end);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static String body(String request) {
        return request.substring(request.indexOf("\r\n\r\n"));
    }

    private static String id(String request) {
        return request.lines()
                .filter(line -> line.startsWith("webhook-id: "))
                .map(line -> line.substring(12))
                .findFirst()
                .orElseThrow();
    }
}
