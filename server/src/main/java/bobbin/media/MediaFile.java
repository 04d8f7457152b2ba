package bobbin.media;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is kept of an image or a video.
 *
 * @param key of its name
 * @param bytes of the file
 * @param width in pixels; 0 for what was uploaded and not looked into
 * @param height in pixels, likewise
 * @param duration of a video
 * @param digest SHA-256, in 64 hexadecimal digits
 * @param thumbnail bytes of the thumbnail, if there is one
 */
record MediaFile(
        String key,
        FileType type,
        long bytes,
        int width,
        int height,
        Optional<Duration> duration,
        String digest,
        Optional<Long> thumbnail) {

    FileName name() {
        return FileName.of(key, type);
    }

    Optional<FileName> thumbnailName() {
        return thumbnail.map(_ -> FileName.ofThumbnail(key));
    }

    /** The names under which something of it may lie in the storage. */
    List<FileName> names() {
        return thumbnail.isPresent() ? List.of(name(), FileName.ofThumbnail(key)) : List.of(name());
    }
}
