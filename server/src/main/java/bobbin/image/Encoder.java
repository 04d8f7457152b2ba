package bobbin.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Encodes images: as PNG if something shines through, as JPEG otherwise. Writes pixels and nothing else. */
final class Encoder {
    private static final float QUALITY = 0.85f;

    private Encoder() {}

    static Image encode(BufferedImage image) {
        return image.getColorModel().hasAlpha() ? encode(image, Format.PNG) : encode(image, Format.JPEG);
    }

    static Image encode(BufferedImage image, Format format) {
        var bytes = new ByteArrayOutputStream();
        ImageWriter writer =
                ImageIO.getImageWritersByFormatName(format.ending()).next();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            if (format == Format.JPEG) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(QUALITY);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException("An image cannot be encoded", e);
        } finally {
            writer.dispose();
        }
        return new Image(format, image.getWidth(), image.getHeight(), bytes.toByteArray());
    }
}
