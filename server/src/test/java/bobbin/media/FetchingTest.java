package bobbin.media;

import static bobbin.media.Media.State.FINISHED;
import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Fixture;
import bobbin.base.Id;
import bobbin.base.Setting;
import bobbin.fetch.Origin;
import bobbin.image.ImageSamples;
import bobbin.media.Media.State;
import bobbin.video.SampleSound;
import bobbin.video.TestPattern;
import bobbin.video.VideoSample;
import bobbin.work.Handler;
import bobbin.work.Job;
import bobbin.work.WorkSettings;
import bobbin.work.Worker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Videos, and whatever else is fetched in the background (04 §7.3, §8.2, §8.3). */
class FetchingTest {
    private static final WorkSettings WORK = WorkSettings.from(Setting::standard);

    @RegisterExtension
    final Fixture fixture = new Fixture();

    @RegisterExtension
    final Gallery gallery = new Gallery(fixture);

    private static byte[] video() {
        return VideoSample.mp4()
                .pictures(new TestPattern(320, 240).encode(12, 4), 320, 240)
                .duration(Duration.ofSeconds(1))
                .sound(SampleSound.silence())
                .bytes();
    }

    private Media processed(String url) {
        Media media = gallery.fetchVideo(url);
        assertThat(media.state()).isEqualTo(State.IN_PROGRESS);
        gallery.worker.runDue();
        return gallery.find(media);
    }

    private void assertError(Media media, String word) {
        assertThat(media.state()).isEqualTo(State.ERROR);
        assertThat(media.error()).contains(word);
        assertThat(media.path()).isEmpty();
        assertThat(gallery.files()).isEmpty();
    }

