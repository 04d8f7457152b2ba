package bobbin.image;

import java.util.List;

/** Knows images of kinds that are not taken by their first bytes, so that they can be refused for what they are. */
final class Start {
    private static final List<String> FOREIGN =
            List.of("GIF87a", "GIF89a", "BM", "II*\0", "MM\0*", "\0\0\1\0", "\0\0\0\fJXL ", "\u00ff\n", "\0\0\0\fjP  ");

    /** Where an ISO media file says what it is; these brands are still images (HEIF and AVIF). */
    private static final List<String> STILL_BRANDS = List.of("heic", "heix", "heim", "heis", "mif1", "avif", "avis");

    private Start() {}

    /** Whether these bytes stand there, given as characters below 256. */
    static boolean has(byte[] file, int at, String bytes) {
        if (file.length < at + bytes.length()) {
            return false;
        }
        for (int i = 0; i < bytes.length(); i++) {
            if ((file[at + i] & 0xff) != bytes.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is an image, only not one of ours: GIF, WebP, BMP, TIFF, icons, JPEG XL, JPEG 2000, HEIF, AVIF. */
    static boolean isForeignImage(byte[] file) {
        return FOREIGN.stream().anyMatch(start -> has(file, 0, start))
                || (has(file, 0, "RIFF") && has(file, 8, "WEBP"))
                || (has(file, 4, "ftyp") && STILL_BRANDS.stream().anyMatch(brand -> has(file, 8, brand)));
    }
}
