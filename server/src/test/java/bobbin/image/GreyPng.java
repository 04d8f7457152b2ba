package bobbin.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Writes a PNG of grey with transparency, which the library does not write. */
final class GreyPng {
    private GreyPng() {}

    static byte[] withTransparency(int side, int grey) {
        byte[] rows = new byte[side * (1 + 2 * side)];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                rows[y * (1 + 2 * side) + 1 + 2 * x] = (byte) grey;
                rows[y * (1 + 2 * side) + 2 + 2 * x] = (byte) 200;
            }
        }
        var file = new ByteArrayOutputStream();
        file.writeBytes(Arrays.copyOf(ImageSamples.png(1, 1), 8));
        file.writeBytes(ImageSamples.chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(side)
                        .putInt(side)
                        .put(new byte[] {8, 4, 0, 0, 0})
                        .array()));
        file.writeBytes(ImageSamples.chunk("IDAT", ImageSamples.deflated(rows)));
        file.writeBytes(ImageSamples.chunk("IEND", new byte[0]));
        return file.toByteArray();
    }
}
