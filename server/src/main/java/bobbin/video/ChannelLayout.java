package bobbin.video;

/** Where the channels of a sound track belong (04 §8.3). */
public enum ChannelLayout {
    MONO,
    STEREO,
    /** More than two channels, or two that are no pair. */
    OTHER;

    static ChannelLayout of(int channels) {
        return switch (channels) {
            case 1 -> MONO;
            case 2 -> STEREO;
            default -> OTHER;
        };
    }
}
