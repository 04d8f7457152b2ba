package bobbin.media;

import bobbin.base.Id;
import bobbin.fetch.Bounds;
import bobbin.image.Image;
import bobbin.image.ImageRules;
import bobbin.image.Images;
import bobbin.image.Shape;
import bobbin.image.UnusableImage;
import bobbin.video.Thumbnails;
import bobbin.video.Video;
import bobbin.video.VideoProblem;
import bobbin.video.VideoRules;
import bobbin.video.VideoUnusable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Brings what a client wants to show, and makes of it what we show: fit images, and videos with a still picture. */
final class Workshop {
    private final Downloads downloads;
    private final Incoming incoming;
    private final Images images;
    private final Thumbnails thumbnails;
    private final VideoRules rules;
    private final SecureRandom random = new SecureRandom();

    Workshop(Downloads downloads, Incoming incoming, Images images, Thumbnails thumbnails, VideoRules rules) {
        this.downloads = downloads;
        this.incoming = incoming;
        this.images = images;
        this.thumbnails = thumbnails;
        this.rules = rules;
    }

    /**
     * Makes an image or a video.
     *
     * @param bytes at most
     * @throws Flaw.Found if nothing can be made of it
     */
    Made make(Id owner, MediaSource source, long bytes, Duration time) {
        try (Loaded loaded = downloads.load(owner, source, new Bounds(bytes, time))) {
            return switch (source.kind()) {
                case IMAGE -> image(owner, loaded);
                case VIDEO -> video(owner, loaded);
                case UPLOAD -> throw new IllegalArgumentException("Nothing is made of a mere upload");
            };
        }
    }

    private Made image(Id owner, Loaded loaded) {
        try {
            Image image = images.make(loaded.path(), ImageRules.POST, Shape.POST);
            String key = FileName.newKey(owner, random);
            MediaFile file = new MediaFile(
                    key,
                    FileType.of(image.format()),
                    image.bytes().length,
                    image.width(),
                    image.height(),
                    Optional.empty(),
                    Digests.of(image.bytes()),
                    Optional.empty());
            return new Made(file, written(image.bytes()), Optional.empty(), loaded.transcript());
        } catch (UnusableImage e) {
            throw new Flaw.Found(new Flaw.BadImage(e.fault()), loaded.transcript() + "\nimage=" + e.getMessage());
        }
    }

    private Made video(Id owner, Loaded loaded) {
        try {
            Video video = Video.probe(loaded.path());
            rules.judge(video).ifPresent(problem -> {
                throw bad(problem, loaded, "judged");
            });
            Image thumbnail = thumbnails.of(loaded.path()).image();
            MediaFile file = new MediaFile(
                    FileName.newKey(owner, random),
                    FileType.of(video.container()),
                    loaded.bytes(),
                    video.picture().width(),
                    video.picture().height(),
                    Optional.of(video.duration().truncatedTo(ChronoUnit.MILLIS)),
                    loaded.digest(),
                    Optional.of((long) thumbnail.bytes().length));
            return new Made(file, moved(loaded.path()), Optional.of(written(thumbnail.bytes())), loaded.transcript());
        } catch (VideoUnusable e) {
            throw bad(e.problem(), loaded, e.getMessage());
        }
    }

    private static Flaw.Found bad(VideoProblem problem, Loaded loaded, String why) {
        return new Flaw.Found(
                new Flaw.BadVideo(problem), "%s\nvideo=%s why=\"%s\"".formatted(loaded.transcript(), problem, why));
    }

    private Path written(byte[] bytes) {
        Path path = incoming.place();
        try {
            return Files.write(path, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            Incoming.remove(path);
            throw new UncheckedIOException("What was made cannot be kept", e);
        }
    }

    private Path moved(Path path) {
        try {
            return Files.move(path, incoming.place());
        } catch (IOException e) {
            throw new UncheckedIOException("What was fetched cannot be kept", e);
        }
    }
}
