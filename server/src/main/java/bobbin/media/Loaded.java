package bobbin.media;

import java.nio.file.Path;

/**
 * A file that has come, and of which nobody knows what it is. Goes away when it is closed, unless it was moved elsewhere.
 *
 * @param digest SHA-256, in hexadecimal digits
 * @param transcript how it came, a line for each server that was asked
 */
record Loaded(Path path, long bytes, String digest, String transcript) implements AutoCloseable {
    @Override
    public void close() {
        Incoming.remove(path);
    }
}
