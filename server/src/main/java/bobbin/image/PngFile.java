package bobbin.image;

import static java.nio.charset.StandardCharsets.US_ASCII;

import bobbin.image.Head.Burden;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads the parts of a PNG file: keeps those that make the image, looks at those about colour and orientation, drops all others. */
final class PngFile {
    private static final int SIGNATURE = 8;
    private static final int AROUND = 12; // length, type and checksum of a chunk
    private static final int LARGEST_PROFILE = 1 << 20;
    private static final Set<String> ESSENTIAL = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    private final byte[] file;
    private final ByteBuffer bytes;
    private final ByteArrayOutputStream essence = new ByteArrayOutputStream();
    private int width;
    private int height;
    private Orientation orientation = Orientation.UPRIGHT;
    private Optional<byte[]> profile = Optional.empty();
    private boolean standardColours;

    PngFile(byte[] file) {
        this.file = file;
        this.bytes = ByteBuffer.wrap(file);
    }

    Head read() {
        essence.write(file, 0, SIGNATURE);
        int at = SIGNATURE;
        String type;
        do {
            int length = bytes.getInt(at);
            type = new String(file, at + 4, 4, US_ASCII);
            if (length < 0 || length > file.length - at - AROUND || (at == SIGNATURE) != type.equals("IHDR")) {
                throw new UnusableImage(Fault.DAMAGED, "the chunk " + at + " is not whole");
            }
            chunk(type, at, length);
            at += AROUND + length;
        } while (!type.equals("IEND"));
        return new Head(
                Format.PNG,
                width,
                height,
                orientation,
                Burden.LIGHT,
                profile.filter(_ -> !standardColours),
                essence.toByteArray());
    }

    private void chunk(String type, int at, int length) {
        int from = at + 8;
        switch (type) {
            case "IHDR" -> measure(from, length);
            case "iCCP" -> profile = profile(Arrays.copyOfRange(file, from, from + length));
            case "sRGB" -> standardColours = true;
            case "eXIf" -> orientation = Orientation.ofTiff(bytes.slice(from, length));
            default -> {}
        }
        if (ESSENTIAL.contains(type)) {
            essence.write(file, at, AROUND + length);
        }
    }

    private void measure(int at, int length) {
        if (length != 13) {
            throw new UnusableImage(Fault.DAMAGED, "a head of %d bytes".formatted(length));
        }
        width = bytes.getInt(at);
        height = bytes.getInt(at + 4);
        if (width < 1 || height < 1) {
            throw new UnusableImage(Fault.DAMAGED, "no pixels");
        }
    }

    /** A name, a zero, the number 0 and then compressed bytes; nothing if it is not like this, because the image is as good without. */
    private static Optional<byte[]> profile(byte[] chunk) {
        int name = 0;
        while (name < chunk.length && chunk[name] != 0) {
            name++;
        }
        int start = name + 2;
        if (start >= chunk.length || chunk[start - 1] != 0) {
            return Optional.empty();
        }
        return inflate(chunk, start);
    }

    private static Optional<byte[]> inflate(byte[] chunk, int start) {
        byte[] inflated = new byte[LARGEST_PROFILE];
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(chunk, start, chunk.length - start);
            int length = inflater.inflate(inflated);
            return inflater.finished() ? Optional.of(Arrays.copyOf(inflated, length)) : Optional.empty();
        } catch (DataFormatException _) {
            return Optional.empty();
        }
    }
}
