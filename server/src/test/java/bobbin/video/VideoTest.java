package bobbin.video;

import static bobbin.video.Boxes.full;
import static bobbin.video.Boxes.u32;
import static bobbin.video.Boxes.with;
import static bobbin.video.Boxes.without;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import bobbin.video.CodecProfile.Chroma;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a video is, read from its boxes (04 §7.2). */
class VideoTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void readsWhatAVideoIs() {
        Video video = probe(VideoSample.mp4().sound(SampleSound.aac(44100, 2, 96_000)));

        assertThat(video.container()).isEqualTo(Container.MP4);
        assertThat(video.brand()).isEqualTo("isom");
        assertThat(video.duration()).isEqualTo(Duration.ofSeconds(5));
        assertThat(video.indexInFront()).isTrue();
        assertThat(video.fragmented()).isFalse();
        assertThat(video.editLists()).isFalse();
        PictureTrack picture = video.picture();
        assertThat(picture.codec()).isEqualTo(VideoCodec.H264);
        assertThat(picture.format()).isEqualTo("avc1");
        assertThat(List.of(picture.width(), picture.height(), picture.rotation()))
                .containsExactly(640, 360, 0);
        assertThat(picture.frameRate()).isEqualTo(30);
        assertThat(picture.variableFrameRate()).isFalse();
        assertThat(picture.bitRate()).isEqualTo(1_000_000);
        assertThat(picture.openGroups()).isFalse();
        assertThat(picture.profile()).contains(new CodecProfile(100, Chroma.HALF_BOTH_WAYS, 8, false));
        SoundTrack sound = video.sound().orElseThrow();
        assertThat(sound.codec()).isEqualTo(AudioCodec.AAC);
        assertThat(sound.format()).isEqualTo("mp4a");
        assertThat(sound.sampleRate()).isEqualTo(44100);
        assertThat(sound.channels()).isEqualTo(2);
        assertThat(sound.layout()).isEqualTo(ChannelLayout.STEREO);
        assertThat(sound.bitRate()).isCloseTo(96_000, within(20L));
    }

    @Test
    void findsTheIndexAtEitherEnd() {
        assertThat(probe(VideoSample.mp4().indexAtTheEnd()).indexInFront()).isFalse();
        assertThat(probe(VideoSample.mp4().indexAtTheEnd()).picture())
                .isEqualTo(probe(VideoSample.mp4()).picture());
    }

    @Test
    void readsSizesAndPlacesOf64Bits() {
        assertThat(probe(VideoSample.mp4().wide()).picture())
                .isEqualTo(probe(VideoSample.mp4()).picture());
        assertThat(probe(VideoSample.mp4().wide().indexAtTheEnd()).picture())
                .isEqualTo(probe(VideoSample.mp4()).picture());
    }

    @Test
    void knowsQuickTimeByItsBrandAndByHavingNone() {
        byte[] nameless = VideoSample.mov().duration(SECOND).bytes();

        assertThat(probe(VideoSample.mov()).container()).isEqualTo(Container.MOV);
        assertThat(probe(without(nameless, "ftyp")).container()).isEqualTo(Container.MOV);
        assertThat(probe(without(nameless, "ftyp")).brand()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 640, 360", "90, 360, 640", "180, 640, 360", "270, 360, 640"})
    void turnsTheSizeAsThePicturesAreTurned(int degrees, int width, int height) {
        PictureTrack picture = probe(VideoSample.mp4().turned(degrees)).picture();

        assertThat(List.of(picture.rotation(), picture.width(), picture.height()))
                .containsExactly(degrees, width, height);
    }

    @Test
    void takesTheShownSizeNotTheCodedOne() {
        SamplePictures coded = SamplePictures.h264(720, 576);

        PictureTrack stretched =
                probe(VideoSample.mp4().pictures(coded, 1024, 576)).picture();
        PictureTrack unsaid = probe(VideoSample.mp4().pictures(coded.and(Boxes.box("pasp", u32(64, 45))), 0, 0))
                .picture();

        assertThat(List.of(stretched.width(), stretched.height())).containsExactly(1024, 576);
        assertThat(List.of(unsaid.width(), unsaid.height())).containsExactly(1024, 576);
    }

    @Test
    void cutsTheDurationAsTheEditListSays() {
        assertThat(probe(VideoSample.mp4().edited(1250)).duration()).isEqualTo(Duration.ofMillis(1250));
        assertThat(probe(VideoSample.mp4().edited(1250)).editLists()).isTrue();
        assertThat(probe(VideoSample.mp4().edited(0)).duration()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void isAsLongAsItsLongestTrack() {
        byte[] file = VideoSample.mp4().sound(SampleSound.aac(48000, 2, 64_000)).bytes();
        byte[] slow = with(file, "stts", 12, 200);
        byte[] drawnOut = with(file, "stts", 1, 12, 2048);

        assertThat(probe(slow).duration()).isEqualTo(Duration.ofSeconds(10));
        assertThat(probe(drawnOut).duration()).isEqualTo(Duration.ofMillis(9984));
        assertThat(probe(slow).picture().frameRate()).isEqualTo(15);
        assertThat(probe(file).duration())
                .as("sound that ends a frame later does not count")
                .isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void seesThatFramesAreNotShownForTheSameTime() {
        byte[] steady = twoRuns(100, 100);
        byte[] unsteady = twoRuns(100, 150);
        byte[] onlyTheLast = VideoSample.mp4()
                .duration(SECOND)
                .tables(stbl -> replaced(stbl, u32(2, 29, 100, 1, 900)))
                .bytes();

        assertThat(probe(steady).picture().variableFrameRate()).isFalse();
        assertThat(probe(unsteady).picture().variableFrameRate()).isTrue();
        assertThat(probe(unsteady).picture().frameRate()).isEqualTo(24);
        assertThat(probe(onlyTheLast).picture().variableFrameRate()).isFalse();
    }

    @Test
    void addsUpFragments() {
        SamplePictures clip = new TestPattern(64, 48).encode(12, 4);
        Video video = probe(new FragmentedSample(clip, 4).spelledOut());
        Video alike = probe(new FragmentedSample(SamplePictures.h264(640, 360), 1).byDefault(45));

        assertThat(video.fragmented()).isTrue();
        assertThat(video.duration()).isEqualTo(Duration.ofMillis(400));
        assertThat(video.picture().frameRate()).isEqualTo(30);
        assertThat(alike.duration()).isEqualTo(Duration.ofMillis(1500));
        assertThat(alike.picture().bitRate()).isEqualTo(45 * 20 * 8 * 2 / 3);
    }

    @Test
    void believesThatAFragmentBeginsWhenItSays() {
        byte[] file = new FragmentedSample(new TestPattern(64, 48).encode(8, 4), 4).spelledOut();

        Video video = probe(with(file, "tfdt", 1, 4, 2700));

        assertThat(video.duration()).isEqualTo(Duration.ofNanos(1_033_333_333));
    }

    @Test
    void readsWhatOthersWrite() {
        Video high = probe(Specimens.resource(Specimens.HIGH));
        Video hevc = probe(Specimens.resource(Specimens.HEVC));

        assertThat(high.picture().profile()).contains(new CodecProfile(100, Chroma.HALF_BOTH_WAYS, 8, false));
        assertThat(high.picture().frameRate()).isEqualTo(25);
        assertThat(high.sound().orElseThrow().sampleRate()).isEqualTo(44100);
        assertThat(high.duration()).isEqualTo(Duration.ofMillis(400));
        assertThat(hevc.container()).isEqualTo(Container.MOV);
        assertThat(hevc.picture().codec()).isEqualTo(VideoCodec.HEVC);
        assertThat(hevc.picture().profile()).contains(new CodecProfile(1, Chroma.HALF_BOTH_WAYS, 8, false));
        assertThat(hevc.picture().bitRate()).isEqualTo(59_860);
        assertThat(hevc.sound().orElseThrow())
                .extracting(SoundTrack::channels, SoundTrack::layout)
                .containsExactly(1, ChannelLayout.MONO);
    }

    @Test
    void readsALargeFileWithoutLoadingIt(@TempDir Path folder) {
        Path file = VideoSample.mp4()
                .duration(Duration.ofMinutes(5))
                .bitRate(20_000_000)
                .sound(SampleSound.aac(48000, 2, 128_000))
                .indexAtTheEnd()
                .write(folder.resolve("large.mp4"));

        Video video = Video.probe(file);

        assertThat(video.bytes()).isGreaterThan(750_000_000);
        assertThat(video.duration()).isEqualTo(Duration.ofMinutes(5));
        assertThat(video.picture().bitRate()).isEqualTo(20_000_000);
    }

    private static byte[] twoRuns(long one, long other) {
        return VideoSample.mp4()
                .duration(SECOND)
                .tables(stbl -> replaced(stbl, u32(2, 15, one, 15, other)))
                .bytes();
    }

    /** The same table with other times. */
    private static byte[] replaced(byte[] stbl, byte[] runs) {
        return Boxes.box("stbl", full("stts", 0, 0, runs), Arrays.copyOfRange(stbl, 8, stbl.length));
    }

    private static Video probe(VideoSample sample) {
        return probe(sample.bytes());
    }

    private static Video probe(byte[] file) {
        return Video.probe(new InMemory(file));
    }
}
