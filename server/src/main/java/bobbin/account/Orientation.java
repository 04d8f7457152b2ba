package bobbin.account;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How a camera was held, as a JPEG file says in its Exif part (tag 0x0112): phones keep the pixels as the sensor sees them.
 *
 * @param quarters turns to the right, in quarters
 * @param mirrored whether left and right are exchanged before that
 */
record Orientation(int quarters, boolean mirrored) {
    static final Orientation UPRIGHT = new Orientation(0, false);

    private static final int ORIENTATION_TAG = 0x0112;
    private static final int APP1 = 0xe1;
    private static final int START_OF_SCAN = 0xda;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int ENTRY_BYTES = 12;

    /** Reads it from a JPEG file; upright if the file says nothing, or nonsense. */
    static Orientation of(byte[] jpeg) {
        try {
            return read(ByteBuffer.wrap(jpeg));
        } catch (RuntimeException _) {
            return UPRIGHT;
        }
    }

    /** Adds the turn to a transformation. */
    void turn(AffineTransform place) {
        place.quadrantRotate(quarters);
        if (mirrored) {
            place.scale(-1, 1);
        }
    }

    private static Orientation read(ByteBuffer file) {
        int at = 2;
        while ((file.get(at) & 0xff) == 0xff) {
            int marker = file.get(at + 1) & 0xff;
            int length = file.getShort(at + 2) & 0xffff;
            if (marker == START_OF_SCAN) {
                return UPRIGHT;
            }
            if (marker == APP1 && isExif(file, at + 4)) {
                return fromExif(file.slice(at + 4 + EXIF.length, length - 2 - EXIF.length));
            }
            at += 2 + length;
        }
        return UPRIGHT;
    }

    private static boolean isExif(ByteBuffer file, int at) {
        byte[] start = new byte[EXIF.length];
        file.get(at, start);
        return Arrays.equals(start, EXIF);
    }

    private static Orientation fromExif(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xffff;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY_BYTES;
            if ((tiff.getShort(entry) & 0xffff) == ORIENTATION_TAG) {
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
