package bobbin.image;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of image files that are taken and made (04 §7.1), told by their first bytes, whatever anybody says of them. */
public enum Format {
    JPEG("image/jpeg", "jpg", "\u00ff\u00d8\u00ff"),
    PNG("image/png", "png", "\u0089PNG\r\n\u001a\n");

    private final String mediaType;
    private final String ending;
    private final String start;

    Format(String mediaType, String ending, String start) {
        this.mediaType = mediaType;
        this.ending = ending;
        this.start = start;
    }

    /** The kind of a file that begins like this. */
    public static Optional<Format> of(byte[] file) {
        return Arrays.stream(values())
                .filter(format -> Start.has(file, 0, format.start))
                .findFirst();
    }

    public String mediaType() {
        return mediaType;
    }

    /** Of file names, without a dot. */
    public String ending() {
        return ending;
    }
}
