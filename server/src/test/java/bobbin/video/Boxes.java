package bobbin.video;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** Writes the boxes that videos are made of, and changes them where they stand. */
final class Boxes {
    private Boxes() {}

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static byte[] u8(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    static byte[] u16(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * values.length);
        for (int value : values) {
            bytes.putShort((short) value);
        }
        return bytes.array();
    }

    static byte[] u32(long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
        for (long value : values) {
            bytes.putInt((int) value);
        }
        return bytes.array();
    }

    static byte[] u64(long value) {
        return ByteBuffer.allocate(8).putLong(value).array();
    }

    static byte[] f64(double value) {
        return ByteBuffer.allocate(8).putDouble(value).array();
    }

    static byte[] letters(String text) {
        return text.getBytes(ISO_8859_1);
    }

    static byte[] zeros(int count) {
        return new byte[count];
    }

    static byte[] box(String type, byte[]... body) {
        byte[] content = join(body);
        return join(u32(8 + content.length), letters(type), content);
    }

    /** A box with version and flags. */
    static byte[] full(String type, int version, int flags, byte[]... body) {
        return box(type, u32((long) version << 24 | flags), join(body));
    }

    /** Where the content of the first box of this type begins; sought by its letters. */
    static int body(byte[] file, String type) {
        return body(file, type, 0);
    }

    /** Likewise for a later box of this type, counted from 0. */
    static int body(byte[] file, String type, int number) {
        byte[] letters = letters(type);
        int left = number;
        for (int i = 4; i + 4 <= file.length; i++) {
            if (Arrays.equals(file, i, i + 4, letters, 0, 4) && left-- == 0) {
                return i + 4;
            }
        }
        throw new IllegalArgumentException("no " + type);
    }

    /** A copy with another number at this place of the first box of this type; -8 is its size. */
    static byte[] with(byte[] file, String type, int offset, long value) {
        return with(file, type, 0, offset, value);
    }

    /** Likewise for a later box of this type, counted from 0. */
    static byte[] with(byte[] file, String type, int number, int offset, long value) {
        byte[] copy = file.clone();
        ByteBuffer.wrap(copy).putInt(body(file, type, number) + offset, (int) value);
        return copy;
    }

    /** A copy in which the first box of this type is called otherwise, so that nobody finds it. */
    static byte[] without(byte[] file, String type) {
        return with(file, type, -4, 0x66726565); // "free"
    }

    /** A file that begins like this and goes on with zeros, which take no room. */
    static void write(Path file, byte[] head, long size) {
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            out.write(ByteBuffer.wrap(head));
            out.write(ByteBuffer.wrap(zeros(1)), size - 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
