package bobbin;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.app.Actor;
import bobbin.app.App;
import bobbin.app.AppSecret;
import bobbin.base.Id;
import bobbin.base.Scope;
import bobbin.webhook.Delivery;
import bobbin.webhook.Field;
import bobbin.webhook.Manner;
import bobbin.webhook.Manner.DeleteTarget;
import bobbin.webhook.Manner.ValuesFormat;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What apps are told, and how: the acceptance checks of 12 §12.10, and the conditions of 12 §12.2. */
class WebhooksTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final HookTown town = new HookTown(fixture);

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void tellsOfAPublication() {
        town.token("ann");
        town.subscribe(Field.PUBLISH);
        String post = town.post("ann", "Hello");

        List<Hook.Received> told = town.told();
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().text()).isEqualTo("""
                {"app_id":"%s","topic":"interaction","target_id":"%s","time":%d,"subscription_id":"%s",\
                "has_uid_field":false,"values":[{"value":{"id":"%s","media_type":"TEXT_POST",\
                "permalink":"https://www.threads.example/@ann/post/%s","timestamp":"%s","username":"ann"},\
                "field":"publish"}]}""".formatted(
                        town.demo,
                        town.scoped("ann"),
                        fixture.time.instant().getEpochSecond(),
                        told.getFirst().json().text("subscription_id").orElseThrow(),
                        post,
                        Id.parse(post).orElseThrow().shortcode(),
                        told.getFirst().value().text("timestamp").orElseThrow()));
        assertThat(town.told()).isEmpty();
    }

    /** 12 §12.6: over the very bytes, with the app's secret; Standard Webhooks beside it. */
    @Test
    void signsWhatItSends() {
        town.token("ann");
        town.subscribe(Field.PUBLISH);
        town.post("ann", "Hello");
        Hook.Received told = town.told().getFirst();
        AppSecret secret = town.parts.access.apps.secret(
                town.parts.access.apps.find(town.demo).orElseThrow());

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

    @Test
    void tellsOfReplies() {
        town.token("ann");
        town.subscribe(Field.REPLIES);
        String root = town.post("ann", "What do you think?");
        String reply = town.post("bob", "Sch\u00f6n \ud83c\udf89 a/b \u4e2d", "reply_to_id", root);

        List<Hook.Received> told = town.told();
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().json().text("target_id")).contains(root);
        assertThat(told.getFirst().json().text("topic")).contains("moderate");
        assertThat(told.getFirst().value().names())
                .containsExactly(
                        "id",
                        "username",
                        "text",
                        "media_type",
                        "permalink",
                        "replied_to",
                        "root_post",
                        "shortcode",
                        "timestamp",
                        "is_verified",
                        "profile_picture_url");
        assertThat(told.getFirst().value().text("id")).contains(reply);
        assertThat(told.getFirst().value().text("text")).contains("Sch\u00f6n \ud83c\udf89 a/b \u4e2d");
        assertThat(told.getFirst().text()).contains("Sch\\u00f6n \\ud83c\\udf89 a/b \\u4e2d");
        assertThat(told.getFirst().text().chars()).allMatch(c -> c >= 0x20 && c < 0x7f);
        assertThat(told.getFirst().value().get("root_post").orElseThrow().text("owner_id"))
                .contains(town.scoped("ann"));
    }

    /** 12 §12.2: one for each install user concerned, each with their own nearest post. */
    @Test
    void tellsEachOwnerAboveAReplyOnce() {
        town.token("ann");
        town.subscribe(Field.REPLIES);
        String root = town.post("ann", "What do you think?");
        String first = town.post("bob", "Good", "reply_to_id", root);
        town.told();
        town.post("ann", "Really?", "reply_to_id", first);

        assertThat(town.told())
                .extracting(told -> told.json().text("target_id").orElseThrow())
                .containsExactlyInAnyOrder(first, root);
    }

    @Test
    void tellsNothingOfRepliesWhereSomebodyIsPrivate() {
        town.token("ann");
        town.subscribe(Field.REPLIES);
        String root = town.post("ann", "What do you think?");
        town.parts.people.accounts.makePrivate(town.person("bob"));
        town.post("bob", "Hm", "reply_to_id", root);
        assertThat(town.told()).isEmpty();

        town.parts.people.accounts.makePublic(town.person("bob"));
        town.post("bob", "Hm", "reply_to_id", root);
        town.parts.people.accounts.makePrivate(town.person("ann"));
        assertThat(town.told()).isEmpty();
    }

    @Test
    void tellsOfMentionsAndLeavesOutWhatNeedsAPermission() {
        town.subscribe(Field.MENTIONS);
        town.token("ann", EnumSet.of(Scope.BASIC, Scope.MANAGE_MENTIONS));
        String post = town.post("bob", "Nice write-up by @ann");
        Hook.Received told = town.told().getFirst();
        assertThat(told.json().text("target_id")).contains(town.scoped("ann"));
        assertThat(told.value().text("id")).contains(post);
        assertThat(told.value().names())
                .containsExactly(
                        "id",
                        "is_quote_post",
                        "is_verified",
                        "media_product_type",
                        "media_type",
                        "permalink",
                        "profile_picture_url",
                        "shortcode",
                        "text",
                        "timestamp",
                        "username");

        town.token("ann", EnumSet.of(Scope.BASIC, Scope.READ_REPLIES));
        town.post("bob", "Once more: @ann");
        assertThat(town.told().getFirst().value().names()).contains("has_replies", "is_reply");
    }

    @Test
    void tellsNothingOfMentionsOfOneselfOrByPrivatePeople() {
        town.subscribe(Field.MENTIONS);
        town.token("ann");
        town.post("ann", "I, @ann");
        town.parts.people.accounts.makePrivate(town.person("bob"));
        town.post("bob", "You, @ann");

        assertThat(town.told()).isEmpty();
    }

    @Test
    void tellsOfDeletionsThatTheAuthorWanted() {
        town.subscribe(Field.DELETE);
        String post = town.post("ann", "Hello");
        town.call("POST", "/" + post + "/repost", town.token("bob"));
        town.call("DELETE", "/" + post, town.token("ann"));

        List<Hook.Received> told = town.told();
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().json().text("target_id")).contains(town.scoped("ann"));
        assertThat(told.getFirst().value().names())
                .containsExactly("id", "owner", "deleted_at", "timestamp", "username");
        assertThat(told.getFirst().value().get("owner").orElseThrow().text("owner_id"))
                .contains(town.scoped("ann"));
    }

    @Test
    void tellsNothingToAnAppInDevelopmentOrWithoutAdvancedAccess() {
        town.token("ann");
        town.subscribe(Field.PUBLISH, Field.DELETE);
        town.parts.access.permissions.withdraw(Actor.OPERATOR, town.demo, Scope.DELETE);
        String post = town.post("ann", "Hello");
        town.call("DELETE", "/" + post, town.token("ann"));
        assertThat(town.told()).extracting(Hook.Received::field).containsExactly("publish");

        town.parts.access.apps.setMode(Actor.OPERATOR, town.demo, App.Mode.DEVELOPMENT);
        town.parts.access.roles.invite(Actor.OPERATOR, town.demo, "ann", bobbin.app.Role.THREADS_TESTER);
        town.parts.access.roles.accept(town.person("ann"), town.demo, bobbin.app.Role.THREADS_TESTER);
        town.post("ann", "Hello again");
        assertThat(town.told()).isEmpty();
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
        town.parts.access.grants.remove(town.person("ann"), town.demo);
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
        AppSecret secret = town.parts.access.apps.resetSecret(Actor.OPERATOR, town.demo);
        fixture.time.pass(Duration.ofMinutes(1));
        Hook.Received told = town.told().getFirst();

        assertThat(told.header("X-Hub-Signature-256"))
                .isEqualTo("sha256=" + HexFormat.of().formatHex(secret.sign(told.body())));
    }

    @Test
    void tellsOnlyWhoIsSubscribed() {
        town.token("ann");
        town.subscribe(Field.PUBLISH);
        town.parts.telling.subscriptions.unsubscribe(
                Actor.OPERATOR, town.demo, bobbin.webhook.Topic.INTERACTION, Set.of(Field.PUBLISH));
        town.post("ann", "Hello @bob");

        assertThat(town.told()).isEmpty();
        assertThat(town.log()).isEmpty();
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
                tx -> new bobbin.webhook.Farewell(town.parts.access.grants).removed(tx, town.person("ann")));

        assertThat(town.log()).isEmpty();
    }

    /** 12 §12.10 check 9, and what {@code delete_target} does. */
    @Test
    void writesAsTheAppWantsIt() {
        town.token("ann");
        town.subscribe(Field.DELETE);
        town.parts.telling.subscriptions.setManner(
                Actor.OPERATOR, town.demo, new Manner(ValuesFormat.OBJECT, DeleteTarget.MEDIA));
        String post = town.post("ann", "Hello");
        town.call("DELETE", "/" + post, town.token("ann"));
        Hook.Received told = town.told().getFirst();

        assertThat(told.json().text("target_id")).contains(post);
        assertThat(told.json().get("values").orElseThrow().names()).containsExactly("value", "field");
    }

    /** 12 §12.10 check 10: not before the approval, and then once; the author's own publication at once. */
    @Test
    void tellsOfAReplyWhenItIsApproved() {
        town.subscribe(Field.REPLIES, Field.PUBLISH, Field.MENTIONS);
        town.token("ann");
        town.token("bob");
        String root = town.post("ann", "Well?", "enable_reply_approvals", "true");
        town.told();
        String reply = town.post("bob", "Hm, @ann", "reply_to_id", root);
        assertThat(town.told()).extracting(Hook.Received::field).containsExactly("publish");

        String token = town.token("ann");
        assertThat(town.call("POST", "/" + reply + "/manage_pending_reply", token, "approve", "true")
                        .status())
                .isEqualTo(200);
        assertThat(town.told()).extracting(Hook.Received::field).containsExactlyInAnyOrder("replies", "mentions");
        town.call("POST", "/" + reply + "/manage_pending_reply", token, "approve", "true");
        assertThat(town.told()).isEmpty();
    }

    @Test
    void tellsNothingOfRepliesToGhosts() {
        town.subscribe(Field.REPLIES);
        town.token("ann");
        town.post("bob", "Hm", "reply_to_id", town.post("ann", "Boo", "is_ghost_post", "true"));

        assertThat(town.told()).isEmpty();
    }

    @Test
    void testsAReceiverWithASample() {
        town.subscribe(Field.REPLIES);
        for (Field field : Field.values()) {
            if (field.topic() == bobbin.webhook.Topic.MODERATE) {
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
