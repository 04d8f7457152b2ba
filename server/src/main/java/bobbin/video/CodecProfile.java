package bobbin.video;

/**
 * What the codec's own header says about every picture.
 *
 * @param number of the profile: 66 is the baseline of H.264, 77 main, 100 high; 1 is the main profile of HEVC, 2 main 10
 * @param bitDepth bits of a luma sample, usually 8
 * @param interlaced whether pictures may be fields
 */
public record CodecProfile(int number, Chroma chroma, int bitDepth, boolean interlaced) {

    /** How many colour samples there are; the order is that of {@code chroma_format_idc} in both codecs. */
    public enum Chroma {
        MONOCHROME,
        HALF_BOTH_WAYS,
        HALF_ACROSS,
        FULL;

        /** @param idc 0 to 3 */
        static Chroma of(int idc) {
            return values()[idc];
        }

        /** 4:2:0 */
        boolean is420() {
            return this == HALF_BOTH_WAYS;
        }
    }
}
