package bobbin.image;

/**
 * An image that we made: upright, in sRGB, without a word about where it came from.
 *
 * @param width in pixels
 * @param height in pixels
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
public record Image(Format format, int width, int height, byte[] bytes) {}
