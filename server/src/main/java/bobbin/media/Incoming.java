package bobbin.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;

/** The folder of files that are on their way in. What a crash leaves there is removed some time later. */
final class Incoming {
    private final Path folder;

    Incoming(Path folder) {
        this.folder = folder;
    }

    /** A path in it, at which nothing is yet. Whoever asks removes what is there in the end. */
    Path place() {
        try {
            Files.createDirectories(folder);
            Path file = Files.createTempFile(folder, "in-", ".part");
            Files.delete(file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("No file can be made in " + folder, e);
        }
    }

    static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + file, e);
        }
    }

    /** Removes what was not touched since then. */
    void removeOlderThan(Instant time) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> lastTouched(file).isBefore(time)).forEach(Incoming::remove);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look into " + folder, e);
        }
    }

    private static Instant lastTouched(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException _) {
            return Instant.MAX; // somebody else was faster
        }
    }
}
