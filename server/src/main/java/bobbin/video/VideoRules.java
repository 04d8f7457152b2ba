package bobbin.video;

import bobbin.base.Setting;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Which videos may be published (04 §7.2), and the word for each that may not (04 §8.3).
 *
 * @param strict whether edit lists, an index behind the samples, more than 128 kbit/s of sound and more than 1920 columns are refused
 *     too, as Meta's list says and Meta itself does not
 */
public record VideoRules(boolean strict) {
    /** Whether the list of 04 §7.2 is taken literally. */
    public static final Setting<Boolean> STRICT = Setting.of(
            "media.video.strict",
            Boolean.class,
            false,
            "Whether videos with edit lists, with the index at the end, wider than 1920 pixels or with more than 128 kbit/s of"
                    + " sound are refused, as the documentation says but Meta does not.");

    public static final List<Setting<?>> ALL = List.of(STRICT);

    /** 1 GB, in bytes. */
    public static final long LARGEST = 1L << 30;

    /** Five minutes. */
    public static final Duration LONGEST = Duration.ofMinutes(5);

    private static final int MOST_COLUMNS = 1920;
    private static final int WIDEST = 10;
    private static final int NARROWEST = 100;
    /** 23 and 60, with a tolerance of 0.1 for those who count a second as 1001 thousandths. */
    private static final double SLOWEST = 22.9;

    private static final double FASTEST = 60.1;
    private static final long MOST_VIDEO_BITS = 100_000_000;
    private static final long MOST_AUDIO_BITS = 128_000;
    private static final int HIGHEST_SAMPLE_RATE = 48_000;
    private static final int MOST_CHANNELS = 2;

    public static VideoRules from(Setting.Values values) {
        return new VideoRules(values.get(STRICT));
    }

    /** What is wrong with this video, the gravest first found; empty if it may be published. */
    public Optional<VideoProblem> judge(Video video) {
        if (video.bytes() > LARGEST) {
            return Optional.of(VideoProblem.FAILED_DOWNLOADING_VIDEO);
        }
        return ofPicture(video).or(() -> video.sound().flatMap(this::ofSound));
    }

    private Optional<VideoProblem> ofPicture(Video video) {
        PictureTrack picture = video.picture();
        if (!isPlayable(picture) || (strict && !isByTheBook(video))) {
            return Optional.of(VideoProblem.FAILED_PROCESSING_VIDEO);
        }
        if (!video.duration().isPositive() || video.duration().compareTo(LONGEST) > 0) {
            return Optional.of(VideoProblem.INVALID_DURATION);
        }
        if (isWide(picture) || isNarrow(picture)) {
            return Optional.of(VideoProblem.INVALID_ASPEC_RATIO);
        }
        if (picture.frameRate() < SLOWEST || picture.frameRate() > FASTEST) {
            return Optional.of(VideoProblem.INVALID_FRAME_RATE);
        }
        return picture.bitRate() > MOST_VIDEO_BITS ? Optional.of(VideoProblem.INVALID_BIT_RATE) : Optional.empty();
    }

    /** H.264 or HEVC, 4:2:0, progressive, closed groups of pictures. */
    private static boolean isPlayable(PictureTrack picture) {
        return picture.codec() != VideoCodec.OTHER
                && !picture.openGroups()
                && picture.profile()
                        .map(profile -> profile.chroma().is420() && !profile.interlaced())
                        .orElse(true);
    }

    private static boolean isByTheBook(Video video) {
        return video.indexInFront() && !video.editLists() && video.picture().width() <= MOST_COLUMNS;
    }

    private static boolean isWide(PictureTrack picture) {
        return picture.width() > (long) WIDEST * picture.height();
    }

    private static boolean isNarrow(PictureTrack picture) {
        return picture.height() > (long) NARROWEST * picture.width();
    }

    private Optional<VideoProblem> ofSound(SoundTrack sound) {
        if (sound.codec() != AudioCodec.AAC || sound.sampleRate() > HIGHEST_SAMPLE_RATE) {
            return Optional.of(VideoProblem.FAILED_PROCESSING_AUDIO);
        }
        if (sound.channels() > MOST_CHANNELS) {
            return Optional.of(VideoProblem.INVALID_AUDIO_CHANNELS);
        }
        if (sound.layout() == ChannelLayout.OTHER) {
            return Optional.of(VideoProblem.INVALID_AUDIO_CHANNEL_LAYOUT);
        }
        return strict && sound.bitRate() > MOST_AUDIO_BITS
                ? Optional.of(VideoProblem.INVALID_BIT_RATE)
                : Optional.empty();
    }
}
