package bobbin.image;

import java.util.Optional;

/**
 * What an image file says of itself, read before anything is decoded.
 *
 * @param width as stored, before it is turned upright
 * @param burden what decoding costs beside the pixels themselves
 * @param profile what its colours mean (ICC), if the decoder does not see to that
 * @param essence the file without whatever decoding does not need
 */
@SuppressWarnings("ArrayRecordComponent") // never leaves this package, and nobody here changes it
record Head(
        Format format,
        int width,
        int height,
        Orientation orientation,
        Burden burden,
        Optional<byte[]> profile,
        byte[] essence) {

    /**
     * What a decoder must do and keep.
     *
     * @param scans how often it goes over the whole image
     * @param bytes that it holds until the last scan has come
     */
    record Burden(int scans, long bytes) {
        /** One row after the other. */
        static final Burden LIGHT = new Burden(1, 0);

        private static final long MOST_BYTES = 96 << 20;
        private static final int MOST_SCANS = 100;
        private static final long MOST_WORK = 500_000_000;

        boolean isBearable(long pixels) {
            return bytes <= MOST_BYTES && scans <= MOST_SCANS && scans * pixels <= MOST_WORK;
        }
    }

    /** Reads the head of a JPEG or PNG file. */
    static Head of(byte[] file) {
        Format format = Format.of(file)
                .orElseThrow(() -> Start.isForeignImage(file)
                        ? new UnusableImage(Fault.FORMAT, "neither JPEG nor PNG")
                        : new UnusableImage(Fault.NO_IMAGE, "does not begin like an image"));
        try {
            return switch (format) {
                case JPEG -> new JpegFile(file).read();
                case PNG -> new PngFile(file).read();
            };
        } catch (IndexOutOfBoundsException | IllegalArgumentException _) {
            throw new UnusableImage(Fault.DAMAGED, "ends early");
        }
    }

    void requireBearable(long most) {
        long pixels = (long) width * height;
        if (pixels > most || !burden.isBearable(pixels)) {
            throw new UnusableImage(
                    Fault.TOO_MANY_PIXELS, "%d by %d in %d scans".formatted(width, height, burden.scans()));
        }
    }
}
