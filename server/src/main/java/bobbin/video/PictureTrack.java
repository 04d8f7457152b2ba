package bobbin.video;

import java.util.Optional;

/**
 * The track with the pictures of a video.
 *
 * @param format the four letters of the sample description, such as {@code avc1}
 * @param width in pixels as it is shown: turned, and stretched where pixels are not square
 * @param height likewise
 * @param rotation clockwise, 0, 90, 180 or 270 degrees; already applied to width and height
 * @param frameRate frames per second, on average
 * @param variableFrameRate whether some frame is shown a tenth longer or shorter than the average
 * @param bitRate bits per second, on average
 * @param openGroups whether the file says that it has groups of pictures that lean on earlier ones
 * @param profile empty where the codec is another, or its header is not in the place where the container keeps it
 */
public record PictureTrack(
        VideoCodec codec,
        String format,
        int width,
        int height,
        int rotation,
        double frameRate,
        boolean variableFrameRate,
        long bitRate,
        boolean openGroups,
        Optional<CodecProfile> profile) {}
