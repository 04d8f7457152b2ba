package bobbin;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.app.Actor;
import bobbin.app.App;
import bobbin.app.AppSecret;
import bobbin.base.Scope;
import bobbin.webhook.Delivery;
import bobbin.webhook.Field;
import bobbin.webhook.Topic;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How what apps are told is signed, sent, tried again and given up (12 §12.6, §12.7, §12.9). */
class WebhookDeliveriesTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final HookTown town = new HookTown(fixture);

    @AfterEach
    void close() {
        town.close();
    }

    /** 12 §12.6: over the very bytes, with the app's secret; Standard Webhooks beside it. */
    @Test
    void signsWhatItSends() {
        town.token("ann");
        town.subscribe(Field.PUBLISH);
        town.post("ann", "Hello");
        Hook.Received told = town.told().getFirst();
        AppSecret secret = town.parts.platform.apps.secret(
                town.parts.platform.apps.find(town.demo).orElseThrow());

        assertThat(told.header("Content-Type")).isEqualTo("application/json");
        assertThat(told.header("User-Agent")).isEqualTo("Webhooks/1.0");
        assertThat(told.header("X-Hub-Signature-256"))
                .isEqualTo("sha256=" + HexFormat.of().formatHex(secret.sign(told.body())));
        assertThat(told.header("X-Hub-Signature"))
                .isEqualTo("sha1=" + HexFormat.of().formatHex(secret.signWithSha1(told.body())));
        String signed = told.header("webhook-id") + "." + told.header("webhook-timestamp") + "." + told.text();
        assertThat(told.header("webhook-signature"))
                .isEqualTo("v1," + Base64.getEncoder().encodeToString(secret.sign(signed)));
    }

    /** 12 §12.10 check 7. */
    @Test
    void triesAgainWithTheSameBytes() {
        town.token("ann");
        town.subscribe(Field.PUBLISH);
        town.hook.answering(500, "no").answering(500, "no");
        town.post("ann", "Hello");
        assertThat(town.told()).hasSize(2);
        fixture.time.pass(Duration.ofMinutes(1));
        town.told();
        fixture.time.pass(Duration.ofDays(2));
        town.told();

        assertThat(town.hook.received).hasSize(3);
        assertThat(town.hook.received)
                .extracting(Hook.Received::text)
                .containsOnly(town.hook.received.getFirst().text());
        assertThat(town.hook.received)
                .extracting(told -> told.header("webhook-id"))
                .containsOnly(town.hook.received.getFirst().header("webhook-id"));
    }

    /** 12 §12.10 check 8. */
    @Test
    void givesUpAfterADayAndAHalf() {
        town.token("ann");
        town.subscribe(Field.PUBLISH);
        for (int i = 0; i < 20; i++) {
            town.hook.answering(503, "closed");
        }
        town.post("ann", "Hello");
        for (int hour = 0; hour < 40; hour++) {
            town.told();
            fixture.time.pass(Duration.ofHours(1));
        }

        assertThat(town.hook.received).hasSize(10);
        Delivery last = town.log().getFirst();
        assertThat(last.state()).isEqualTo(Delivery.State.DROPPED);
        assertThat(last.last().shownStatus()).isEqualTo("503");
        assertThat(last.last().answer()).isEqualTo("closed");
    }

    /** 12 §12.7: seven days without one success. */
    @Test
    void switchesAReceiverOffThatFailsForAWeek() {
        town.token("ann");
        town.subscribe(Field.PUBLISH);
        for (int i = 0; i < 100; i++) {
            town.hook.answering(500, "");
        }
        for (int day = 0; day < 9; day++) {
            town.post("ann", "Day " + day);
            town.told();
            fixture.time.pass(Duration.ofDays(1));
        }
        assertThat(town.call("GET", "/" + town.demo + "/subscriptions", town.appToken)
                        .at("/data/0/active"))
                .isEqualTo("false");
        int before = town.hook.received.size();
        town.post("ann", "Hello?");
        town.told();
        assertThat(town.hook.received).hasSize(before);

        town.subscribe(Field.PUBLISH);
        assertThat(town.call("GET", "/" + town.demo + "/subscriptions", town.appToken)
                        .at("/data/0/active"))
                .isEqualTo("true");
    }

    /** 12 §12.10 check 11. */
    @Test
    void dropsWhatWaitsWhenThePersonRemovesTheApp() {
        town.token("ann");
        town.subscribe(Field.PUBLISH);
        town.hook.answering(500, "").answering(500, "");
        town.post("ann", "Hello");
        town.told();
        town.parts.platform.grants.remove(town.person("ann"), town.demo);
        fixture.time.pass(Duration.ofHours(1));

        assertThat(town.told()).isEmpty();
        assertThat(town.log().getFirst().last().answer()).isEqualTo("dropped: the person allows it no more");
    }

    @Test
    void dropsRepliesThatAreDeletedMeanwhile() {
        town.token("ann");
        town.subscribe(Field.REPLIES);
        town.hook.answering(500, "").answering(500, "");
        String reply = town.post("bob", "Hm", "reply_to_id", town.post("ann", "Well?"));
        town.told();
        town.call("DELETE", "/" + reply, town.token("bob"));
        fixture.time.pass(Duration.ofHours(1));

        assertThat(town.told()).isEmpty();
        assertThat(town.log().getFirst().last().answer()).isEqualTo("dropped: the post is deleted");
    }

    @Test
    void sendsAgainWhatSomebodyAsksFor() {
        town.token("ann");
        town.subscribe(Field.PUBLISH);
        town.post("ann", "Hello");
        String first = town.told().getFirst().text();
        town.parts.telling.deliveries.sendAgain(
                Actor.OPERATOR, town.demo, town.log().getFirst().id());

        assertThat(town.told()).extracting(Hook.Received::text).containsExactly(first);
    }

    /** A secret that was reset signs everything from then on, retries included (12 §12.6). */
    @Test
    void signsRetriesWithTheNewSecret() {
        town.token("ann");
        town.subscribe(Field.PUBLISH);
        town.hook.answering(500, "").answering(500, "");
        town.post("ann", "Hello");
        town.told();
        AppSecret secret = town.parts.platform.apps.resetSecret(Actor.OPERATOR, town.demo);
        fixture.time.pass(Duration.ofMinutes(1));
        Hook.Received told = town.told().getFirst();

        assertThat(told.header("X-Hub-Signature-256"))
                .isEqualTo("sha256=" + HexFormat.of().formatHex(secret.sign(told.body())));
    }

    @Test
    void keepsNothingAboutPeopleWhoAreRemoved() {
        town.token("ann");
        town.subscribe(Field.PUBLISH);
        town.post("ann", "Hello");
        town.told();
        assertThat(town.log()).hasSize(1);
        fixture.time.pass(Duration.ofDays(1));
        town.parts.membership.departures.delete(town.person("ann"));
        fixture.time.pass(Duration.ofDays(31));
        town.parts.tools.database.change(
                tx -> new bobbin.webhook.Farewell(town.parts.platform.grants).removed(tx, town.person("ann")));

        assertThat(town.log()).isEmpty();
    }

    /** 12 §12.2: the test button works before the app is live, and whatever it may do. */
    @Test
    void testsAReceiverWithASample() {
        town.subscribe(Field.REPLIES);
        town.parts.platform.permissions.withdraw(Actor.OPERATOR, town.demo, Scope.DELETE);
        town.parts.platform.apps.setMode(Actor.OPERATOR, town.demo, App.Mode.DEVELOPMENT);
        for (Field field : Field.values()) {
            if (field.topic() == Topic.MODERATE) {
                town.words.test(
                        town.parts.telling.deliveries,
                        Actor.OPERATOR,
                        town.demo,
                        field,
                        town.parts.telling.subscriptions.manner(town.demo));
            }
        }

        assertThat(town.told()).extracting(Hook.Received::field).containsExactlyInAnyOrder("replies", "delete");
    }
}
