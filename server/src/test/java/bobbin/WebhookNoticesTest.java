package bobbin;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.app.Actor;
import bobbin.base.Id;
import bobbin.base.Scope;
import bobbin.webhook.Field;
import bobbin.webhook.Manner;
import bobbin.webhook.Manner.DeleteTarget;
import bobbin.webhook.Manner.ValuesFormat;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What apps are told, and in which words (12 §12.4, §12.5). */
class WebhookNoticesTest {
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

    /** 12 §12.10 check 6: nothing but ASCII on the wire, and the same text after reading it. */
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

    /** 12 §12.10 check 5: what a reply has more than a post is for those who may read replies. */
    @Test
    void tellsOfMentionsAndLeavesOutWhatNeedsAPermission() {
        town.subscribe(Field.MENTIONS);
        town.token("ann", EnumSet.of(Scope.BASIC, Scope.MANAGE_MENTIONS));
        String root = town.post("cleo", "Well?");
        String post = town.post("bob", "Nice write-up by @ann", "reply_to_id", root);
        Hook.Received told = town.told().getFirst();
        assertThat(told.json().text("topic")).contains("interaction");
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
        town.post("bob", "Once more: @ann", "reply_to_id", root);
        Hook.Received whole = town.told().getFirst();
        assertThat(whole.value().names())
                .containsExactly(
                        "id",
                        "has_replies",
                        "is_quote_post",
                        "is_reply",
                        "is_verified",
                        "media_product_type",
                        "media_type",
                        "permalink",
                        "profile_picture_url",
                        "shortcode",
                        "text",
                        "timestamp",
                        "replied_to",
                        "root_post",
                        "username");
        assertThat(whole.value().get("root_post").orElseThrow().text("id")).contains(root);
        assertThat(whole.value().get("root_post").orElseThrow().names()).containsExactly("id");
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
}
