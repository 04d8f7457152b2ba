package bobbin.video;

/**
 * The track with the sound of a video.
 *
 * @param format the four letters of the sample description, such as {@code mp4a}
 * @param sampleRate in Hz
 * @param bitRate bits per second, on average
 */
public record SoundTrack(
        AudioCodec codec, String format, int sampleRate, int channels, ChannelLayout layout, long bitRate) {}
