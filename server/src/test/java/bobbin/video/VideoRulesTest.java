package bobbin.video;

import static bobbin.video.VideoProblem.FAILED_DOWNLOADING_VIDEO;
import static bobbin.video.VideoProblem.FAILED_PROCESSING_AUDIO;
import static bobbin.video.VideoProblem.FAILED_PROCESSING_VIDEO;
import static bobbin.video.VideoProblem.INVALID_ASPEC_RATIO;
import static bobbin.video.VideoProblem.INVALID_AUDIO_CHANNELS;
import static bobbin.video.VideoProblem.INVALID_AUDIO_CHANNEL_LAYOUT;
import static bobbin.video.VideoProblem.INVALID_BIT_RATE;
import static bobbin.video.VideoProblem.INVALID_DURATION;
import static bobbin.video.VideoProblem.INVALID_FRAME_RATE;
import static org.assertj.core.api.Assertions.assertThat;

import bobbin.base.Setting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jcodec.common.model.ColorSpace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each rule of 04 §7.2 at its limit and one beyond, with the words of 04 §8.3, on generated files. */
class VideoRulesTest {
    private static final Duration SHORT = Duration.ofMillis(200);

    private final VideoRules rules = new VideoRules(false);
    private final VideoRules strict = new VideoRules(true);

    @TempDir
    Path folder;

    @Test
    void spellsTheProblemsAsMetaDoes() {
        assertThat(Stream.of(VideoProblem.values()).map(Enum::name))
                .containsExactly(
                        "FAILED_DOWNLOADING_VIDEO",
                        "FAILED_PROCESSING_AUDIO",
                        "FAILED_PROCESSING_VIDEO",
                        "INVALID_ASPEC_RATIO",
                        "INVALID_BIT_RATE",
                        "INVALID_DURATION",
                        "INVALID_FRAME_RATE",
                        "INVALID_AUDIO_CHANNELS",
                        "INVALID_AUDIO_CHANNEL_LAYOUT",
                        "UNKNOWN");
    }

    @Test
    void isTolerantUnlessTold() {
        assertThat(VideoRules.from(new Setting.Values() {
                    @Override
                    public <T> T get(Setting<T> setting) {
                        return setting.standard();
                    }
                }))
                .isEqualTo(rules);
        assertThat(VideoRules.STRICT.key()).isEqualTo("media.video.strict");
    }

    @Test
    void takesAnOrdinaryVideoInBothContainers() {
        SampleSound sound = SampleSound.aac(48000, 2, 120_000);

        assertThat(judged(VideoSample.mp4().sound(sound))).isEmpty();
        assertThat(judged(VideoSample.mov().sound(sound))).isEmpty();
        assertThat(judgedStrictly(VideoSample.mp4().sound(sound))).isEmpty();
        assertThat(judgedStrictly(VideoSample.mov())).isEmpty();
    }

    @Test
    void takesAGigabyte() {
        Duration time = Duration.ofMinutes(2);
        Path exact = VideoSample.mp4().duration(time).filledWith(900_000_000).write(folder.resolve("below.mp4"));
        long filler = 900_000_000 + VideoRules.LARGEST - Video.probe(exact).bytes();

        assertThat(judged(time, filler)).isEmpty();
        assertThat(judged(time, filler + 1)).contains(FAILED_DOWNLOADING_VIDEO);
    }

    @Test
    void takesH264AndHevcAndNothingElse() {
        assertThat(judged(coded(SamplePictures.h264(640, 360)))).isEmpty();
        assertThat(judged(coded(SamplePictures.hevc(640, 360)))).isEmpty();
        assertThat(judged(coded(SamplePictures.of("mp4v", 640, 360)))).contains(FAILED_PROCESSING_VIDEO);
        assertThat(judged(coded(SamplePictures.of("av01", 640, 360)))).contains(FAILED_PROCESSING_VIDEO);
        assertThat(judged(coded(SamplePictures.of("encv", 640, 360)))).contains(FAILED_PROCESSING_VIDEO);
    }

