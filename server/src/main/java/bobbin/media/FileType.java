package bobbin.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import bobbin.image.Format;
import bobbin.video.Container;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What a file is, by what is in it, and what we say of it when we serve it. */
enum FileType {
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png"),
    MP4("video/mp4", "mp4"),
    MOV("video/quicktime", "mov");

    /** How many bytes of a file tell what it is. */
    static final int TELLING = 12;

    /** With which boxes old QuickTime files begin, which do not name their family. */
    private static final Set<String> QUICKTIME = Set.of("moov", "mdat", "wide", "free", "skip", "pnot");

    private final String mediaType;
    private final String ending;

    FileType(String mediaType, String ending) {
        this.mediaType = mediaType;
        this.ending = ending;
    }

    static FileType of(Format format) {
        return switch (format) {
            case JPEG -> JPEG;
            case PNG -> PNG;
        };
    }

    static FileType of(Container container) {
        return switch (container) {
            case MP4 -> MP4;
            case MOV -> MOV;
        };
    }

    static Optional<FileType> ending(String ending) {
        return Arrays.stream(values())
                .filter(type -> type.ending.equals(ending))
                .findFirst();
    }

    /** By the first bytes; whether it is any good will be seen. */
    static Optional<FileType> of(byte[] start) {
        return Format.of(start).map(FileType::of).or(() -> video(start));
    }

    private static Optional<FileType> video(byte[] start) {
        if (start.length < TELLING) {
            return Optional.empty();
        }
        String box = new String(start, 4, 4, ISO_8859_1);
        if (box.equals("ftyp")) {
            return Optional.of(new String(start, 8, 4, ISO_8859_1).equals("qt  ") ? MOV : MP4);
        }
        return QUICKTIME.contains(box) ? Optional.of(MOV) : Optional.empty();
    }

    String mediaType() {
        return mediaType;
    }

    /** Of file names, without a dot. */
    String ending() {
        return ending;
    }

    boolean isVideo() {
        return this == MP4 || this == MOV;
    }
}
