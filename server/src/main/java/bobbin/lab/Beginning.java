package bobbin.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * That the life before the first start is being told, as a file: who finds it at a start knows that the telling broke off, and that nothing
 * but a part of that life is in the data.
 */
public record Beginning(Path file) {
    public static final String NAME = "beginning";

    public boolean brokeOff() {
        return Files.exists(file);
    }

    /** Tells it; the file stays if that fails. */
    void during(Runnable telling) {
        try {
            PrivateFile.write(file, "As long as this file is here, what is beside it is not complete.\n");
            telling.run();
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }
}
