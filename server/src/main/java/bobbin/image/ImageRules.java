package bobbin.image;

/**
 * What an image must keep to (04 §7.1). Each rule is told by its own {@link Fault}.
 *
 * @param bytes of the file, at most
 * @param pixels of the image as stored, at most
 * @param ratio how many times as long as the short side the long one may be
 */
public record ImageRules(long bytes, long pixels, long ratio) {
    /** 8 MB: the limit for images of posts (04 §7.1), and ours for profile pictures, for which 09 §9.2 has none. */
    public static final long BYTES = 8 << 20;

    /** Fifty million, what good telephones make: a bound of time and memory that the specification does not have. */
    public static final long PIXELS = 50_000_000;

    /** Images of posts: 8 MB, up to 10:1 either way (04 §7.1). */
    public static final ImageRules POST = new ImageRules(BYTES, PIXELS, 10);

    /** Profile pictures: of any form, because a square is cut out of them. */
    public static final ImageRules PROFILE = new ImageRules(BYTES, PIXELS, PIXELS);

    void requireSize(long size) {
        if (size > bytes) {
            throw new UnusableImage(Fault.TOO_LARGE, "%d bytes of at most %d".formatted(size, bytes));
        }
    }

    void require(Head head) {
        head.requireBearable(pixels);
        long shortSide = Math.min(head.width(), head.height());
        long longSide = Math.max(head.width(), head.height());
        if (longSide > ratio * shortSide) {
            throw new UnusableImage(Fault.RATIO, "%d by %d is beyond %d:1".formatted(longSide, shortSide, ratio));
        }
    }
}