    @Test
    void takesOnly420() {
        assertThat(judged(coded(SamplePictures.h264(640, 360, sps -> sps.chromaFormatIdc = ColorSpace.MONO))))
                .contains(FAILED_PROCESSING_VIDEO);
        assertThat(judged(coded(SamplePictures.h264(640, 360, sps -> sps.chromaFormatIdc = ColorSpace.YUV422))))
                .contains(FAILED_PROCESSING_VIDEO);
        assertThat(judged(coded(SamplePictures.hevc(640, 360, 0x90, 3)))).contains(FAILED_PROCESSING_VIDEO);
        assertThat(judged(coded(SamplePictures.h264(640, 360, sps -> sps.bitDepthLumaMinus8 = 2))))
                .as("more bits are no rule")
                .isEmpty();
    }

    @Test
    void takesOnlyProgressivePictures() {
        SamplePictures fields = SamplePictures.h264(640, 360, sps -> sps.frameMbsOnlyFlag = false);

        assertThat(judged(coded(fields))).contains(FAILED_PROCESSING_VIDEO);
        assertThat(judged(coded(fields.and(Boxes.box("fiel", Boxes.u8(2, 9)))))).contains(FAILED_PROCESSING_VIDEO);
        assertThat(judged(coded(fields.and(Boxes.box("fiel", Boxes.u8(1, 0))))))
                .as("may have fields and has none")
                .isEmpty();
        assertThat(judged(coded(SamplePictures.hevc(640, 360, 0x40, 1)))).contains(FAILED_PROCESSING_VIDEO);
    }

    @Test
    void takesOnlyClosedGroupsOfPictures() {
        assertThat(judged(withTable("stps", Boxes.u32(1, 3)))).contains(FAILED_PROCESSING_VIDEO);
        assertThat(judged(withTable("stps", Boxes.u32(0)))).isEmpty();
        assertThat(judged(withTable("sgpd", Boxes.letters("rap "), Boxes.u32(1, 1))))
                .contains(FAILED_PROCESSING_VIDEO);
        assertThat(judged(withTable("sgpd", Boxes.letters("roll"), Boxes.u32(1, 1))))
                .isEmpty();
    }

    @Test
    void takesUpToFiveMinutes() {
        assertThat(judged(lasting(Duration.ZERO))).contains(INVALID_DURATION);
        assertThat(judged(lasting(Duration.ofMillis(40)))).isEmpty();
        assertThat(judged(lasting(Duration.ofMinutes(5)))).isEmpty();
        assertThat(judged(lasting(Duration.ofMinutes(5)).sound(SampleSound.aac(48000, 2, 2000))))
                .as("with the last frame of sound")
                .isEmpty();
        assertThat(judged(lasting(Duration.ofMinutes(5)).edited(300_001))).contains(INVALID_DURATION);
        assertThat(judged(lasting(Duration.ofMillis(300_040)))).contains(INVALID_DURATION);
    }

    @Test
    void takesRatiosUpToTenToOneAndOneToAHundred() {
        assertThat(judged(VideoSample.mp4().size(1920, 192))).isEmpty();
        assertThat(judged(VideoSample.mp4().size(1920, 191))).contains(INVALID_ASPEC_RATIO);
        assertThat(judged(VideoSample.mp4().size(16, 1600))).isEmpty();
        assertThat(judged(VideoSample.mp4().size(16, 1601))).contains(INVALID_ASPEC_RATIO);
        assertThat(judged(VideoSample.mp4().size(1600, 16))).contains(INVALID_ASPEC_RATIO);
        assertThat(judged(VideoSample.mp4().size(1600, 16).turned(90)))
                .as("the ratio is that of what is shown")
                .isEmpty();
    }

    @Test
    void takes23To60FramesWithATenthOfTolerance() {
        assertThat(judged(VideoSample.mp4().rate(229, 10))).isEmpty();
        assertThat(judged(VideoSample.mp4().rate(22_899, 1000))).contains(INVALID_FRAME_RATE);
        assertThat(judged(VideoSample.mp4().rate(24_000, 1001))).isEmpty();
        assertThat(judged(VideoSample.mp4().rate(60_000, 1001))).isEmpty();
        assertThat(judged(VideoSample.mp4().rate(601, 10))).isEmpty();
        assertThat(judged(VideoSample.mp4().rate(60_101, 1000))).contains(INVALID_FRAME_RATE);
    }

    @Test
    void takesUpTo100MegabitsASecond() {
        VideoSample sample = VideoSample.mp4().duration(Duration.ofSeconds(1));

        assertThat(judged(sample.bitRate(100_000_000))).isEmpty();
        assertThat(judged(sample.bitRate(100_000_008))).contains(INVALID_BIT_RATE);
    }

