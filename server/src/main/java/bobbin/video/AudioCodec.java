package bobbin.video;

/** How a sound track is coded, as far as it matters (04 §7.2). */
public enum AudioCodec {
    AAC,
    OTHER
}
