package bobbin.media;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What was made, before it is kept. Whatever of it was not kept goes away when it is closed.
 *
 * @param path of the image or video
 * @param thumbnail path of the thumbnail, if there is one
 * @param transcript how it came, a line each
 */
record Made(MediaFile file, Path path, Optional<Path> thumbnail, String transcript) implements AutoCloseable {
    @Override
    public void close() {
        Incoming.remove(path);
        thumbnail.ifPresent(Incoming::remove);
    }
}
