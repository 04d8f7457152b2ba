package bobbin;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import bobbin.app.Actor;
import bobbin.base.Id;
import bobbin.fetch.Origin;
import bobbin.webhook.Delivery;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Servers of apps that do what they should not: none of them costs others anything (12 §12.7). */
class HostileReceiversTest {
    private static final Pattern CHALLENGE = Pattern.compile("hub\\.challenge=([0-9]+)");

    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final HookTown town = new HookTown(fixture, Map.of("webhooks.timeout", Duration.ofSeconds(2)));
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<Origin> origins = new ArrayList<>();

    @AfterEach
    void close() {
        end.countDown();
        town.close();
        origins.forEach(Origin::close);
    }

    @Test
    void gigabytesAreNotRead() {
        Delivery delivery = delivered((_, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n".getBytes(US_ASCII));
            byte[] piece = new byte[1 << 20];
            for (int i = 0; i < 1024; i++) {
                out.write(piece);
            }
        });

        assertThat(delivery.state()).isEqualTo(Delivery.State.DELIVERED);
        assertThat(delivery.last().answer()).hasSizeLessThanOrEqualTo(1024);
        assertThat(delivery.last().took()).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void hangingIsAFailure() {
        Delivery delivery = delivered((_, _) -> await());

        assertThat(delivery.state()).isEqualTo(Delivery.State.WAITING);
        assertThat(delivery.last().answer()).isEqualTo("too late");
    }

    @Test
    void closingEarlyIsAFailure() {
        Delivery delivery = delivered((_, _) -> {});

        assertThat(delivery.state()).isEqualTo(Delivery.State.WAITING);
        assertThat(delivery.last().answer()).isEqualTo("broken");
    }

    @Test
    void redirectsAreNotFollowed() {
        Delivery delivery = delivered(Origin.saying("302 Found\nLocation: " + town.hook.address(), ""));

        assertThat(delivery.state()).isEqualTo(Delivery.State.WAITING);
        assertThat(delivery.last().shownStatus()).isEqualTo("302");
        assertThat(town.hook.received).isEmpty();
    }

    /** A receiver that hangs keeps nobody waiting: another hears at once. */
    @Test
    void aHangingReceiverDelaysNobody() {
        subscribe((_, _) -> await());
        Id other = town.parts
                .access
                .apps
                .create(Actor.OPERATOR, town.person("dan"), "Other")
                .id();
        town.parts.access.tokens.issue(town.person("ann"), other, EnumSet.allOf(bobbin.base.Scope.class));
        town.parts.telling.subscriptions.subscribe(
                Actor.OPERATOR, other, Topic.INTERACTION, town.hook.address(), Hook.TOKEN, Set.of(Field.PUBLISH));
        town.token("ann");
        town.courier.start();
        for (int i = 0; i < 20; i++) {
            town.post("ann", "Post " + i);
        }
        long began = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            town.hook.next();
        }

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
        assertThat(town.courier.running()).isLessThanOrEqualTo(16);
    }

    private Delivery delivered(Origin.Script script) {
        town.token("ann");
        subscribe(script);
        town.post("ann", "Hello");
        town.courier.runDue();
        return town.log().getFirst();
    }

    /** A receiver that passes the verification, and then does this. */
    private void subscribe(Origin.Script script) {
        Origin origin = new Origin((line, out) -> {
            Matcher challenge = CHALLENGE.matcher(line);
            if (challenge.find()) {
                verify(challenge.group(1), out);
            } else {
                script.answer(line, out);
            }
        });
        origins.add(origin);
        town.parts.telling.subscriptions.subscribe(
                Actor.OPERATOR,
                town.demo,
                Topic.INTERACTION,
                "http://127.0.0.1:" + origin.port() + "/",
                Hook.TOKEN,
                Set.of(Field.PUBLISH));
    }

    private static void verify(String challenge, OutputStream out) throws IOException {
        Origin.saying("200 OK", challenge).answer("", out);
    }

    private void await() {
        try {
            end.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
