package bobbin.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bobbin.Fixture;
import bobbin.GraphClient;
import bobbin.GraphClient.Answer;
import bobbin.base.Id;
import bobbin.base.Scope;
import bobbin.base.Setting;
import bobbin.http.HttpSettings;
import bobbin.http.PublicUrls;
import bobbin.http.Request;
import bobbin.image.ImageSamples;
import bobbin.media.Media.State;
import bobbin.video.VideoSample;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Files that people bring themselves: an extension of the API. */
class UploadsTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    @RegisterExtension
    final Gallery gallery = new Gallery(fixture);

    private final GraphClient client = client(gallery.ann, EnumSet.allOf(Scope.class));

    private GraphClient client(Id account, Set<Scope> scopes) {
        PublicUrls urls = new PublicUrls(HttpSettings.from(Setting::standard));
        return new GraphClient(fixture.time, account, scopes, new MediaGraph(gallery.studio.uploads(), urls));
    }

    private Answer upload(byte[] file) {
        return upload(client, "file", file);
    }

    private static Answer upload(GraphClient client, String name, byte[] file) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--b\r\nContent-Disposition: form-data; name=" + name + "; filename=a.html\r\n"
                        + "Content-Type: text/html\r\n\r\n")
                .getBytes(ISO_8859_1));
        body.writeBytes(file);
        body.writeBytes("\r\n--b--\r\n".getBytes(ISO_8859_1));
        return client.answer(Request.of("POST", "/v1.0/me/uploads?access_token=t")
                .withBody("multipart/form-data; boundary=b", body.toByteArray()));
    }

    @Test
    void takesImagesAndVideos() {
        Answer image = upload(ImageSamples.jpeg(400, 400));

        assertThat(image.status()).isEqualTo(200);
        assertThat(image.at("/url")).matches("http://localhost/uploads/[0-9a-f]{3}[A-Za-z0-9_-]{22}\\.jpg");
        assertThat(image.at("/media_type")).isEqualTo("image/jpeg");
        assertThat(image.at("/bytes")).isEqualTo(Integer.toString(ImageSamples.jpeg(400, 400).length));
        assertThat(image.at("/expiration_timestamp")).isEqualTo("2026-01-02T12:00:00+0000");
        assertThat(upload(ImageSamples.png(400, 400)).at("/media_type")).isEqualTo("image/png");
        assertThat(upload(video(VideoSample.mp4())).at("/media_type")).isEqualTo("video/mp4");
        assertThat(upload(video(VideoSample.mov())).at("/media_type")).isEqualTo("video/quicktime");
        assertThat(gallery.files()).hasSize(4);
    }

    private static byte[] video(VideoSample sample) {
        return sample.duration(Duration.ofSeconds(1)).bytes();
    }

    @Test
    void makesContainersOfThem() {
        Media image = gallery.fetchImage(upload(ImageSamples.jpeg(1600, 400)).at("/url"));
        Media video = gallery.fetchVideo(upload(video(VideoSample.mp4())).at("/url"));
        gallery.worker.runDue();

        assertThat(image.width()).hasValue(1440);
        assertThat(gallery.find(video).state()).isEqualTo(State.FINISHED);
        assertThat(gallery.served(gallery.find(video).path())).isPresent();
    }

    @Test
    void servesNoneOfThemAsTheyCame() {
        String url = upload(ImageSamples.jpeg(400, 400)).at("/url");

        assertThat(gallery.studio.files().find(url.substring(url.lastIndexOf('/') + 1)))
                .isEmpty();
    }

    @Test
    void keepsThemForTheirOwner() {
        String url = upload(client(gallery.bob, EnumSet.allOf(Scope.class)), "file", ImageSamples.jpeg(400, 400))
                .at("/url");

        assertThatThrownBy(() -> gallery.fetchImage(url)).hasMessage("An unknown error occurred");
    }

    @Test
    void keepsThemForADay() {
        String url = upload(ImageSamples.jpeg(400, 400)).at("/url");
        fixture.time.pass(Duration.ofHours(24).minusMillis(1));
        assertThat(gallery.fetchImage(url).state()).isEqualTo(State.FINISHED);

        fixture.time.pass(Duration.ofMillis(1));
        assertThatThrownBy(() -> gallery.fetchImage(url)).hasMessage("An unknown error occurred");
        gallery.sweep();
        assertThat(gallery.files()).hasSize(1);
    }

    @Test
    void refusesOtherFiles() {
        assertThat(upload(ImageSamples.gif(40, 40)).at("/error/error_subcode")).isEqualTo("2207005");
        assertThat(upload("<html>".getBytes(ISO_8859_1)).at("/error/code")).isEqualTo("36001");
        assertThat(upload(new byte[0]).at("/error/code")).isEqualTo("36001");
        assertThat(upload(Arrays.copyOf(ImageSamples.jpeg(400, 400), (8 << 20) + 1))
                        .at("/error/code"))
                .isEqualTo("36000");
        assertThat(upload(client, "picture", ImageSamples.jpeg(400, 400)).at("/error/message"))
                .isEqualTo("The parameter file is required");
        assertThat(client.post("/me/uploads", "file", "text").at("/error/message"))
                .isEqualTo("The parameter file is required");
        assertThat(gallery.files()).isEmpty();
    }

    @Test
    void needsThePermissionToPublish() {
        GraphClient reader = client(gallery.ann, Set.of(Scope.BASIC));

        assertThat(upload(reader, "file", ImageSamples.jpeg(400, 400)).at("/error/code"))
                .isEqualTo("10");
    }
}
