package bobbin.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Where the files lie. A name is written once and never means another file. */
interface Storage extends AutoCloseable {
    /** Takes a file over: when this returns it will be found, whatever happens, and nothing is left of it where it was. */
    void put(FileName name, FileType type, Path file) throws IOException;

    /**
     * Reads a part of a file.
     *
     * @throws java.nio.file.NoSuchFileException if there is none of this name
     */
    InputStream open(FileName name, long from, long length) throws IOException;

    /** Brings a whole file to a path where nothing is yet, for those who must jump about in it. */
    void retrieve(FileName name, Path to) throws IOException;

    /** Removes a file; does nothing if there is none. */
    void delete(FileName name) throws IOException;

    @Override
    void close();
}
