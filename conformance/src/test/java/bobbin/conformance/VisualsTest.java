package bobbin.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Images and carousels, from a file of one's own to the picture that everybody can fetch. */
class VisualsTest {
    private final Dev dev = Dev.server();
    private final Api ann = dev.as("ann");

    @Test
    @Spec(
            value = {"04 §7", "07 §7.6.5", "07 §7.3"},
            edges = {"POST /{account}/uploads"})
    void publishesAnImageThatWasUploaded() throws Exception {
        String post = publish(image("text", "look", "alt_text", "a square"));

        Answer shown =
                ann.get("/" + post, "fields", "media_type,media_url,alt_text").ok();
        assertThat(shown.text("/media_type")).isEqualTo("IMAGE");
        assertThat(shown.text("/alt_text")).isEqualTo("a square");
        HttpResponse<byte[]> file = fetch(shown.text("/media_url"), "bytes=0-1");
        assertThat(file.statusCode()).isEqualTo(206);
        assertThat(file.headers().firstValue("content-type")).contains("image/jpeg");
        assertThat(file.body()).containsExactly(0xff, 0xd8);

        ann.delete("/" + post).ok();
        assertThat(fetch(shown.text("/media_url"), "bytes=0-1").statusCode()).isEqualTo(404);
    }

    @Test
    @Spec({"04 §10", "07 §7.5"})
    void publishesACarousel() throws Exception {
        String first = image("is_carousel_item", "true", "alt_text", "one");
        String second = image("is_carousel_item", "true");
        String carousel = ann.post("/me/threads", "media_type", "CAROUSEL", "children", first + "," + second)
                .ok()
                .text("/id");

        String post = publish(carousel);

        Answer shown = ann.get("/" + post, "fields", "media_type,children{media_url,alt_text}")
                .ok();
        assertThat(shown.text("/media_type")).isEqualTo("CAROUSEL_ALBUM");
        assertThat(shown.text("/children/data/0/alt_text")).isEqualTo("one");
        assertThat(shown.text("/children/data/1/media_url")).startsWith("http");
        ann.post("/me/threads_publish", "creation_id", first).refused(400, 24, "The requested resource does not exist");
    }

    @Test
    @Spec({"04 §7.4", "04 §19"})
    void saysWhyAnImageIsNotTaken() {
        ann.post("/me/threads", "media_type", "IMAGE").refused(400, 100, "The parameter image_url is required");
        ann.post("/me/threads", "media_type", "IMAGE", "image_url", "pic.jpg")
                .refused(400, 100, "Param image_url is not a valid URI.");
        Answer answer = ann.post("/me/threads", "media_type", "IMAGE", "image_url", "http://127.0.0.1:1/x.jpg");
        assertThat(answer.text("/error/error_subcode")).isEqualTo("2207052");
        assertThat(answer.text("/error/error_user_title")).isEqualTo("Media download has failed.");
    }

    private String image(String... more) throws IOException {
        return ann.post("/me/threads", Api.join(more, "media_type", "IMAGE", "image_url", upload()))
                .ok()
                .text("/id");
    }

    private String publish(String container) {
        return ann.post("/me/threads_publish", "creation_id", container).ok().text("/id");
    }

    private String upload() throws IOException {
        var file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB), "png", file);
        byte[] head = """
                --b
                Content-Disposition: form-data; name="file"; filename="a.png"
                Content-Type: image/png

                """.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] tail = "\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8);
        return ann.send(ann.request("/me/uploads")
                        .header("Authorization", "Bearer " + ann.token())
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(BodyPublishers.ofByteArrays(List.of(head, file.toByteArray(), tail))))
                .ok()
                .text("/url");
    }

    private static HttpResponse<byte[]> fetch(String url, String range) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(url))
                            .header("Range", range)
                            .build(),
                    BodyHandlers.ofByteArray());
        }
    }
}
