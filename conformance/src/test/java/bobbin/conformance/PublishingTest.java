package bobbin.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Publishing text, in two steps and in one. */
class PublishingTest {
    private static final String GONE = "The requested resource does not exist";

    private final Dev dev = Dev.server();
    private final Api ann = dev.as("ann");
    private final Api bob = dev.as("bob");

    @Test
    @Spec(
            value = {"04 §1", "04 §8", "04 §9", "16 §8"},
            edges = {"POST /{account}/threads", "POST /{account}/threads_publish", "GET /{container}"})
    void publishesInTwoSteps() {
        Answer created =
                ann.post("/me/threads", "media_type", "text", "text", "hello").ok();
        String container = created.text("/id");
        assertThat(created.text()).isEqualTo("{\"id\":\"" + container + "\"}");
        assertThat(ann.get("/" + container + "/").ok().text())
                .isEqualTo("{\"id\":\"" + container + "\",\"status\":\"FINISHED\"}");
        assertThat(ann.get("/" + container, "fields", "status,error_message")
                        .ok()
                        .text())
                .isEqualTo("{\"status\":\"FINISHED\",\"id\":\"" + container + "\"}");

        Answer published = ann.post("/" + dev.user("ann").id() + "/threads_publish", "creation_id", container)
                .ok();
        String post = published.text("/id");
        assertThat(post).matches("\\d{19}").isNotEqualTo(container);
        assertThat(ann.get("/" + container, "fields", "id,status").ok().text("/status"))
                .isEqualTo("PUBLISHED");
        assertThat(ann.get("/" + post, "fields", "text").ok().text("/text")).isEqualTo("hello");
        assertThat(ann.post("/me/threads_publish", "creation_id", container)
                        .ok()
                        .text("/id"))
                .isEqualTo(post);
        ann.get("/" + post, "fields", "status").refused(500, 100, "Tried accessing nonexisting field (status)");
    }

    @Test
    @Spec({"04 §11"})
    void publishesInOneStep() {
        String post = ann.post("/me/threads", "media_type", "TEXT", "text", "at once", "auto_publish_text", "true")
                .ok()
                .text("/id");

        assertThat(ann.get("/" + post, "fields", "text").ok().text("/text")).isEqualTo("at once");
    }

    @Test
    @Spec({"04 §20", "01 §4", "17 §1"})
    void takesWhatClientsReallySend() {
        String container = ann.post(
                        "/me/threads",
                        "media_type",
                        "TEXT",
                        "text",
                        "form",
                        "reply_control",
                        "",
                        "reply_to_id",
                        "undefined",
                        "link_attachment",
                        "",
                        "alt_text",
                        "",
                        "topic_tag",
                        "",
                        "quote_post_id",
                        "null")
                .ok()
                .text("/id");
        Answer junk =
                ann.send(ann.request("/me/threads_publish?creation_id=" + container + "&access_token=" + ann.token())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"httpsAgent\":{}}")));
        assertThat(junk.ok().text("/id")).matches("\\d{19}");

        Answer json = ann.send(
                ann.request("/v1.0/me/threads?access_token=" + ann.token())
                        .header("Content-Type", "application/json")
                        .POST(
                                BodyPublishers.ofString(
                                        "{\"media_type\":\"TEXT\",\"text\":\"json \\ud83d\\udc4d\",\"auto_publish_text\":true,\"poll_attachment\":null}")));
        assertThat(ann.get("/" + json.ok().text("/id"), "fields", "text").text("/text"))
                .isEqualTo("json 👍");

        assertThat(ann.send("POST", "/me/threads", "media_type", "TEXT", "text", "query", "access_token", ann.token())
                        .status())
                .isEqualTo(200);
    }

    @Test
    @Spec({"04 §19", "06 §7", "16 §4"})
    void namesWhatIsMissingOrWrong() {
        ann.post("/me/threads", "text", "x").refused(400, 100, "The parameter media_type is required");
        ann.post("/me/threads", "media_type", "TEXT").refused(400, 100, "The parameter text is required");
        ann.post("/me/threads", "media_type", "TEXT", "text", " \n ")
                .refused(400, 100, "The parameter text is required");
        ann.post("/me/threads", "media_type", "TEXT", "text", "x", "reply_control", "nobody")
                .refused(
                        400,
                        100,
                        "Param reply_control must be one of {everyone, accounts_you_follow, mentioned_only, parent_post_author_only, followers_only} - got \"nobody\".");
        ann.post("/me/threads_publish").refused(400, 100, "The parameter creation_id is required");
        ann.post("/me/threads_publish", "creation_id", "abc").refused(400, 100, "Param creation_id must be a number");
        ann.post("/me/threads", "media_type", "TEXT", "text", "x", "auto_publish_text", "maybe")
                .refused(400, 100, "Param auto_publish_text must be a valid boolean.");
    }

    @Test
    @Spec({"04 §9", "06 §4.1", "16 §4"})
    void publishesNobodyElsesContainer() {
        String container = draft("mine").ok().text("/id");

        Answer foreign = bob.post("/me/threads_publish", "creation_id", container);
        foreign.refused(400, 24, 4279009, GONE);
        assertThat(foreign.text("/error/type")).isEqualTo("OAuthException");
        assertThat(foreign.at("/error/is_transient").asBoolean(true)).isFalse();
        assertThat(foreign.text("/error/error_user_title")).isEqualTo("Media Not Found");
        assertThat(foreign.text("/error/error_user_msg"))
                .isEqualTo("The media with id " + container + " cannot be found.");
        assertThat(foreign.json().at("/error").propertyNames())
                .containsExactly(
                        "message",
                        "type",
                        "code",
                        "error_subcode",
                        "is_transient",
                        "error_user_title",
                        "error_user_msg",
                        "fbtrace_id");
        bob.get("/" + container, "fields", "status")
                .refused(
                        400,
                        100,
                        33,
                        "Unsupported get request. Object with ID '" + container
                                + "' does not exist, cannot be loaded due to missing permissions, or does not support this operation");
        ann.post("/me/threads_publish", "creation_id", "3843852136068678657").refused(400, 24, 4279009, GONE);
        bob.post("/" + dev.user("ann").id() + "/threads", "media_type", "TEXT", "text", "x")
                .refused(400, 24, 4279009, GONE);
        bob.post("/" + dev.user("ann").id() + "/threads_publish", "creation_id", container)
                .refused(400, 24, 4279009, GONE);
        ann.post("/me/threads_publish", "creation_id", container).ok();
    }

    @Test
    @Spec({"04 §9", "04 §20"})
    void makesOnePostOfOneContainerHoweverManyPublishIt() throws Exception {
        for (int round = 0; round < 5; round++) {
            String container = draft("race").ok().text("/id");
            Set<String> posts = new HashSet<>();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Callable<Answer>> calls =
                        Collections.nCopies(8, () -> ann.post("/me/threads_publish", "creation_id", container));
                for (Future<Answer> answer : threads.invokeAll(calls)) {
                    posts.add(answer.get().ok().text("/id"));
                }
            }
            assertThat(posts).hasSize(1);
        }
    }

    private Answer draft(String text) {
        return ann.post("/me/threads", "media_type", "TEXT", "text", text);
    }
}
