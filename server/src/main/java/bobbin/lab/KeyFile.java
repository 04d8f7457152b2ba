package bobbin.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/** The file in which a developer's Bobbin keeps the operator's key that it made for itself. Only its owner may read it. */
public record KeyFile(Path file) {
    public static final String NAME = "secret.key";

    private static final int BYTES = 32;

    /** The key; empty if there is no such file. */
    public Optional<String> read() {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /** The key, or a new one if there is no such file. */
    public String readOrDraw() {
        return read().orElseGet(() -> {
            byte[] bytes = new byte[BYTES];
            new SecureRandom().nextBytes(bytes);
            return HexFormat.of().formatHex(bytes);
        });
    }

    /** Writes the key down, unless it is there already. */
    public void keep(String key) throws IOException {
        if (!read().equals(Optional.of(key))) {
            PrivateFile.write(file, key + "\n");
        }
    }
}
