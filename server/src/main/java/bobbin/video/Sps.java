package bobbin.video;

import bobbin.video.CodecProfile.Chroma;
import java.util.Arrays;
import java.util.Set;

/**
 * The header of an H.264 stream: what holds for all of its pictures.
 *
 * @param columns in macroblocks of 16 pixels
 * @param rows likewise
 * @param hasFields whether pictures may be fields
 * @param crop what is cut off, in pixels of the picture
 * @param colours empty where the stream does not say
 * @param ahead the bits before the part about display, which nobody needs to decode
 */
record Sps(
        int id, CodecProfile profile, int columns, int rows, boolean hasFields, Crop crop, Colours colours, int ahead) {
    /** 2^16 pixels: more fits into no container. */
    private static final int MOST_BLOCKS = 4096;

    private static final int MOST_CROP = 1 << 16;
    private static final int EXTENDED_RATIO = 255;
    /** Those whose header says how colours are sampled. */
    private static final Set<Integer> HIGH = Set.of(100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135);

    record Crop(int left, int right, int top, int bottom) {
        private static final Crop NONE = new Crop(0, 0, 0, 0);
    }

    /**
     * How numbers become colours.
     *
     * @param fullRange whether black is 0 and white is 255, not 16 and 235
     * @param matrix 1 is BT.709, 5 and 6 are BT.601; 2 where the stream does not say
     */
    record Colours(boolean fullRange, int matrix) {
        private static final Colours UNSAID = new Colours(false, 2);
    }

    /** @param payload see {@link Nal#payload} */
    static Sps read(byte[] payload) {
        Bits bits = new Bits(payload);
        int number = bits.next(8);
        bits.skip(16);
        int id = bits.golomb(31);
        Chroma chroma = Chroma.HALF_BOTH_WAYS;
        int depth = 8;
        if (HIGH.contains(number)) {
            chroma = Chroma.of(bits.golomb(3));
            bits.skip(chroma == Chroma.FULL ? 1 : 0);
            depth = 8 + bits.golomb(6);
            bits.golomb(6);
            bits.skip(1);
            skipScaling(bits, chroma == Chroma.FULL ? 12 : 8);
        }
        skipCounts(bits);
        int columns = bits.golomb(MOST_BLOCKS - 1) + 1;
        int units = bits.golomb(MOST_BLOCKS - 1) + 1;
        boolean hasFields = !bits.flag();
        bits.skip(hasFields ? 2 : 1);
        int rows = hasFields ? 2 * units : units;
        Crop crop = crop(bits, chroma, hasFields);
        int ahead = bits.position();
        Colours colours = bits.flag() ? colours(bits) : Colours.UNSAID;
        return new Sps(
                id, new CodecProfile(number, chroma, depth, hasFields), columns, rows, hasFields, crop, colours, ahead);
    }

    int width() {
        return 16 * columns - crop.left - crop.right;
    }

    int height() {
        return 16 * rows - crop.top - crop.bottom;
    }

    /** The same header without what it says about display, which may ask for any amount of memory. */
    byte[] withoutDisplay(byte[] payload) {
        byte[] cut = Arrays.copyOf(payload, (ahead >> 3) + 1);
        cut[ahead >> 3] &= (byte) (0xff00 >> (ahead & 7));
        return cut;
    }

    private static void skipScaling(Bits bits, int lists) {
        if (!bits.flag()) {
            return;
        }
        for (int list = 0; list < lists; list++) {
            if (bits.flag()) {
                int next = 8;
                int last = 8;
                for (int i = 0; i < (list < 6 ? 16 : 64) && next != 0; i++) {
                    next = (last + bits.signedGolomb()) & 0xff;
                    last = next == 0 ? last : next;
                }
            }
        }
    }

    /** How frames are counted and put in order. */
    private static void skipCounts(Bits bits) {
        bits.golomb(12);
        int order = bits.golomb(2);
        if (order == 0) {
            bits.golomb(12);
        } else if (order == 1) {
            bits.skip(1);
            bits.signedGolomb();
            bits.signedGolomb();
            int cycle = bits.golomb(255);
            for (int i = 0; i < cycle; i++) {
                bits.signedGolomb();
            }
        }
        bits.golomb(16);
        bits.skip(1);
    }

    private static Crop crop(Bits bits, Chroma chroma, boolean hasFields) {
        if (!bits.flag()) {
            return Crop.NONE;
        }
        int across = chroma == Chroma.HALF_BOTH_WAYS || chroma == Chroma.HALF_ACROSS ? 2 : 1;
        int down = (chroma == Chroma.HALF_BOTH_WAYS ? 2 : 1) * (hasFields ? 2 : 1);
        return new Crop(
                bits.golomb(MOST_CROP) * across,
                bits.golomb(MOST_CROP) * across,
                bits.golomb(MOST_CROP) * down,
                bits.golomb(MOST_CROP) * down);
    }

    private static Colours colours(Bits bits) {
        if (bits.flag() && bits.next(8) == EXTENDED_RATIO) {
            bits.skip(32);
        }
        if (bits.flag()) {
            bits.skip(1);
        }
        if (!bits.flag()) {
            return Colours.UNSAID;
        }
        bits.skip(3);
        boolean fullRange = bits.flag();
        if (!bits.flag()) {
            return new Colours(fullRange, Colours.UNSAID.matrix);
        }
        bits.skip(16);
        return new Colours(fullRange, bits.next(8));
    }
}
