package bobbin.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The claim of one server on a file, so that a second one does not serve from it. It is a lock on a file of its own, {@code bobbin.db.lock};
 * the system lets go of it when the process ends, however it ends. (A lock on the database file itself would break SQLite's own locks.)
 */
record FileClaim(FileChannel channel) implements AutoCloseable {

    /** Refuses a file that another server has claimed. */
    static FileClaim on(Path file) {
        Path lock = file.resolveSibling(file.getFileName() + ".lock");
        try {
            FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locks(channel)) {
                channel.close();
                throw new IllegalStateException("Another Bobbin serves from " + file + " already");
            }
            return new FileClaim(channel);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + lock, e);
        }
    }

    private static boolean locks(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
