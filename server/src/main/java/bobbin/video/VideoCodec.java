package bobbin.video;

/** How a picture track is coded, as far as it matters (04 §7.2). */
public enum VideoCodec {
    H264,
    HEVC,
    /** Anything else, also what is encrypted. */
    OTHER;

    /** @param format the four letters of the sample description */
    static VideoCodec of(String format) {
        return switch (format) {
            case "avc1", "avc3" -> H264;
            case "hvc1", "hev1" -> HEVC;
            default -> OTHER;
        };
    }
}