    @Test
    void takesAacOfUpTo48KilohertzAndNothingElse() {
        assertThat(judged(SampleSound.aac(48000, 2, 96_000))).isEmpty();
        assertThat(judged(SampleSound.aac(48001, 2, 96_000))).contains(FAILED_PROCESSING_AUDIO);
        assertThat(judged(SampleSound.aac(8000, 1, 16_000))).isEmpty();
        assertThat(judged(SampleSound.ofKind(0x6b))).contains(FAILED_PROCESSING_AUDIO);
        assertThat(judged(SampleSound.of("Opus", 48000, 2))).contains(FAILED_PROCESSING_AUDIO);
        assertThat(judged(SampleSound.of("sowt", 44100, 2))).contains(FAILED_PROCESSING_AUDIO);
    }

    @Test
    void takesMonoAndStereo() {
        SampleSound stereo = SampleSound.aac(48000, 2, 96_000);

        assertThat(judged(SampleSound.aac(48000, 1, 64_000))).isEmpty();
        assertThat(judged(stereo)).isEmpty();
        assertThat(judged(SampleSound.aac(48000, 3, 96_000))).contains(INVALID_AUDIO_CHANNELS);
        assertThat(judged(SampleSound.aac(48000, 8, 96_000))).contains(INVALID_AUDIO_CHANNELS);
        assertThat(judged(stereo.arranged(108L << 16 | 2, 0))).contains(INVALID_AUDIO_CHANNEL_LAYOUT);
    }

    @Test
    void isStrictAboutTheFrontTheEditsTheColumnsAndTheSoundOnlyIfTold() {
        assertThat(judged(VideoSample.mp4().indexAtTheEnd())).isEmpty();
        assertThat(judgedStrictly(VideoSample.mp4().indexAtTheEnd())).contains(FAILED_PROCESSING_VIDEO);
        assertThat(judged(VideoSample.mp4().edited(3000))).isEmpty();
        assertThat(judgedStrictly(VideoSample.mp4().edited(3000))).contains(FAILED_PROCESSING_VIDEO);
        assertThat(judged(VideoSample.mp4().size(1922, 1080))).isEmpty();
        assertThat(judgedStrictly(VideoSample.mp4().size(1920, 1080))).isEmpty();
        assertThat(judgedStrictly(VideoSample.mp4().size(1922, 1080))).contains(FAILED_PROCESSING_VIDEO);
        Video loud = probe(sounding(SampleSound.aac(32000, 2, 128_000)));
        assertThat(strict.judge(loud)).isEmpty();
        assertThat(judged(SampleSound.aac(32000, 2, 129_000))).isEmpty();
        assertThat(judgedStrictly(sounding(SampleSound.aac(32000, 2, 129_000)))).contains(INVALID_BIT_RATE);
    }

    private Optional<VideoProblem> judged(Duration time, long filler) {
        Path file = folder.resolve(filler + ".mp4");
        return rules.judge(
                Video.probe(VideoSample.mp4().duration(time).filledWith(filler).write(file)));
    }

    private Optional<VideoProblem> judged(SampleSound sound) {
        return judged(sounding(sound));
    }

    private Optional<VideoProblem> judged(VideoSample sample) {
        return rules.judge(probe(sample));
    }

    private Optional<VideoProblem> judgedStrictly(VideoSample sample) {
        return strict.judge(probe(sample));
    }

    private static Video probe(VideoSample sample) {
        return Video.probe(new InMemory(sample.bytes()));
    }

    private static VideoSample coded(SamplePictures pictures) {
        return VideoSample.mp4().duration(SHORT).pictures(pictures, 640, 360);
    }

    private static VideoSample sounding(SampleSound sound) {
        return VideoSample.mov()
                .duration(Duration.ofMillis(3200))
                .bitRate(80_000)
                .sound(sound);
    }

    private static VideoSample lasting(Duration time) {
        return VideoSample.mp4().duration(time).rate(25, 1).bitRate(8000);
    }

    private static VideoSample withTable(String type, byte[]... body) {
        return VideoSample.mp4()
                .duration(SHORT)
                .tables(stbl ->
                        Boxes.box("stbl", Arrays.copyOfRange(stbl, 8, stbl.length), Boxes.full(type, 0, 0, body)));
    }
}
