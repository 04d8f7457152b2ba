package bobbin.video;

import static bobbin.video.Boxes.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the sound of a video is, in the forms of MP4 and QuickTime (04 §7.2). */
class SoundTrackTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void takesTheFirstTrackThatIsSwitchedOn() {
        byte[] file = VideoSample.mp4()
                .duration(SECOND)
                .sound(SampleSound.aac(48000, 1, 64_000))
                .sound(SampleSound.aac(48000, 2, 64_000))
                .bytes();

        assertThat(probe(file).sound().orElseThrow().channels()).isEqualTo(1);
        assertThat(probe(with(file, "tkhd", 1, 0, 0)).sound().orElseThrow().channels())
                .isEqualTo(2);
        assertThat(probe(with(with(file, "tkhd", 1, 0, 0), "tkhd", 2, 0, 0))
                        .sound()
                        .orElseThrow()
                        .channels())
                .isEqualTo(1);
    }

    @Test
    void saysNothingOfSoundWithoutSamples() {
        byte[] file = VideoSample.mp4()
                .sound(SampleSound.aac(48000, 2, 64_000))
                .duration(Duration.ZERO)
                .bytes();

        assertThat(probe(file).sound()).isEmpty();
        assertThat(probe(file).duration()).isZero();
        assertThat(probe(file).picture().frameRate()).isZero();
    }

    @Test
    void readsSoundAsQuickTimeDescribesIt() {
        SoundTrack one = sound(SampleSound.quickTime1(44100, 2));
        SoundTrack two = sound(SampleSound.quickTime2(48000, 1));

        assertThat(one).extracting(SoundTrack::sampleRate, SoundTrack::channels).containsExactly(44100, 2);
        assertThat(two).extracting(SoundTrack::sampleRate, SoundTrack::channels).containsExactly(48000, 1);
        assertThat(List.of(one.codec(), two.codec())).containsOnly(AudioCodec.AAC);
    }

    @Test
    void believesTheHeaderOfTheCodecMoreThanTheEntry() {
        SoundTrack sound = sound(SampleSound.withHeader(SampleSound.config(32000, 1)));
        SoundTrack own = sound(SampleSound.withHeader(SampleSound.config(50000, 2)));

        assertThat(sound)
                .extracting(SoundTrack::sampleRate, SoundTrack::channels)
                .containsExactly(32000, 1);
        assertThat(own.sampleRate()).isEqualTo(50000);
    }

    @Test
    void readsTheKindsOfAac() {
        byte[] replicated = bits("00101 0110 0010 0011 00010"); // spectral bands: 24 kHz coded, 48 kHz heard
        byte[] parametric = bits("11101 0110 0001 0011 00010"); // parametric stereo: one channel coded, two heard
        byte[] unified = bits("11111 001010 0011 0010"); // speech and audio, which is no AAC

        assertThat(sound(SampleSound.withHeader(replicated)))
                .extracting(SoundTrack::sampleRate, SoundTrack::channels)
                .containsExactly(48000, 2);
        assertThat(sound(SampleSound.withHeader(parametric)))
                .extracting(SoundTrack::sampleRate, SoundTrack::channels)
                .containsExactly(48000, 2);
        assertThat(sound(SampleSound.withHeader(unified)).codec()).isEqualTo(AudioCodec.OTHER);
        assertThat(sound(SampleSound.ofKind(0x6b)).codec()).isEqualTo(AudioCodec.OTHER);
        assertThat(sound(SampleSound.ofKind(0x67)).codec()).isEqualTo(AudioCodec.AAC);
    }

    @Test
    void seesWhereChannelsBelong() {
        SampleSound stereo = SampleSound.aac(48000, 2, 64_000);
        byte[] twoSingles = arranged("0010 0000 0000 00", "0 0000 0 0001");
        byte[] onePair = arranged("0001 0000 0000 00", "1 0000");
        byte[] pairAndBass = arranged("0001 0000 0000 01", "1 0000 0001");

        assertThat(sound(stereo).layout()).isEqualTo(ChannelLayout.STEREO);
        assertThat(sound(SampleSound.aac(48000, 1, 64_000)).layout()).isEqualTo(ChannelLayout.MONO);
        assertThat(sound(SampleSound.aac(48000, 8, 64_000)).layout()).isEqualTo(ChannelLayout.OTHER);
        assertThat(sound(stereo.arranged(101L << 16 | 2, 0)).layout()).isEqualTo(ChannelLayout.STEREO);
        assertThat(sound(stereo.arranged(1L << 16, 3)).layout()).isEqualTo(ChannelLayout.STEREO);
        assertThat(sound(stereo.arranged(1L << 16, 0x30)).layout()).isEqualTo(ChannelLayout.OTHER);
        assertThat(sound(stereo.arranged(108L << 16 | 2, 0)).layout()).isEqualTo(ChannelLayout.OTHER);
        assertThat(layout(twoSingles)).isEqualTo("2 OTHER");
        assertThat(layout(onePair)).isEqualTo("2 STEREO");
        assertThat(layout(pairAndBass)).isEqualTo("3 OTHER");
    }

    /** AAC whose channels are listed: how many of each sort, and then each. */
    private static byte[] arranged(String counts, String elements) {
        return bits("00010 0011 0000 000 0000 01 0011" + counts + "000 0000 000" + elements);
    }

    private static byte[] bits(String text) {
        String bits = text.replace(" ", "");
        byte[] bytes = new byte[(bits.length() + 7) / 8];
        for (int i = 0; i < bits.length(); i++) {
            bytes[i / 8] |= (byte) ((bits.charAt(i) - '0') << (7 - i % 8));
        }
        return bytes;
    }

    private static String layout(byte[] header) {
        SoundTrack sound = sound(SampleSound.withHeader(header));
        return sound.channels() + " " + sound.layout();
    }

    private static SoundTrack sound(SampleSound sound) {
        byte[] file =
                VideoSample.mov().duration(SECOND).bitRate(100_000).sound(sound).bytes();
        return probe(file).sound().orElseThrow();
    }

    private static Video probe(byte[] file) {
        return Video.probe(new InMemory(file));
    }
}
