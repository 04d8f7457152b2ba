package bobbin.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What people do besides publishing, and what the API shows of it (15 §15.23). */
class SocialTest {
    private final Dev dev = Dev.server();
    private final Stage stage = new Stage(dev);
    private final Script script = dev.script();
    private final Dev.User author = stage.person();
    private final Dev.User other = stage.person();
    private final Api writes = stage.api(author);
    private final Api reads = stage.api(other);

    @Test
    @Spec({"15 §15.14", "15 §15.23.8", "07 §7.6.1"})
    void countsVotesOnce() {
        String poll =
                script.act(author, "post", "text", "Tea?", "poll", "Yes,No").text("/id");
        script.act(other, "vote", "post", poll, "option", "1");
        script.act(dev.user("ann"), "vote", "post", poll, "option", "1");
        script.act(dev.user("bob"), "vote", "post", poll, "option", "2");
        assertThat(script.tryTo(other, "vote", "post", poll, "option", "2").status())
                .isEqualTo(409);
        assertThat(script.tryTo(author, "vote", "post", poll, "option", "1").status())
                .isEqualTo(403);

        Answer shown = reads.get("/" + poll, "fields", "poll_attachment").ok();
        assertThat(shown.text()).contains("\"option_a_votes_percentage\":0.67,\"option_b_votes_percentage\":0.33");
        assertThat(shown.at("/poll_attachment/total_votes").asInt()).isEqualTo(3);
    }

    @Test
    @Spec({"15 §15.5", "15 §15.23.4", "10 §10.4"})
    void endsEverythingByABlock() {
        script.act(other, "follow", "user", author.username());
        script.act(author, "follow", "user", other.username());
        String post = writes.publish("hello");
        String reply = script.act(other, "reply", "post", post, "text", "hi").text("/id");
        script.act(author, "block", "user", other.username());

        assertThat(reads.get("/" + post).at("/error/error_subcode").asInt()).isEqualTo(33);
        Answer replies = writes.get("/" + post + "/replies", "fields", "id,hide_status");
        assertThat(replies.text("/data/0/id")).isEqualTo(reply);
        assertThat(replies.text("/data/0/hide_status")).isEqualTo("BLOCKED");
        script.act(author, "unblock", "user", other.username());
        assertThat(script.act(other, "follow", "user", author.username()).text("/following"))
                .as("nothing came back by itself")
                .isEqualTo("accepted");
    }

    @Test
    @Spec({"15 §15.5", "15 §15.23.5", "10 §10.4"})
    void keepsNewRepliesOfTheRestrictedBetweenTheTwo() {
        String post = writes.publish("hello");
        String before =
                script.act(other, "reply", "post", post, "text", "before").text("/id");
        script.act(author, "restrict", "user", other.username());
        String after = script.act(other, "reply", "post", post, "text", "after").text("/id");

        Answer replies = writes.get("/" + post + "/replies", "fields", "id,hide_status", "reverse", "false");
        assertThat(replies.text("/data/0/hide_status")).isEqualTo("NOT_HUSHED");
        assertThat(replies.text("/data/1/hide_status")).isEqualTo("RESTRICTED");
        Api third = dev.as("eve");
        third.get("/" + before).ok();
        assertThat(third.get("/" + after).at("/error/error_subcode").asInt()).isEqualTo(33);
        reads.get("/" + after).ok();
    }

    @Test
    @Spec({"15 §15.5", "10 §10.4"})
    void coversRepliesWithHiddenWords() {
        script.act(author, "hideWord", "word", "buy followers");
        String post = writes.publish("hello");
        script.act(other, "reply", "post", post, "text", "BUY followers now");

        assertThat(writes.get("/" + post + "/replies", "fields", "hide_status").text("/data/0/hide_status"))
                .isEqualTo("COVERED");
    }

    @Test
    @Spec({"15 §15.8", "15 §15.23.12"})
    void letsNobodyShowAPrivatePersonsPostAgain() {
        String post = writes.publish("for friends");
        script.act(other, "follow", "user", author.username());
        script.act(author, "setPrivate", "on", "true");

        assertThat(script.tryTo(other, "repost", "post", post).status()).isEqualTo(404);
        assertThat(reads.post("/" + post + "/repost").at("/error/error_subcode").asInt())
                .isEqualTo(33);
        reads.post("/me/threads", "media_type", "TEXT", "text", "x", "quote_post_id", post)
                .refused(400, 100, "Param quote_post_id is not a valid threads_media ID");
    }

    @Test
    @Spec({"15 §15.7", "15 §15.16"})
    void tellsTheAuthorOfALike() {
        String post = writes.publish("hello");
        script.act(other, "like", "post", post);

        Answer told = script.act(author, "activity");
        assertThat(told.text("/notifications/0/kind")).isEqualTo("like");
        assertThat(told.text("/notifications/0/by")).isEqualTo(other.username());
        script.act(other, "unlike", "post", post);
        assertThat(script.act(author, "activity").has("/notifications/0")).isFalse();
    }
}
