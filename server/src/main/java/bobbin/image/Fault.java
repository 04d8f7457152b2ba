package bobbin.image;

/** Why an image is not taken: each rule of 04 §7.1 and §7.4 has its own. */
public enum Fault {
    /** No image at all, by its first bytes. */
    NO_IMAGE,
    /** An image, but no JPEG or PNG, or a JPEG of a kind that hardly anybody can read. */
    FORMAT,
    /** Cut off, or not as it says of itself. */
    DAMAGED,
    /** More bytes than allowed. */
    TOO_LARGE,
    /** More pixels than allowed, or more work and memory than an image of that size needs. */
    TOO_MANY_PIXELS,
    /** Too long and narrow. */
    RATIO
}
