package bobbin.image;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/**
 * How a camera was held, as a file says in its Exif part (tag 0x0112): phones keep the pixels as the sensor sees them.
 *
 * @param quarters turns to the right, in quarters
 * @param mirrored whether left and right are exchanged before that
 */
record Orientation(int quarters, boolean mirrored) {
    static final Orientation UPRIGHT = new Orientation(0, false);

    private static final int ORIENTATION_TAG = 0x0112;
    private static final byte[] EXIF = "Exif\0\0".getBytes(US_ASCII);
    private static final int ENTRY_BYTES = 12;

    /** Reads it from a segment of a JPEG file; upright if it says nothing or nonsense, empty if it is not about this. */
    static Optional<Orientation> ofExif(ByteBuffer segment) {
        byte[] start = new byte[Math.min(EXIF.length, segment.remaining())];
        segment.get(0, start);
        return Arrays.equals(start, EXIF)
                ? Optional.of(ofTiff(segment.slice(EXIF.length, segment.limit() - EXIF.length)))
                : Optional.empty();
    }

    /** Reads it from what Exif keeps in any file; upright if that says nothing, or nonsense. */
    static Orientation ofTiff(ByteBuffer tiff) {
        try {
            return read(tiff);
        } catch (IndexOutOfBoundsException _) {
            return UPRIGHT;
        }
    }

    /** Whether width and height change places. */
    boolean isAside() {
        return quarters % 2 == 1;
    }

    /** Adds the turn to a transformation. */
    void turn(AffineTransform place) {
        place.quadrantRotate(quarters);
        if (mirrored) {
            place.scale(-1, 1);
        }
    }

    private static Orientation read(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = Short.toUnsignedInt(tiff.getShort(directory));
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY_BYTES;
            if (Short.toUnsignedInt(tiff.getShort(entry)) == ORIENTATION_TAG) {
                return of(tiff.getShort(entry + 8));
            }
        }
        return UPRIGHT;
    }

    private static Orientation of(int value) {
        return switch (value) {
            case 2 -> new Orientation(0, true);
            case 3 -> new Orientation(2, false);
            case 4 -> new Orientation(2, true);
            case 5 -> new Orientation(3, true);
            case 6 -> new Orientation(1, false);
            case 7 -> new Orientation(1, true);
            case 8 -> new Orientation(3, false);
            default -> UPRIGHT;
        };
    }
}
