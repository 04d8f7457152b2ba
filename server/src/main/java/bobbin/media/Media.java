package bobbin.media;

import bobbin.base.Id;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An image or a video of somebody: fetched or uploaded, and if all went well, fit to be shown.
 *
 * @param file what is kept of it, or is about to be
 * @param error why it is not fit, as a container says it (04 §8.3), if it is {@link State#ERROR}
 */
public record Media(Id id, Id owner, Kind kind, State state, Optional<MediaFile> file, Optional<String> error) {

    /** What it is for. */
    public enum Kind {
        IMAGE("image_url"),
        VIDEO("video_url"),
        /** A file from which the others can be made, as if it had been fetched. */
        UPLOAD("file");

        private final String parameter;

        Kind(String parameter) {
            this.parameter = parameter;
        }

        /** Under which name callers say where it is (04 §2). */
        public String parameter() {
            return parameter;
        }
    }

    /** How far it is, in the words of 04 §8.2. */
    public enum State {
        IN_PROGRESS,
        FINISHED,
        ERROR
    }

    /** Its path on the media host; empty unless it is finished. */
    public Optional<String> path() {
        return shown().map(kept -> kept.name().path());
    }

    /** The path of a still picture of a video. */
    public Optional<String> thumbnailPath() {
        return shown().flatMap(MediaFile::thumbnailName).map(FileName::path);
    }

    /** In pixels. */
    public OptionalInt width() {
        return file.map(kept -> OptionalInt.of(kept.width())).orElse(OptionalInt.empty());
    }

    /** In pixels. */
    public OptionalInt height() {
        return file.map(kept -> OptionalInt.of(kept.height())).orElse(OptionalInt.empty());
    }

    /** How long a video plays. */
    public Optional<Duration> duration() {
        return file.flatMap(MediaFile::duration);
    }

    private Optional<MediaFile> shown() {
        return file.filter(_ -> state == State.FINISHED);
    }
}
