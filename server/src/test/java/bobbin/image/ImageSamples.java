package bobbin.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Makes image files for tests, good ones and such as their makers hope nobody looks at. */
public final class ImageSamples {
    private static final int SOI = 2;
    private static final int SIGNATURE = 8;
    private static final int AFTER_IHDR = SIGNATURE + 12 + 13;

    private ImageSamples() {}

    public static byte[] jpeg(int width, int height) {
        return encode(picture(width, height, BufferedImage.TYPE_INT_RGB), "jpeg");
    }

    public static byte[] png(int width, int height) {
        return encode(picture(width, height, BufferedImage.TYPE_INT_RGB), "png");
    }

    /** Its right half is glass. */
    public static byte[] clearPng(int width, int height) {
        BufferedImage image = picture(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < height; y++) {
            for (int x = width / 2; x < width; x++) {
                image.setRGB(x, y, 0);
            }
        }
        return encode(image, "png");
    }

    public static byte[] gif(int width, int height) {
        return encode(picture(width, height, BufferedImage.TYPE_INT_RGB), "gif");
    }

    /** White above, black below. */
    public static BufferedImage picture(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.BLACK);
        pen.fillRect(0, 0, width, height);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height / 2);
        pen.dispose();
        return image;
    }

    /** A JPEG that cannot be made small. */
    public static byte[] noise(int width, int height) {
        var random = new Random(1);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < width * height; i++) {
            image.setRGB(i % width, i / width, random.nextInt());
        }
        return encode(image, "jpeg");
    }

    static BufferedImage plain(int width, int height, int type, int rgb) {
        BufferedImage image = new BufferedImage(width, height, type);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, rgb);
            }
        }
        return image;
    }

    static byte[] encode(BufferedImage image, String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, bytes)) {
                throw new IllegalStateException("Nobody writes this as " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] progressive(int width, int height) {
        return jpeg(new IIOImage(picture(width, height, BufferedImage.TYPE_INT_RGB), null, null), true);
    }

    /** All of one ink, for print: four values of 0 to 255, where 255 is no ink, as Photoshop writes them. */
    static byte[] cmyk(int width, int height, int... ink) {
        WritableRaster raster = Raster.createInterleavedRaster(0, width, height, 4, null);
        for (int band = 0; band < 4; band++) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    raster.setSample(x, y, band, ink[band]);
                }
            }
        }
        byte[] adobe = "\u00ff\u00ee\0\u000eAdobe\0d\0\0\0\0\0".getBytes(ISO_8859_1);
        return inserted(jpeg(new IIOImage(raster, null, null), false), SOI, adobe);
    }

    private static byte[] jpeg(IIOImage image, boolean progressive) {
        var bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            writer.setOutput(out);
            writer.write(null, image, how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** The same JPEG with an Exif part that says how the camera was held, 1 to 8. */
    public static byte[] held(byte[] jpeg, int orientation) {
        byte[] tiff = tiff(orientation);
        byte[] segment = ByteBuffer.allocate(10 + tiff.length)
                .putShort((short) 0xffe1)
                .putShort((short) (8 + tiff.length))
                .put("Exif\0\0".getBytes(ISO_8859_1))
                .put(tiff)
                .array();
        return inserted(jpeg, SOI, segment);
    }

    static byte[] tiff(int orientation) {
        return ByteBuffer.allocate(26)
                .put("MM\0*".getBytes(ISO_8859_1))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }

    /** The same JPEG with a note. */
    public static byte[] noted(byte[] jpeg, String note) {
        byte[] segment = ByteBuffer.allocate(4 + note.length())
                .putShort((short) 0xfffe)
                .putShort((short) (2 + note.length()))
                .put(note.getBytes(ISO_8859_1))
                .array();
        return inserted(jpeg, SOI, segment);
    }

    /** A profile in which the values are light, not what eyes see: 128 of it is 188 of sRGB. */
    static byte[] linearLight() {
        return ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    }

    static byte[] withProfile(byte[] jpeg, byte[] profile) {
        byte[] segment = ByteBuffer.allocate(18 + profile.length)
                .putShort((short) 0xffe2)
                .putShort((short) (16 + profile.length))
                .put("ICC_PROFILE\0\1\1".getBytes(ISO_8859_1))
                .put(profile)
                .array();
        return inserted(jpeg, SOI, segment);
    }

    static byte[] deflated(byte[] bytes) {
        byte[] deflated = new byte[bytes.length + 1000];
        try (Deflater deflater = new Deflater()) {
            deflater.setInput(bytes);
            deflater.finish();
            int length = deflater.deflate(deflated);
            return Arrays.copyOf(deflated, length);
        }
    }

    /** The same PNG with one more chunk after its head. */
    static byte[] withChunk(byte[] png, String type, byte[] content) {
        return inserted(png, AFTER_IHDR, chunk(type, content));
    }

    static byte[] chunk(String type, byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(type.getBytes(ISO_8859_1));
        sum.update(content);
        return ByteBuffer.allocate(12 + content.length)
                .putInt(content.length)
                .put(type.getBytes(ISO_8859_1))
                .put(content)
                .putInt((int) sum.getValue())
                .array();
    }

    /** The same PNG, which now says that it is of another size. */
    public static byte[] claiming(byte[] png, int width, int height) {
        byte[] lie = png.clone();
        ByteBuffer.wrap(lie).putInt(16, width).putInt(20, height);
        return lie;
    }

    static byte[] inserted(byte[] file, int at, byte[] part) {
        return ByteBuffer.allocate(file.length + part.length)
                .put(file, 0, at)
                .put(part)
                .put(file, at, file.length - at)
                .array();
    }

    public static BufferedImage decode(byte[] file) {
        try {
            return ImageIO.read(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
