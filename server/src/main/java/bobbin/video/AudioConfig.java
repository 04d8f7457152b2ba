package bobbin.video;

import java.util.Optional;
import java.util.Set;

/** The header of an AAC stream ({@code AudioSpecificConfig}). */
record AudioConfig(int sampleRate, int channels, ChannelLayout layout) {
    private static final int[] RATES = {
        96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000, 7350
    };
    private static final int OWN_RATE = 15;
    /** By {@code channelConfiguration}; 0 stands for those that are none. */
    private static final int[] CHANNELS = {0, 1, 2, 3, 4, 5, 6, 8, 0, 0, 0, 7, 8, 24, 8, 0};

    private static final int SPECTRAL_REPLICATION = 5;
    private static final int PARAMETRIC_STEREO = 29;
    private static final int MORE_TYPES = 31;
    /** The kinds of MPEG-4 audio that are AAC. */
    private static final Set<Integer> AAC = Set.of(1, 2, 3, 4, 5, 6, 17, 19, 20, 23, 29, 39);

    /** Empty if the stream is no AAC. */
    static Optional<AudioConfig> read(byte[] header) {
        Bits bits = new Bits(header);
        int type = type(bits);
        if (!AAC.contains(type)) {
            return Optional.empty();
        }
        int rate = rate(bits);
        int arrangement = bits.next(4);
        if (type == SPECTRAL_REPLICATION || type == PARAMETRIC_STEREO) {
            rate = rate(bits);
            type(bits);
        }
        if (arrangement == 0) {
            return Optional.of(Elements.read(bits).with(rate));
        }
        int coded = CHANNELS[arrangement];
        if (coded == 0) {
            throw VideoUnusable.because("the channels of AAC are arranged in an unknown way");
        }
        int channels = type == PARAMETRIC_STEREO && coded == 1 ? 2 : coded;
        return Optional.of(new AudioConfig(rate, channels, ChannelLayout.of(channels)));
    }

    private static int type(Bits bits) {
        int type = bits.next(5);
        return type == MORE_TYPES ? 32 + bits.next(6) : type;
    }

    private static int rate(Bits bits) {
        int index = bits.next(4);
        if (index == OWN_RATE) {
            return bits.next(24);
        }
        if (index >= RATES.length) {
            throw VideoUnusable.because("the sample rate of AAC is unknown");
        }
        return RATES[index];
    }

    /** Channels one by one, for arrangements that have no number ({@code program_config_element}). */
    private record Elements(int singles, int pairs, int bass) {
        static Elements read(Bits bits) {
            bits.skip(1);
            if (bits.flag()) {
                bits.skip(14);
            }
            bits.skip(1 + 4 + 2 + 4);
            int placed = bits.next(4) + bits.next(4) + bits.next(4);
            int bass = bits.next(2);
            bits.skip(3 + 4);
            bits.skip(bits.flag() ? 4 : 0);
            bits.skip(bits.flag() ? 4 : 0);
            bits.skip(bits.flag() ? 3 : 0);
            int pairs = 0;
            for (int i = 0; i < placed; i++) {
                pairs += bits.one();
                bits.skip(4);
            }
            return new Elements(placed - pairs, pairs, bass);
        }

        AudioConfig with(int rate) {
            int channels = singles + 2 * pairs + bass;
            if (channels == 0) {
                throw VideoUnusable.because("AAC has no channels");
            }
            boolean isPair = pairs == 1 && channels == 2;
            boolean isOne = singles == 1 && channels == 1;
            return new AudioConfig(
                    rate, channels, isPair ? ChannelLayout.STEREO : isOne ? ChannelLayout.MONO : ChannelLayout.OTHER);
        }
    }
}
