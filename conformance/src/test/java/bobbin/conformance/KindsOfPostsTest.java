package bobbin.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a text post can carry, and what can be done with a post: quoting, reposting, deleting. */
class KindsOfPostsTest {
    private final Dev dev = Dev.server();
    private final Api ann = dev.as("ann");
    private final Api bob = dev.as("bob");

    @Test
    @Spec({"04 §5.2", "07 §7.6.1"})
    void publishesAPoll() {
        String post = publish(
                ann, "text", "Tea?", "poll_attachment", "{\"option_a\":\"Yes\",\"option_b\":\"No\",\"option_c\":\"\"}");

        Answer shown =
                ann.get("/" + post, "fields", "media_type,poll_attachment").ok();
        assertThat(shown.text("/media_type")).isEqualTo("TEXT_POST");
        assertThat(shown.text("/poll_attachment/option_b")).isEqualTo("No");
        assertThat(shown.text("/poll_attachment/total_votes")).isEqualTo("0");
        assertThat(shown.text("/poll_attachment/expiration_timestamp")).endsWith("+0000");
        assertThat(shown.text()).doesNotContain("option_c");
    }

    @Test
    @Spec({"04 §5.3", "07 §7.6.4"})
    void publishesALongText() {
        String post = publish(
                ann,
                "text_attachment",
                "{\"plaintext\":\"Release notes.\",\"text_with_styling_info\":[{\"offset\":0,\"length\":7,\"styling_info\":[\"bold\"]}]}");

        assertThat(ann.get("/" + post, "fields", "text_attachment{text_with_styling_info}")
                        .ok()
                        .text())
                .startsWith("{\"text_attachment\":{\"text_with_styling_info\":"
                        + "[{\"offset\":0,\"length\":7,\"styling_info\":[\"bold\"]}]}");
    }

    @Test
    @Spec({"04 §5.4"})
    void publishesAGif() {
        String post = publish(ann, "gif_attachment", "{\"gif_id\":\"abc\",\"provider\":\"GIPHY\"}");

        assertThat(ann.get("/" + post, "fields", "gif_url,media_type").ok().text("/gif_url"))
                .contains("abc");
        ann.post("/me/threads", "media_type", "TEXT", "gif_attachment", "{\"gif_id\":\"abc\",\"provider\":\"TENOR\"}")
                .refused(400, 100, "Param gif_attachment[provider] must be one of {GIPHY} - got \"TENOR\".");
    }

    @ParameterizedTest
    @CsvSource({"poll_attachment, text_attachment", "gif_attachment, poll_attachment", "gif_attachment, text_attachment"
    })
    @Spec({"04 §3"})
    void refusesTwoAttachments(String one, String other) {
        String value = "{\"option_a\":\"a\",\"option_b\":\"b\",\"plaintext\":\"x\",\"gif_id\":\"x\"}";

        Answer answer = ann.post("/me/threads", "media_type", "TEXT", "text", "x", one, value, other, value);

        answer.refused(400, 100, "Invalid parameter");
        assertThat(answer.text("/error/error_user_title")).isEqualTo("Invalid Attachment");
        assertThat(answer.text("/error/error_user_msg")).contains(one, other);
    }

    @Test
    @Spec({"04 §5.5", "07 §7.5"})
    void quotesAPost() {
        String quoted = publish(bob, "text", "first");
        String post = publish(ann, "text", "so true", "quote_post_id", quoted);

        Answer shown = ann.get("/" + post, "fields", "is_quote_post,quoted_post{text,username}")
                .ok();
        assertThat(shown.text("/is_quote_post")).isEqualTo("true");
        assertThat(shown.text("/quoted_post/username")).isEqualTo("bob");
        ann.post("/me/threads", "media_type", "TEXT", "text", "x", "quote_post_id", "1")
                .refused(400, 100, "Param quote_post_id is not a valid threads_media ID");
    }

    @Test
    @Spec(
            value = {"04 §13", "07 §7.9"},
            edges = {"GET /{account}/ghost_posts"})
    void listsGhostPosts() {
        String ghost = publish(ann, "text", "boo", "is_ghost_post", "true");

        Answer list = ann.get("/me/ghost_posts", "fields", "id,ghost_post_status,ghost_post_expiration_timestamp")
                .ok();
        assertThat(list.text("/data/0/id")).isEqualTo(ghost);
        assertThat(list.text("/data/0/ghost_post_status")).isEqualTo("ACTIVE");
        ann.post(
                        "/me/threads",
                        "media_type",
                        "TEXT",
                        "text",
                        "x",
                        "is_ghost_post",
                        "true",
                        "enable_reply_approvals",
                        "true")
                .refused(400, 100, "Invalid parameter");
    }

    @Test
    @Spec(
            value = {"04 §16", "07 §7.5"},
            edges = {"POST /{post}/repost"})
    void repostsAPostOnce() {
        String original = publish(bob, "text", "worth repeating");

        String repost = ann.post("/" + original + "/repost").ok().text("/id");

        assertThat(ann.post("/" + original + "/repost").ok().text("/id")).isEqualTo(repost);
        Answer shown = ann.get("/" + repost, "fields", "media_type,username,reposted_post")
                .ok();
        assertThat(shown.text("/media_type")).isEqualTo("REPOST_FACADE");
        assertThat(shown.text("/username")).isEqualTo("ann");
        assertThat(shown.text("/reposted_post/id")).isEqualTo(original);
        bob.delete("/" + original).ok();
        ann.get("/" + repost)
                .refused(
                        400,
                        100,
                        "Unsupported get request. Object with ID '" + repost
                                + "' does not exist, cannot be loaded due to missing permissions, or does not support this operation");
    }

    @Test
    @Spec(
            value = {"04 §17"},
            edges = {"DELETE /{post}"})
    void deletesAPost() {
        String post = publish(ann, "text", "soon gone");

        assertThat(ann.delete("/" + post).ok().text()).isEqualTo("{\"success\":true,\"deleted_id\":\"" + post + "\"}");

        ann.delete("/" + post)
                .refused(
                        400,
                        100,
                        "Unsupported delete request. Object with ID '" + post
                                + "' does not exist, cannot be loaded due to missing permissions, or does not support this operation");
    }

    @Test
    @Spec({"04 §17", "01 §3"})
    void deletesByPostAsWell() {
        String post = publish(ann, "text", "soon gone");

        assertThat(ann.post("/" + post, "method", "delete").ok().text("/deleted_id"))
                .isEqualTo(post);
    }

    private static String publish(Api author, String... parameters) {
        String[] all = new String[parameters.length + 4];
        System.arraycopy(parameters, 0, all, 4, parameters.length);
        all[0] = "media_type";
        all[1] = "TEXT";
        all[2] = "auto_publish_text";
        all[3] = "true";
        return author.post("/me/threads", all).ok().text("/id");
    }
}
