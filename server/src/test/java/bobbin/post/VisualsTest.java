package bobbin.post;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Fixture;
import bobbin.GraphClient;
import bobbin.image.ImageSamples;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Images and videos through the API (04 §2, §8, §9; 07 §7.3). */
class VisualsTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final Exhibition show = new Exhibition(fixture);
    private final GraphClient ann = show.ann;

    @AfterEach
    void close() {
        show.close();
    }

    @Test
    void publishesAnImage() {
        String post = Exhibition.publish(
                ann, show.image("text", "look", "alt_text", "a picture", "is_spoiler_media", "true"));

        var shown = ann.get("/" + post, "fields", "media_type,media_url,thumbnail_url,alt_text,text,is_spoiler_media");
        assertThat(shown.at("/media_type")).isEqualTo("IMAGE");
        assertThat(shown.at("/media_url")).matches("http://localhost/.+\\.jpg");
        assertThat(shown.at("/alt_text")).isEqualTo("a picture");
        assertThat(shown.at("/is_spoiler_media")).isEqualTo("true");
        assertThat(shown.has("/thumbnail_url")).isFalse();
    }

    @Test
    void refusesAnImageThatCannotBeFetched() {
        var answer = ann.post("/me/threads", "media_type", "IMAGE", "image_url", show.serve("text/plain", new byte[9]));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/error/error_user_title")).isNotEmpty();
        assertThat(ann.post("/me/threads", "media_type", "IMAGE", "image_url", "http://127.0.0.1:1/x")
                        .at("/error/error_subcode"))
                .isEqualTo("2207052");
    }

    @Test
    void asksNobodyForAnImageOfADraftThatIsRefusedAnyway() {
        String url = show.serve("image/jpeg", ImageSamples.jpeg(400, 300));

        var answer = ann.post("/me/threads", "media_type", "IMAGE", "image_url", url, "quote_post_id", "1");

        assertThat(answer.at("/error/message")).isEqualTo("Param quote_post_id is not a valid threads_media ID");
        assertThat(show.origins.getLast().asked).isEmpty();
    }

    @Test
    void publishesAVideoWhenItIsReady() {
        String container = show.video();
        assertThat(show.status(container)).isEqualTo("IN_PROGRESS");
        assertThat(show.client(show.town.ann, impatient())
                        .post("/me/threads_publish", "creation_id", container)
                        .at("/error/code"))
                .isEqualTo("24");

        show.town.work();

        assertThat(show.status(container)).isEqualTo("FINISHED");
        String post = Exhibition.publish(ann, container);
        var shown = ann.get("/" + post, "fields", "media_type,media_url,thumbnail_url");
        assertThat(shown.at("/media_type")).isEqualTo("VIDEO");
        assertThat(shown.at("/media_url")).endsWith(".mp4");
        assertThat(shown.at("/thumbnail_url")).endsWith(".jpg");
    }

    @Test
    void saysWhatIsWrongWithAVideo() {
        String container = ann.post(
                        "/me/threads", "media_type", "VIDEO", "video_url", show.serve("video/mp4", new byte[99]))
                .at("/id");

        show.town.work();

        assertThat(ann.get("/" + container, "fields", "id,status,error_message").text())
                .isEqualTo("{\"id\":\"" + container
                        + "\",\"status\":\"ERROR\",\"error_message\":\"FAILED_PROCESSING_VIDEO\"}");
        assertThat(ann.post("/me/threads_publish", "creation_id", container).at("/error/error_subcode"))
                .isEqualTo("4279009");
    }

    @Test
    void takesAltTextOf1000CharactersAndNoMore() {
        assertThat(show.image("alt_text", "x".repeat(1000))).isNotEmpty();
        assertThat(ann.post(
                                "/me/threads",
                                "media_type",
                                "IMAGE",
                                "image_url",
                                "https://a.example/i.jpg",
                                "alt_text",
                                "x".repeat(1001))
                        .at("/error/message"))
                .isEqualTo("Param alt_text must be at most 1000 characters long.");
        assertThat(ann.post("/me/threads", "media_type", "TEXT", "text", "x", "alt_text", "x".repeat(1001))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void publishesAtOnceNothingButTexts() {
        String container = show.image("auto_publish_text", "true");

        assertThat(show.status(container)).isEqualTo("FINISHED");
    }

    private PublishGraph impatient() {
        PostSettings settings = Sketch.settings(PostSettings.WAIT, Duration.ZERO);
        return new PublishGraph(
                show.town.publishing(settings, new PostRules() {}, new PostEvents() {}),
                show.town.reposts(),
                show.town.deletions(),
                settings);
    }
}
