package bobbin.media;

import bobbin.sql.Database;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** The files that anybody may see who knows their name: those of media that posts show, or are about to. */
public final class ShownFiles {
    private static final int BUFFER = 64 << 10;

    private final Database database;
    private final Storage storage;
    private final MediaStore store = new MediaStore();

    ShownFiles(Database database, Storage storage) {
        this.database = database;
        this.storage = storage;
    }

    /** The file of this name; empty if there is none, or none any more. */
    public Optional<ShownFile> find(String name) {
        return FileName.parse(name)
                .flatMap(parsed -> database.read(tx -> store.shown(tx, parsed))
                        .flatMap(Media::file)
                        .flatMap(file -> shown(file, parsed)));
    }

    private Optional<ShownFile> shown(MediaFile file, FileName asked) {
        if (asked.equals(file.name())) {
            return Optional.of(new ShownFile(asked, file.type(), file.bytes(), file.digest()));
        }
        return file.thumbnail()
                .filter(_ -> asked.isThumbnail())
                .map(bytes -> new ShownFile(asked, FileType.JPEG, bytes, file.digest() + "-thumb"));
    }

    /** A file that may be seen. */
    public final class ShownFile {
        private final FileName name;
        private final FileType type;
        private final long bytes;
        private final String version;

        private ShownFile(FileName name, FileType type, long bytes, String version) {
            this.name = name;
            this.type = type;
            this.bytes = bytes;
            this.version = version;
        }

        public String mediaType() {
            return type.mediaType();
        }

        public long bytes() {
            return bytes;
        }

        /** The same text exactly if it is the same file. */
        public String version() {
            return version;
        }

        /** Writes a part of it, with no more than a buffer in memory. */
        public void writeTo(OutputStream out, long from, long length) throws IOException {
            try (InputStream in = storage.open(name, from, length)) {
                byte[] buffer = new byte[(int) Math.min(BUFFER, length)];
                for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                    out.write(buffer, 0, read);
                }
            }
        }
    }
}