    @Test
    void fetchesAVideoAndMakesAThumbnail() {
        Media media = processed(gallery.serve("application/octet-stream", video()));

        assertThat(media.state()).isEqualTo(State.FINISHED);
        assertThat(media.error()).isEmpty();
        assertThat(media.width()).hasValue(320);
        assertThat(media.height()).hasValue(240);
        assertThat(media.duration().orElseThrow()).isBetween(Duration.ofSeconds(1), Duration.ofMillis(1100));
        assertThat(media.path().orElseThrow()).endsWith(".mp4");
        assertThat(gallery.served(media.path()))
                .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(video()));
        byte[] thumbnail = gallery.served(media.thumbnailPath()).orElseThrow();
        assertThat(ImageSamples.decode(thumbnail).getWidth()).isEqualTo(320);
        assertThat(gallery.files()).hasSize(2);
        assertThat(gallery.settled).containsExactly(media);
        assertThat(gallery.medias.transcript(media.id()).orElseThrow()).contains("verdict=ANSWERED");
    }

    @Test
    void knowsQuickTimeByItsContent() {
        byte[] file = VideoSample.mov().duration(Duration.ofSeconds(1)).bytes();
        Media media = processed(gallery.serve("text/html", file));

        assertThat(media.path().orElseThrow()).endsWith(".mov");
        assertThat(gallery.studio
                        .files()
                        .find(media.path().orElseThrow().substring(7))
                        .orElseThrow()
                        .mediaType())
                .isEqualTo("video/quicktime");
    }

    @Test
    void saysThatAVideoCouldNotBeFetched() {
        assertError(processed(gallery.serve(Origin.saying("404 Not Found", ""))), "FAILED_DOWNLOADING_VIDEO");
        assertError(processed("http://127.0.0.1:1/nobody.mp4"), "FAILED_DOWNLOADING_VIDEO");
        assertError(
                processed(gallery.serve(Origin.saying("200 OK\nContent-Length: 1073741825", ""))),
                "FAILED_DOWNLOADING_VIDEO");
    }

    @Test
    void saysWhyAVideoCannotBeShown() {
        assertError(processed(gallery.serve("video/mp4", ImageSamples.jpeg(400, 400))), "FAILED_PROCESSING_VIDEO");
        assertError(
                processed(gallery.serve(
                        "video/mp4",
                        VideoSample.mp4()
                                .rate(15, 1)
                                .duration(Duration.ofSeconds(1))
                                .bytes())),
                "INVALID_FRAME_RATE");
        assertError(
                processed(gallery.serve(
                        "video/mp4",
                        VideoSample.mp4()
                                .sound(SampleSound.aac(48_000, 4, 64_000))
                                .duration(Duration.ofSeconds(1))
                                .bytes())),
                "INVALID_AUDIO_CHANNELS");
        assertThat(gallery.settled).hasSize(3);
        assertThat(gallery.medias.transcript(gallery.settled.getFirst().id()).orElseThrow())
                .contains("video=FAILED_PROCESSING_VIDEO");
    }

    @Test
    void beginsAnewWhatDiedWithItsServer() throws IOException {
        Media media = gallery.fetchVideo(gallery.serve("video/mp4", video()));
        Handler dies = job -> {
            throw new DeadServer();
        };
        var dead = new Worker(fixture.database, gallery.jobs, Map.of(Fetching.KIND, dies), WORK);
        try {
            dead.runDue();
        } catch (DeadServer _) {
            Files.createDirectories(gallery.folder.resolve("incoming"));
            Files.write(gallery.folder.resolve("incoming/in-1.part"), new byte[9]);
        }

        gallery.worker.runDue();
        assertThat(gallery.find(media).state()).isEqualTo(State.IN_PROGRESS);
        fixture.time.pass(WORK.hold());
        gallery.worker.runDue();
        assertThat(gallery.find(media).state()).isEqualTo(State.FINISHED);
        assertThat(gallery.settled).hasSize(1);
        Files.setLastModifiedTime(
                gallery.folder.resolve("incoming/in-1.part"),
                FileTime.from(fixture.time.instant().minus(Duration.ofHours(4))));
        gallery.sweep();
        assertThat(gallery.files()).hasSize(2);
    }

    /** What no handler sees and no worker catches. */
    private static final class DeadServer extends Error {
        private static final long serialVersionUID = 1;
    }

    @Test
    void removesWhatADeadServerHadAlreadyKept() {
        Media media = gallery.fetchVideo(gallery.serve("video/mp4", video()));
        var settling = new Settling(fixture.database, MediaEvents.NONE);
        MediaFile half = new MediaFile(
                "0".repeat(25), FileType.MP4, 9, 1, 1, Optional.of(Duration.ofSeconds(1)), "d", Optional.of(1L));
        settling.begin(media, half);
        put(half.name());

        gallery.worker.runDue();
        Media made = gallery.find(media);
        assertThat(made.state()).isEqualTo(State.FINISHED);
        assertThat(made.file().orElseThrow().key()).isNotEqualTo(half.key());
        assertThat(gallery.files()).hasSize(2);
        assertThat(settling.finish(media, half, ""))
                .as("the run that was thought dead")
                .isFalse();
    }

    private void put(FileName name) {
        try {
            var storage = new LocalStorage(gallery.folder);
            storage.put(name, FileType.MP4, Files.write(gallery.folder.resolve("half"), new byte[9]));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void fetchesOnlySoManyAtATime() throws Exception {
        CountDownLatch arrived = new CountDownLatch(2);
        CountDownLatch over = new CountDownLatch(1);
        String url = gallery.serve((line, out) -> {
            arrived.countDown();
            try {
                over.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            Origin.serving("video/mp4", video()).answer(line, out);
        });
        Handler fetching = gallery.studio.fetching();
        List<Job> jobs = List.of(job(url), job(url), job(url));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> fetching.run(jobs.get(0)));
            var second = threads.submit(() -> fetching.run(jobs.get(1)));
            arrived.await();

            assertThat(fetching.run(jobs.get(2)))
                    .contains(fixture.time.instant().plusSeconds(1));
            over.countDown();
            assertThat(first.get()).isEmpty();
            assertThat(second.get()).isEmpty();
        }
        assertThat(fetching.run(jobs.get(2))).isEmpty();
        assertThat(List.copyOf(gallery.settled)).extracting(Media::state).containsExactly(FINISHED, FINISHED, FINISHED);
    }

    private Job job(String url) {
        return new Job(new Id(1), Fetching.KIND, gallery.fetchVideo(url).id(), url, 1);
    }

    @Test
    void triesAgainWhenTheFaultIsOurs() throws IOException {
        Media media = gallery.fetchVideo(gallery.serve("video/mp4", video()));
        Files.write(gallery.folder.resolve("incoming"), new byte[0]); // a file where the folder should be

        gallery.worker.runDue();
        assertThat(gallery.find(media).state()).isEqualTo(State.IN_PROGRESS);
        Files.delete(gallery.folder.resolve("incoming"));
        fixture.time.pass(Duration.ofSeconds(10));
        gallery.worker.runDue();
        assertThat(gallery.find(media).state()).isEqualTo(State.FINISHED);
    }

    @Test
    void givesUpInTheEnd() throws IOException {
        Media media = gallery.fetchVideo(gallery.serve("video/mp4", video()));
        Files.write(gallery.folder.resolve("incoming"), new byte[0]);

        fixture.time.pass(Duration.ofMinutes(15));
        gallery.worker.runDue();
        Media given = gallery.find(media);
        assertThat(given.error()).contains("UNKNOWN");
    }

    @Test
    void forgetsWhatNobodyWantsAnyMore() {
        Media media = gallery.fetchVideo(gallery.serve("video/mp4", video()));
        fixture.database.change(tx -> new Farewell().deleted(tx, gallery.ann));

        gallery.worker.runDue();
        assertThat(gallery.find(media).state()).isEqualTo(State.IN_PROGRESS);
        assertThat(gallery.files()).isEmpty();
    }
}
