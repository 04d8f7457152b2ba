package bobbin.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bobbin.Fixture;
import bobbin.base.Id;
import bobbin.base.Problem;
import bobbin.base.Refusal;
import bobbin.fetch.Origin;
import bobbin.image.ImageSamples;
import bobbin.media.Media.State;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Images that are fetched while the call waits, and how long media are kept (04 §7, §8.1). */
class MediasTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    @RegisterExtension
    final Gallery gallery = new Gallery(fixture);

    private Problem refusal(String url) {
        return catchThrowableOfType(Refusal.class, () -> gallery.fetchImage(url))
                .problem();
    }

    @Test
    void fetchesAnImageAndKeepsACopy() {
        Media media = gallery.fetchImage(gallery.serve("image/png", ImageSamples.jpeg(1600, 800)));

        assertThat(media.state()).isEqualTo(State.FINISHED);
        assertThat(media.width()).hasValue(1440);
        assertThat(media.height()).hasValue(720);
        assertThat(media.path().orElseThrow()).matches("/media/[0-9a-f]{3}[A-Za-z0-9_-]{22}\\.jpg");
        assertThat(media.thumbnailPath()).isEmpty();
        assertThat(gallery.find(media)).isEqualTo(media);
        byte[] served = gallery.served(media.path()).orElseThrow();
        assertThat(ImageSamples.decode(served).getWidth()).isEqualTo(1440);
        assertThat(media.file().orElseThrow().bytes()).isEqualTo(served.length);
        assertThat(media.file().orElseThrow().digest()).isEqualTo(Digests.of(served));
        assertThat(gallery.files()).hasSize(1);
    }

    @Test
    void keepsATranscript() {
        Media media = gallery.fetchImage(gallery.serve("image/jpeg", ImageSamples.jpeg(400, 400)) + "?token=secret");

        assertThat(gallery.medias.transcript(media.id()).orElseThrow())
                .startsWith("url=http://origin.test:")
                .contains("/file address=127.0.0.1 tls=- status=200 type=\"image/jpeg\" bytes=", " verdict=ANSWERED")
                .doesNotContain("secret");
    }

    @Test
    void refusesWhatCannotBeFetched() {
        for (String url : List.of(
                gallery.serve(Origin.saying("404 Not Found", "gone")),
                gallery.serve(Origin.saying("500 Internal Server Error", "oh")),
                gallery.serve(Origin.saying("204 No Content", "")),
                gallery.serve(Origin.saying("200 OK", "<html>no image</html>")),
                gallery.serve(Origin.saying("200 OK", "")),
                gallery.serve((_, out) -> out.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc".getBytes(UTF_8))),
                "http://127.0.0.1:1/nobody.jpg")) {
            assertThat(refusal(url))
                    .as(url)
                    .isEqualTo(Problem.platform(1, "An unknown error occurred")
                            .withSubcode(2207052)
                            .explained(
                                    "Media download has failed.",
                                    "The media could not be fetched from this URI: " + url));
        }
        assertThat(gallery.files()).isEmpty();
    }

    @Test
    void tellsTheRulesOfImagesApart() {
        byte[] tooMany = ImageSamples.claiming(ImageSamples.png(9, 9), 10_000, 10_000);
        byte[] tooLong = Arrays.copyOf(ImageSamples.jpeg(400, 400), (8 << 20) + 1);

        assertThat(code(gallery.serve("image/png", tooMany))).isEqualTo("36000/2207004");
        assertThat(code(gallery.serve("image/jpeg", tooLong))).isEqualTo("36000/2207004");
        assertThat(code(gallery.serve("image/gif", ImageSamples.gif(400, 400)))).isEqualTo("36001/2207005");
        assertThat(code(gallery.serve("image/jpeg", Arrays.copyOf(ImageSamples.jpeg(400, 400), 900))))
                .isEqualTo("36001/2207005");
        assertThat(code(gallery.serve("image/jpeg", ImageSamples.jpeg(1001, 100))))
                .isEqualTo("36003/2207009");
        assertThat(code(gallery.serve((_, out) -> {
                    out.write("HTTP/1.1 200 OK\r\n\r\n<html>".getBytes(UTF_8));
                    while (true) {
                        out.write(new byte[1 << 16]);
                    }
                })))
                .isEqualTo("1/2207052");
        assertThat(gallery.files()).isEmpty();
    }

    private String code(String url) {
        Problem problem = refusal(url);
        return problem.code() + "/" + problem.subcode().getAsInt();
    }

    @Test
    void refusesWhatIsNoAddress() {
        for (String text :
                List.of("nonsense", "file:///etc/passwd", "data:image/png;base64,AA", "http://u:p@origin.test/")) {
            assertThatThrownBy(() -> MediaSource.of(Media.Kind.IMAGE, text))
                    .hasMessage("Param image_url is not a valid URI.");
            assertThatThrownBy(() -> MediaSource.of(Media.Kind.VIDEO, text))
                    .hasMessage("Param video_url is not a valid URI.");
        }
    }

    @Test
    void goesOnInTheBackgroundIfAServerIsSlow() {
        CountDownLatch slow = new CountDownLatch(1);
        var impatient = gallery.other(settings -> new MediaSettings(
                settings.place(),
                Duration.ofMillis(200),
                settings.imageTime(),
                settings.videoTime(),
                settings.atOnce(),
                settings.unpublished()));
        String url = impatient.serve((line, out) -> {
            await(slow);
            Origin.serving("image/jpeg", ImageSamples.jpeg(400, 400)).answer(line, out);
        });

        Media media = impatient.fetchImage(url);
        assertThat(media.state()).isEqualTo(State.IN_PROGRESS);
        assertThat(media.path()).isEmpty();
        slow.countDown();
        impatient.worker.runDue();
        assertThat(impatient.find(media).state()).isEqualTo(State.FINISHED);
        assertThat(impatient.served(impatient.find(media).path())).isPresent();
        assertThat(impatient.settled).containsExactly(impatient.find(media));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void showsMediaUntilTheLastPostThatHasThemIsGone() {
        Media media = gallery.fetchImage(gallery.serve("image/jpeg", ImageSamples.jpeg(400, 400)));
        Id first = gallery.newPost();
        Id second = gallery.newPost();

        assertThat(gallery.keep(first, media)).isTrue();
        assertThat(gallery.keep(second, media)).isTrue();
        fixture.time.pass(Duration.ofDays(100));
        gallery.sweep();
        gallery.release(first);
        assertThat(gallery.served(media.path())).isPresent();
        gallery.release(second);
        assertThat(gallery.served(media.path())).isEmpty();
        assertThat(gallery.files()).hasSize(1);
        fixture.time.pass(Medias.AFTERLIFE.minusMillis(1));
        gallery.sweep();
        assertThat(gallery.files()).hasSize(1);
        fixture.time.pass(Duration.ofHours(2));
        gallery.sweep();
        assertThat(gallery.files()).isEmpty();
        assertThat(gallery.find(media.id())).isEmpty();
    }

    @Test
    void removesWhatWasNeverPublished() {
        Media media = gallery.fetchImage(gallery.serve("image/jpeg", ImageSamples.jpeg(400, 400)));

        fixture.time.pass(Medias.LIFE.minusMillis(1));
        gallery.sweep();
        assertThat(gallery.served(media.path())).isPresent();
        fixture.time.pass(Duration.ofMillis(1));
        assertThat(gallery.served(media.path())).isEmpty();
        assertThat(gallery.keep(gallery.newPost(), media)).isFalse();
        fixture.time.pass(Duration.ofHours(1));
        gallery.sweep();
        assertThat(gallery.files()).isEmpty();
    }

    @Test
    void prolongsWhatACarouselWaitsFor() {
        Media media = gallery.fetchImage(gallery.serve("image/jpeg", ImageSamples.jpeg(400, 400)));
        fixture.time.pass(Duration.ofHours(24));
        boolean prolonged = fixture.database.write(tx -> gallery.medias.prolong(tx, gallery.ann, List.of(media.id())));

        fixture.time.pass(Duration.ofHours(24));
        assertThat(prolonged).isTrue();
        assertThat(gallery.served(media.path())).isPresent();
        assertThat(gallery.keep(gallery.newPost(), media)).isTrue();
        boolean kept = fixture.database.write(tx -> gallery.medias.prolong(tx, gallery.ann, List.of(media.id())));
        fixture.time.pass(Duration.ofDays(2));
        assertThat(kept).isTrue();
        assertThat(gallery.served(media.path())).isPresent();
    }

    @Test
    void letsNobodyFillTheDisk() {
        var small = gallery.other(settings -> new MediaSettings(
                settings.place(),
                settings.imageWait(),
                settings.imageTime(),
                settings.videoTime(),
                settings.atOnce(),
                1 << 20));
        String url = small.serve("image/jpeg", ImageSamples.noise(1000, 1000));
        List<Media> fetched = List.of(small.fetchImage(url), small.fetchImage(url));

        assertThatThrownBy(() -> small.fetchImage(url)).hasMessage("Application request limit reached");
        small.keep(small.newPost(), fetched.getFirst());
        assertThat(small.fetchImage(url).state()).isEqualTo(State.FINISHED);
    }

    @Test
    void waitsForWhatIsInProgress() throws Exception {
        Media media = gallery.fetchVideo(gallery.serve(Origin.saying("404 Not Found", "")));
        assertThat(gallery.medias.await(List.of(media.id()), Duration.ofMillis(1)))
                .extracting(Media::state)
                .containsExactly(State.IN_PROGRESS);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = threads.submit(() -> gallery.medias.await(List.of(media.id()), Duration.ofMinutes(1)));
            gallery.worker.runDue();
            assertThat(waiting.get()).extracting(Media::state).containsExactly(State.ERROR);
        }
    }
}
