package bobbin.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Being told what happens. */
class WebhookTest {
    private final Dev dev = Dev.server();
    private final SampleReceiver receiver = new SampleReceiver(dev.app().secret());

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        itself(dev).delete(path(dev));
        receiver.close();
    }

    /** 12 §12.10 check 3: what receives is Meta's sample, retold. */
    @Test
    @Spec(
            value = {"12 §12.3", "12 §12.4", "12 §12.8", "12 §12.10"},
            edges = {"POST /{app}/subscriptions", "GET /{app}/subscriptions", "DELETE /{app}/subscriptions"})
    void tellsAnAppOfWhatItSubscribedTo() {
        subscribe(dev, "interaction", "publish").ok();
        Answer list = itself(dev).get(path(dev)).ok();
        assertThat(list.text("/data/0/callback_url")).isEqualTo(receiver.address());
        assertThat(list.text()).doesNotContain("verify_token");
        String post = dev.as("ann").publish("Tell them");

        JsonNode told = receiver.next();
        assertThat(told.propertyNames())
                .containsExactly("app_id", "topic", "target_id", "time", "subscription_id", "has_uid_field", "values");
        assertThat(told.at("/app_id").asString()).isEqualTo(dev.app().id());
        assertThat(told.at("/target_id").asString()).isEqualTo(dev.user("ann").id());
        assertThat(told.at("/values/0").propertyNames()).containsExactly("value", "field");
        assertThat(told.at("/values/0/value/id").asString()).isEqualTo(post);
        assertThat(told.at("/values/0/value/permalink").asString()).startsWith(dev.web() + "/@ann/post/");

        itself(dev).delete(path(dev)).ok();
        dev.as("ann").publish("Keep it to yourself");
        assertThat(itself(dev).get(path(dev)).ok().text()).isEqualTo("{\"data\":[]}");
        assertThat(receiver.isEmpty()).isTrue();
    }

    @Test
    @Spec({"12 §12.3", "12 §12.8"})
    void verifiesAnAddressBeforeItTellsAnything() {
        itself(dev)
                .post(
                        path(dev),
                        "object",
                        "moderate",
                        "fields",
                        "replies,delete",
                        "include_values",
                        "true",
                        "callback_url",
                        receiver.address() + "?of=ours",
                        "verify_token",
                        SampleReceiver.TOKEN)
                .ok();

        assertThat(receiver.handshake())
                .containsOnlyKeys("of", "hub.mode", "hub.challenge", "hub.verify_token")
                .containsEntry("hub.mode", "subscribe")
                .containsEntry("hub.verify_token", SampleReceiver.TOKEN);
        assertThat(receiver.handshake().get("hub.challenge")).matches("\\d+");
    }

    @Test
    @Spec({"12 §12.5", "08 §8.5"})
    void tellsOfAMentionWithAllThatGoesWithIt() {
        subscribe(dev, "interaction", "mentions").ok();
        String quoted = dev.as("ann").publish("Quote me");

        JsonNode image = mention("media_type", "IMAGE", "image_url", dev.media().image(), "alt_text", "hills");
        assertThat(image.at("/media_type").asString()).isEqualTo("IMAGE");
        assertThat(image.at("/alt_text").asString()).isEqualTo("hills");
        assertThat(image.at("/media_url").asString()).contains("/media/");
        JsonNode video = mention("media_type", "VIDEO", "video_url", dev.media().video());
        assertThat(video.at("/thumbnail_url").asString()).contains("/media/");
        JsonNode gif = mention("media_type", "TEXT", "gif_attachment", "{\"gif_id\":\"bobbin\"}");
        assertThat(gif.at("/gif_url").asString()).isNotEmpty();
        JsonNode poll =
                mention("media_type", "TEXT", "poll_attachment", "{\"option_a\":\"tea\",\"option_b\":\"coffee\"}");
        assertThat(poll.at("/poll_attachment/option_b").asString()).isEqualTo("coffee");
        JsonNode quote = mention("media_type", "TEXT", "quote_post_id", quoted);
        assertThat(quote.at("/is_quote_post").asBoolean()).isTrue();
        assertThat(quote.at("/quoted_post/id").asString()).isEqualTo(quoted);
        assertThat(quote.has("alt_text")).as("what does not apply is left out").isFalse();
    }

    /** What is told of a post of bob's that mentions ann. */
    private JsonNode mention(String... parameters) {
        Api bob = dev.as("bob");
        String container = bob.post("/me/threads", Api.join(parameters, "text", "for @ann"))
                .ok()
                .text("/id");
        bob.post("/me/threads_publish", "creation_id", container).ok();
        return receiver.next().at("/values/0/value");
    }

    @Test
    @Spec({"12 §12.8", "03 §5", "12 §12.3"})
    void refusesWhoIsNotTheApp() {
        Answer refused = dev.as("ann").get(path(dev));
        assertThat(refused.at("/error/code").asInt()).isEqualTo(10);
        itself(dev)
                .post(
                        path(dev),
                        "object",
                        "moderate",
                        "fields",
                        "replies",
                        "callback_url",
                        receiver.address(),
                        "verify_token",
                        "wrong")
                .refused(
                        400,
                        2200,
                        "(#2200) Callback verification failed with the following errors: HTTP Status Code = 400;"
                                + " HTTP Message = Bad Request");
    }

    @Test
    @Spec("12 §12.7")
    void tellsAfterAKillWhatItHadNotYetTold() {
        Path data = folder.resolve("data");
        try (Launched first = Launched.dev(data, Map.of())) {
            Dev own = first.dev();
            try (SampleReceiver theirs = new SampleReceiver(own.app().secret())) {
                subscribe(own, theirs, "interaction", "publish").ok();
                theirs.answering(500);
                String post = own.as("ann").publish("Tell them later");
                String time = theirs.next().at("/time").asString();
                first.kill();
                theirs.answering(200);
                try (Launched second = Launched.dev(data, Map.of())) {
                    Launched.run("clock", "--forward", "PT2M", "--data", data.toString());
                    JsonNode told = theirs.next();
                    while (!theirs.isEmpty()) {
                        told = theirs.next();
                    }
                    assertThat(told.at("/values/0/value/id").asString()).isEqualTo(post);
                    assertThat(told.at("/time").asString()).isEqualTo(time);
                    assertThat(second.dev().graph()).isNotEmpty();
                }
            }
        }
    }

    /** At least once, and under the same id, wherever the kill met them: not yet in words, waiting, or on their way. */
    @Test
    @Spec("12 §12.7")
    void losesNothingThatWasPublishedWhenItIsKilled() {
        Path data = folder.resolve("burst");
        Set<String> posts = new HashSet<>();
        try (Launched first = Launched.dev(data, Map.of("BOBBIN_LIMITS_PROFILE", "off"));
                SampleReceiver theirs = new SampleReceiver(first.dev().app().secret())) {
            subscribe(first.dev(), theirs, "interaction", "publish").ok();
            theirs.hold();
            for (int i = 0; i < 60; i++) {
                posts.add(first.dev().as("ann").publish("Number " + i));
            }
            theirs.next();
            first.kill();
            theirs.goOn();
            try (Launched _ = Launched.dev(data, Map.of())) {
                Set<String> missing = new HashSet<>(posts);
                while (!missing.isEmpty()) {
                    missing.remove(theirs.next().at("/values/0/value/id").asString());
                }
            }
            assertThat(theirs.bodies()).hasSize(posts.size());
            assertThat(theirs.bodies().values()).allMatch(bodies -> bodies.size() == 1);
        }
    }

    private Answer subscribe(Dev on, String object, String fields) {
        return subscribe(on, receiver, object, fields);
    }

    private static Answer subscribe(Dev on, SampleReceiver to, String object, String fields) {
        return itself(on)
                .post(
                        path(on),
                        "object",
                        object,
                        "fields",
                        fields,
                        "callback_url",
                        to.address(),
                        "verify_token",
                        SampleReceiver.TOKEN);
    }

    /** Calls of the app "Demo" for itself. */
    private static Api itself(Dev on) {
        return new Api(on.graph(), "TH|" + on.app().id() + "|" + on.app().secret());
    }

    private static String path(Dev on) {
        return "/" + on.app().id() + "/subscriptions";
    }
}
