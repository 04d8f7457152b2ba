package bobbin.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files in a folder of this machine. A file is there as a whole or not at all, also after a power cut. */
final class LocalStorage implements Storage {
    private final Path folder;

    /** @param folder on the same file system as the files that will come */
    LocalStorage(Path folder) {
        this.folder = folder;
    }

    @Override
    public void put(FileName name, FileType type, Path file) throws IOException {
        Files.createDirectories(drawer(name));
        force(file, StandardOpenOption.WRITE);
        Files.move(file, place(name), StandardCopyOption.ATOMIC_MOVE);
        force(drawer(name), StandardOpenOption.READ);
    }

    @Override
    public InputStream open(FileName name, long from, long length) throws IOException {
        FileChannel channel = FileChannel.open(place(name));
        try {
            return new Part(Channels.newInputStream(channel.position(from)), length);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** A second name for the same bytes, where the file system knows such. */
    @Override
    public void retrieve(FileName name, Path to) throws IOException {
        try {
            Files.createLink(to, place(name));
        } catch (UnsupportedOperationException _) {
            Files.copy(place(name), to);
        }
    }

    @Override
    public void delete(FileName name) throws IOException {
        Files.deleteIfExists(place(name));
    }

    @Override
    public void close() {}

    private Path place(FileName name) {
        return drawer(name).resolve(name.toString());
    }

    /** By two of the random characters, so that no folder has too many files. */
    private Path drawer(FileName name) {
        return folder.resolve(name.key().substring(3, 5));
    }

    private static void force(Path path, StandardOpenOption way) {
        try (FileChannel channel = FileChannel.open(path, way)) {
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make sure of " + path, e);
        }
    }
}
