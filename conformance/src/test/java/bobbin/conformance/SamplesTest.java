package bobbin.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every kind of image and video, published from the files that a developer's Bobbin brings, without a network. */
class SamplesTest {
    private final Dev dev = Dev.server();
    private final Api ann = dev.as("ann");

    @Test
    @Spec({"04 §7", "07 §7.6.5"})
    void publishesEachSampleImage() throws Exception {
        assertThat(dev.media().images())
                .hasSizeGreaterThanOrEqualTo(3)
                .contains(dev.media().image());
        for (String url : dev.media().images()) {
            String post = publish("media_type", "IMAGE", "image_url", url, "alt_text", "hills");
            assertThat(type(fileOf(post, "media_url"))).isEqualTo("image/jpeg");
        }
    }

    @Test
    @Spec({"04 §7", "04 §9", "07 §7.3"})
    void publishesTheSampleVideo() throws Exception {
        String post = publish("media_type", "VIDEO", "video_url", dev.media().video(), "text", "moving");

        assertThat(ann.get("/" + post, "fields", "media_type").ok().text("/media_type"))
                .isEqualTo("VIDEO");
        assertThat(type(fileOf(post, "media_url"))).isEqualTo("video/mp4");
        assertThat(type(fileOf(post, "thumbnail_url"))).isEqualTo("image/jpeg");
    }

    @Test
    @Spec({"04 §8", "04 §9"})
    void failsWithTheBrokenVideo() {
        String container = ann.post(
                        "/me/threads",
                        "media_type",
                        "VIDEO",
                        "video_url",
                        dev.media().brokenVideo())
                .ok()
                .text("/id");

        ann.post("/me/threads_publish", "creation_id", container)
                .refused(400, 24, "The requested resource does not exist");
        Answer status =
                ann.get("/" + container, "fields", "status,error_message").ok();
        assertThat(status.text("/status")).isEqualTo("ERROR");
        assertThat(status.text("/error_message")).isNotEmpty();
    }

    @Test
    @Spec({"04 §10", "07 §7.5"})
    void publishesACarouselOfAllOfThem() {
        List<String> items = new ArrayList<>();
        dev.media()
                .images()
                .forEach(url -> items.add(draft("media_type", "IMAGE", "image_url", url, "is_carousel_item", "true")));
        items.add(draft("media_type", "VIDEO", "video_url", dev.media().video(), "is_carousel_item", "true"));

        String post = publish("media_type", "CAROUSEL", "children", String.join(",", items));

        Answer shown =
                ann.get("/" + post, "fields", "media_type,children{media_type}").ok();
        assertThat(shown.text("/media_type")).isEqualTo("CAROUSEL_ALBUM");
        assertThat(shown.at("/children/data").size()).isEqualTo(items.size());
        assertThat(shown.text("/children/data/" + (items.size() - 1) + "/media_type"))
                .isEqualTo("VIDEO");
    }

    @Test
    @Spec({"04 §5.4", "07 §7.3"})
    void showsMovingPicturesWithoutANetwork() throws Exception {
        for (String id : List.of(dev.media().gifs().getFirst(), "l0MYt5jPR6QX5pnqM")) {
            String post = ann.publish("look", "gif_attachment", "{\"gif_id\":\"" + id + "\",\"provider\":\"GIPHY\"}");
            assertThat(type(fileOf(post, "gif_url"))).isEqualTo("image/gif");
        }
    }

    private String draft(String... parameters) {
        return ann.post("/me/threads", parameters).ok().text("/id");
    }

    private String publish(String... parameters) {
        return ann.post("/me/threads_publish", "creation_id", draft(parameters))
                .ok()
                .text("/id");
    }

    private String fileOf(String post, String field) {
        return ann.get("/" + post, "fields", field).ok().text("/" + field);
    }

    private static String type(String url) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> file =
                    client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofByteArray());
            assertThat(file.statusCode()).isEqualTo(200);
            assertThat(file.body()).isNotEmpty();
            return file.headers().firstValue("content-type").orElseThrow();
        }
    }
}
