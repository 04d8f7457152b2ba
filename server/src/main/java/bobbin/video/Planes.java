package bobbin.video;

import bobbin.video.Sps.Colours;

/**
 * A decoded picture: brightness for every pixel, colour for every four, each number less 128.
 *
 * @param stride bytes of a line of brightness; half as many of a line of colour
 * @param left what is cut off at the left, in pixels
 * @param top what is cut off at the top
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
record Planes(
        byte[] luma, byte[] blue, byte[] red, int stride, int left, int top, int width, int height, Colours colours) {
    /** What differs less is one colour with noise. */
    private static final int FLAT = 24;

    private static final int STEP = 8;

    /** Whether the picture is of one brightness, as before a video fades in. */
    boolean isBlank() {
        int darkest = Byte.MAX_VALUE;
        int brightest = Byte.MIN_VALUE;
        for (int y = 0; y < height; y += STEP) {
            for (int x = 0; x < width; x += STEP) {
                int value = luma[(top + y) * stride + left + x];
                darkest = Math.min(darkest, value);
                brightest = Math.max(brightest, value);
            }
        }
        return brightest - darkest < FLAT;
    }

    /**
     * The mean colour of a part of the picture.
     *
     * @return red, green and blue, eight bits each
     */
    int colour(int x0, int y0, int x1, int y1) {
        long sum = 0;
        for (int y = y0; y < y1; y++) {
            int line = (top + y) * stride + left;
            for (int x = x0; x < x1; x++) {
                sum += luma[line + x];
            }
        }
        double bright = (double) sum / ((x1 - x0) * (y1 - y0)) + 128;
        int middle = (top + (y0 + y1) / 2) / 2 * (stride / 2) + (left + (x0 + x1) / 2) / 2;
        return rgb(bright, blue[middle], red[middle]);
    }

    private int rgb(double bright, int blueness, int redness) {
        boolean isHd = colours.matrix() == 1 || (colours.matrix() == 2 && height >= 720);
        double kr = isHd ? 0.2126 : 0.299;
        double kb = isHd ? 0.0722 : 0.114;
        double y = colours.fullRange() ? bright : (bright - 16) * 255 / 219;
        double stretch = colours.fullRange() ? 1 : 255.0 / 224;
        double r = y + 2 * (1 - kr) * redness * stretch;
        double b = y + 2 * (1 - kb) * blueness * stretch;
        double g = (y - kr * r - kb * b) / (1 - kr - kb);
        return eight(r) << 16 | eight(g) << 8 | eight(b);
    }

    private static int eight(double value) {
        return Math.clamp(Math.round(value), 0, 255);
    }
}
