package bobbin.video;

/** Why a video cannot be published: the container's {@code error_message}, spelled as on Meta's page (04 §8.3). */
public enum VideoProblem {
    FAILED_DOWNLOADING_VIDEO,
    FAILED_PROCESSING_AUDIO,
    FAILED_PROCESSING_VIDEO,
    /** So it is spelled. */
    INVALID_ASPEC_RATIO,
    INVALID_BIT_RATE,
    INVALID_DURATION,
    INVALID_FRAME_RATE,
    INVALID_AUDIO_CHANNELS,
    INVALID_AUDIO_CHANNEL_LAYOUT,
    UNKNOWN
}
