package bobbin.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Answering posts, reading what was answered, hiding and approving. */
class RepliesTest {
    private final Dev dev = Dev.server();
    private final Stage stage = new Stage(dev);
    private final Api ann = dev.as("ann");
    private final Api bob = dev.as("bob");
    private final Api dan = dev.as("dan");

    @Test
    @Spec(
            value = {"10 §10.1", "10 §10.2", "10 §10.3", "10 §10.7", "10 §10.10.1", "10 §10.10.2", "04 §12"},
            edges = {"GET /{post}/replies", "GET /{post}/conversation"})
    void readsConversationsInBothOrders() {
        String root = ann.publish("Tea?");
        String first = reply(bob, root, "Always.");
        String nested = reply(dan, first, "Never.");
        String second = reply(dan, root, "Coffee.");
        String third = reply(ann, root, "Both.");

        assertThat(ids(ann.get("/" + root + "/replies"))).containsExactly(third, second, first);
        assertThat(ids(ann.get("/" + root + "/conversation"))).containsExactly(third, second, nested, first);
        assertThat(ids(ann.get("/" + root + "/conversation", "reverse", "false")))
                .containsExactly(first, nested, second, third);
        assertThat(ids(ann.get("/" + root + "/conversation", "reverse", "true")))
                .isEqualTo(ids(ann.get("/" + root + "/conversation")));
        Answer page = ann.get("/" + root + "/conversation", "reverse", "false", "limit", "2")
                .ok();
        assertThat(ids(ann.get(
                        "/" + root + "/conversation",
                        "reverse",
                        "false",
                        "limit",
                        "2",
                        "after",
                        page.text("/paging/cursors/after"))))
                .containsExactly(second, third);
        bob.get("/" + root + "/replies").refused(500, 10, "Application does not have permission for this action");
    }

    @Test
    @Spec(
            value = {"07 §7.3", "07 §7.8", "10 §10.3"},
            edges = {"GET /{account}/replies"})
    void tellsWhatAReplyAnswers() {
        String root = ann.publish("Tea?");
        String reply = reply(bob, root, "Always.");

        Answer own = bob.get("/me/replies", "fields", "id,is_reply,is_reply_owned_by_me,root_post,replied_to")
                .ok();
        assertThat(own.text("/data/0/id")).isEqualTo(reply);
        assertThat(own.text("/data/0/is_reply_owned_by_me")).isEqualTo("true");
        assertThat(own.text("/data/0/root_post/id")).isEqualTo(root);
        assertThat(own.text("/data/0/replied_to/id")).isEqualTo(root);
        assertThat(ann.get("/" + root, "fields", "has_replies,is_reply").ok().text())
                .isEqualTo("{\"has_replies\":true,\"is_reply\":false,\"id\":\"" + root + "\"}");
        assertThat(ids(bob.get("/me/threads"))).doesNotContain(reply);
    }

