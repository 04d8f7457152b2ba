package bobbin.media;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Puts whole media into the storage, and takes them out again. */
final class Shelf {
    private final Storage storage;

    Shelf(Storage storage) {
        this.storage = storage;
    }

    /** Keeps what was made. Its row, which is there already, sees to it that it is removed one day. */
    void put(Made made) {
        try {
            MediaFile file = made.file();
            storage.put(file.name(), file.type(), made.path());
            if (made.thumbnail().isPresent()) {
                storage.put(
                        FileName.ofThumbnail(file.key()),
                        FileType.JPEG,
                        made.thumbnail().get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("What was made cannot be kept", e);
        }
    }

    void remove(MediaFile file) {
        try {
            for (FileName name : file.names()) {
                storage.delete(name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The files of " + file.key() + " cannot be removed", e);
        }
    }
}
