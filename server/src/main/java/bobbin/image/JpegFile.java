package bobbin.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import bobbin.image.Head.Burden;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Reads the parts of a JPEG file up to its end marker: keeps those that make the image and its colours, looks at the orientation, drops all
 * others. A file without an end is cut off.
 */
final class JpegFile {
    private static final int SOI = 0xd8;
    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;
    private static final int DHT = 0xc4;
    private static final int DQT = 0xdb;
    private static final int DRI = 0xdd;
    private static final int JFIF = 0xe0;
    private static final int EXIF = 0xe1;
    private static final int ICC = 0xe2;
    private static final int ADOBE = 0xee;
    private static final byte[] JFIF_SEGMENT = "\u00ff\u00e0\0\u0010JFIF\0\1\2\0\0\1\0\1\0\0".getBytes(ISO_8859_1);

    private final byte[] file;
    private final ByteBuffer bytes;
    private final ByteArrayOutputStream essence = new ByteArrayOutputStream();
    private int width;
    private int height;
    private int components;
    private long blocks;
    private boolean progressive;
    private boolean inParts;
    private int scans;
    private boolean exif;
    private boolean coloursTold;
    private Orientation orientation = Orientation.UPRIGHT;

    JpegFile(byte[] file) {
        this.file = file;
        this.bytes = ByteBuffer.wrap(file);
    }

    Head read() {
        int at = 2;
        for (int marker = marker(at); marker != EOI; marker = marker(at)) {
            at = afterFill(at);
            int length = Short.toUnsignedInt(bytes.getShort(at + 1));
            int end = at + 1 + length;
            if (length < 2 || end > file.length) {
                throw new UnusableImage(Fault.DAMAGED, "the segment " + at + " is not whole");
            }
            segment(marker, at + 3, end);
            at = marker == SOS ? scan(end) : end;
        }
        mark(EOI);
        if (scans == 0 || components == 0) {
            throw new UnusableImage(Fault.DAMAGED, "no image in it");
        }
        long held = progressive || inParts ? blocks * 64 * Short.BYTES : 0;
        return new Head(Format.JPEG, width, height, orientation, new Burden(scans, held), Optional.empty(), whole());
    }

    /** What Exif describes are luminance and colour differences, so where nothing else says so, we do. */
    private byte[] whole() {
        var whole = new ByteArrayOutputStream(essence.size() + JFIF_SEGMENT.length + 2);
        whole.write(0xff);
        whole.write(SOI);
        if (exif && !coloursTold) {
            whole.writeBytes(JFIF_SEGMENT);
        }
        whole.writeBytes(essence.toByteArray());
        return whole.toByteArray();
    }

    /** The marker that begins here. */
    private int marker(int at) {
        if ((file[at] & 0xff) != 0xff) {
            throw new UnusableImage(Fault.DAMAGED, "no marker at " + at);
        }
        return file[afterFill(at)] & 0xff;
    }

    /** Where the code of the marker stands: any number of 0xff may come before it. */
    private int afterFill(int at) {
        int code = at + 1;
        while ((file[code] & 0xff) == 0xff) {
            code++;
        }
        return code;
    }

    private void segment(int marker, int from, int end) {
        switch (marker) {
            case 0xc0, 0xc1, 0xc2 -> frame(marker, from);
            case 0xc3, 0xc5, 0xc6, 0xc7, 0xc8, 0xc9, 0xca, 0xcb, 0xcc, 0xcd, 0xce, 0xcf ->
                throw new UnusableImage(Fault.FORMAT, "a JPEG that is not of the usual kinds");
            case EXIF ->
                Orientation.ofExif(bytes.slice(from, end - from)).ifPresent(found -> {
                    orientation = found;
                    exif = true;
                });
            case SOS -> {
                scans++;
                inParts |= (file[from] & 0xff) < components;
                keep(marker, from, end);
            }
            case JFIF, ADOBE -> {
                coloursTold = true;
                keep(marker, from, end);
            }
            case DHT, DQT, DRI, ICC -> keep(marker, from, end);
            default -> {}
        }
    }

    private void frame(int marker, int from) {
        if (components > 0) {
            throw new UnusableImage(Fault.DAMAGED, "two images in one");
        }
        progressive = marker == 0xc2;
        height = Short.toUnsignedInt(bytes.getShort(from + 1));
        width = Short.toUnsignedInt(bytes.getShort(from + 3));
        components = file[from + 5] & 0xff;
        if (width < 1 || height < 1 || components < 1) {
            throw new UnusableImage(Fault.DAMAGED, "no pixels");
        }
        if (file[from] != 8 || components > 4) {
            throw new UnusableImage(Fault.FORMAT, "a JPEG of %d bits and %d colours".formatted(file[from], components));
        }
        blocks = blocks(from + 6);
        keep(marker, from, from + 6 + 3 * components);
    }

    /** How many squares of 8 by 8 values there are, over all components. */
    private long blocks(int from) {
        int widest = 0;
        int highest = 0;
        int sum = 0;
        for (int i = 0; i < components; i++) {
            int sampling = file[from + 3 * i + 1] & 0xff;
            widest = Math.max(widest, sampling >> 4);
            highest = Math.max(highest, sampling & 15);
            sum += (sampling >> 4) * (sampling & 15);
        }
        if (sum < 1 || widest > 4 || highest > 4) {
            throw new UnusableImage(Fault.DAMAGED, "no sampling that there is");
        }
        long across = Math.ceilDiv(width, 8 * widest);
        long down = Math.ceilDiv(height, 8 * highest);
        return across * down * sum;
    }

    /** Over the compressed data to the next marker that does not belong to it. */
    private int scan(int from) {
        int at = from;
        while ((file[at] & 0xff) != 0xff || belongs(file[at + 1] & 0xff)) {
            at++;
        }
        essence.write(file, from, at - from);
        return at;
    }

    private static boolean belongs(int code) {
        return code == 0 || (code >= 0xd0 && code <= 0xd7);
    }

    private void mark(int code) {
        essence.write(0xff);
        essence.write(code);
    }

    private void keep(int marker, int from, int end) {
        int length = end - from + 2;
        mark(marker);
        essence.write(length >> 8);
        essence.write(length);
        essence.write(file, from, end - from);
    }
}