    @Test
    @Spec(
            value = {"10 §10.4", "10 §10.5", "10 §10.10.3", "10 §10.10.4"},
            edges = {"POST /{post}/manage_reply"})
    void hidesRepliesInEveryEncoding() {
        String root = ann.publish("Tea?");
        String reply = reply(bob, root, "Always.");
        String nested = reply(dan, reply, "Never.");

        assertThat(ann.post("/" + reply + "/manage_reply", "hide", "true").ok().text())
                .isEqualTo("{\"success\":true}");
        assertThat(status(reply)).isEqualTo("HIDDEN");
        assertThat(status(nested)).isEqualTo("HIDDEN");
        ann.send(ann.request("/" + reply + "/manage_reply?access_token=" + ann.token())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"hide\":false}")))
                .ok();
        assertThat(status(reply)).isEqualTo("UNHUSHED");
        assertThat(status(nested)).isEqualTo("UNHUSHED");
        ann.send("POST", "/" + reply + "/manage_reply", "hide", "true", "access_token", ann.token())
                .ok();
        assertThat(status(reply)).isEqualTo("HIDDEN");
        ann.send(ann.request("/" + reply + "/manage_reply?access_token=" + ann.token())
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(BodyPublishers.ofString(
                                "--b\r\nContent-Disposition: form-data; name=hide\r\n\r\nfalse\r\n--b--\r\n")))
                .ok();
        assertThat(status(reply)).isEqualTo("UNHUSHED");
        ann.post("/" + nested + "/manage_reply", "hide", "true")
                .refused(400, 100, "Only top-level replies can be hidden");
        bob.post("/" + reply + "/manage_reply", "hide", "true")
                .refused(500, 10, "Application does not have permission for this action");
    }

    @Test
    @Spec(
            value = {"10 §10.6", "10 §10.10.5", "10 §10.10.6"},
            edges = {"GET /{post}/pending_replies", "POST /{post}/manage_pending_reply"})
    void holdsRepliesBackUntilTheyAreApproved() {
        String root = ann.publish("Ask me.", "enable_reply_approvals", "true");
        String reply = reply(bob, root, "May I?");

        assertThat(ids(ann.get("/" + root + "/replies"))).isEmpty();
        assertThat(ids(ann.get("/" + root + "/pending_replies"))).containsExactly(reply);
        ann.post("/" + reply + "/manage_pending_reply", "approve", "false").ok();
        Answer ignored = ann.get(
                        "/" + root + "/pending_replies",
                        "approval_status",
                        "ignored",
                        "fields",
                        "reply_approval_status")
                .ok();
        assertThat(ignored.text("/data/0/reply_approval_status")).isEqualTo("ignored");
        assertThat(ann.get("/" + root + "/pending_replies", "approval_status", "PENDING")
                        .text("/error/code"))
                .isEqualTo("100");
        assertThat(ann.post("/" + reply + "/manage_pending_reply", "approve", "true")
                        .ok()
                        .text())
                .isEqualTo("{\"success\":true}");
        assertThat(ids(ann.get("/" + root + "/replies"))).containsExactly(reply);
        assertThat(ann.get("/" + root + "/pending_replies").ok().text()).isEqualTo("{\"data\":[]}");
    }

    @Test
    @Spec({"10 §10.7", "10 §10.10.7", "10 §10.10.8", "02 §8.2"})
    void needsPermissions() {
        String root = ann.publish("Tea?");
        Dev.User stranger = dev.user("bob");
        Api publisher =
                stage.api(stranger, dev.app(), "threads_basic", "threads_content_publish", "threads_manage_replies");
        Api reader = stage.api(
                stranger,
                dev.app(),
                "threads_basic",
                "threads_content_publish",
                "threads_manage_replies",
                "threads_manage_mentions");

        publisher
                .post("/me/threads", "media_type", "TEXT", "text", "x", "reply_to_id", root)
                .refused(500, 10, "Application does not have permission for this action");
        String own = reply(reader, root, "Here.");
        assertThat(reader.get("/" + own + "/replies").text("/error/code")).isEqualTo("10");
    }

    @Test
    @Spec({"10 §10.8", "10 §10.9", "10 §10.10.9"})
    void letsTheAudienceAnswerOnly() {
        String root = ann.publish("for friends", "reply_control", "followers_only");

        Answer refused =
                stage.api(stage.person()).post("/me/threads", "media_type", "TEXT", "text", "x", "reply_to_id", root);
        refused.refused(500, 10, "Application does not have permission for this action");
        assertThat(refused.text("/error/error_user_title")).isEqualTo("Cannot reply");
        assertThat(ann.get("/" + root, "fields", "reply_audience").ok().text("/reply_audience"))
                .isEqualTo("FOLLOWERS_ONLY");
        reply(ann, root, "I may.");
        reply(bob, root, "So may I, who follow ann.");
    }

    @Test
    @Spec({"04 §9", "10 §10.7", "10 §10.8"})
    void asksAgainWhenItPublishes() {
        Dev.User owner = stage.person();
        Dev.User other = stage.person();
        Api owns = stage.api(owner);
        Api answers = stage.api(other);
        Script script = dev.script();
        script.act(other, "follow", "user", owner.username());
        String forFriends = draft(answers, owns.publish("for friends", "reply_control", "followers_only"));
        script.act(other, "unfollow", "user", owner.username());
        publish(answers, forFriends).refused(500, 10, "Application does not have permission for this action");

        String root = owns.publish("for all");
        String late = draft(answers, reply(bob, root, "between"));
        publish(stage.api(other, dev.app(), "threads_basic", "threads_content_publish", "threads_manage_replies"), late)
                .refused(500, 10, "Application does not have permission for this action");
        script.act(owner, "block", "user", other.username());
        assertThat(publish(answers, late).text("/error/error_subcode"))
                .as("blocked by the owner of the conversation")
                .isEqualTo("4279009");
        script.act(owner, "unblock", "user", other.username());
        assertThat(publish(answers, late).ok().text("/id")).isNotEmpty();
    }

    private static String draft(Api author, String target) {
        return author.post("/me/threads", "media_type", "TEXT", "text", "late", "reply_to_id", target)
                .ok()
                .text("/id");
    }

    private static Answer publish(Api author, String container) {
        return author.post("/me/threads_publish", "creation_id", container);
    }

    private static String reply(Api author, String target, String text) {
        return author.publish(text, "reply_to_id", target);
    }

    private String status(String reply) {
        return ann.get("/" + reply, "fields", "hide_status").ok().text("/hide_status");
    }

    private static List<String> ids(Answer answer) {
        return answer.ok()
                .at("/data")
                .valueStream()
                .map(each -> each.path("id").asString())
                .toList();
    }
}
