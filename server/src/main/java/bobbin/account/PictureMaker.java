package bobbin.account;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Makes profile pictures of what people upload: looks at the bytes, not at what the sender says of them, decodes, turns upright, cuts a
 * square out of the middle and encodes anew, so that nothing of the file but its pixels stays (no place, no camera, no hidden text).
 */
final class PictureMaker {
    /** 8 MB (09 §9.2 names no figure; this is the limit for images of 04 §7). */
    static final int LARGEST = 8 << 20;

    /** The longest side of a picture as it is kept. */
    static final int SIDE = 512;

    private static final long MOST_PIXELS = 40_000_000;
    private static final float QUALITY = 0.85f;

    private PictureMaker() {}

    /** Refuses what is no JPEG or PNG, or too large. */
    static Picture make(byte[] file) {
        if (file.length > LARGEST) {
            throw AccountProblems.PICTURE_SIZE.refuse();
        }
        String format = format(file);
        try {
            BufferedImage square =
                    square(decode(file, format), format.equals("jpeg") ? Orientation.of(file) : Orientation.UPRIGHT);
            boolean clear = square.getColorModel().hasAlpha();
            return clear ? new Picture(Picture.PNG, png(square)) : new Picture(Picture.JPEG, jpeg(square));
        } catch (IOException | RuntimeException e) {
            if (e instanceof bobbin.base.Refusal refusal) {
                throw refusal;
            }
            throw AccountProblems.PICTURE_KIND.refuse();
        }
    }

    private static String format(byte[] file) {
        if (startsWith(file, 0xff, 0xd8, 0xff)) {
            return "jpeg";
        }
        if (startsWith(file, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) {
            return "png";
        }
        throw AccountProblems.PICTURE_KIND.refuse();
    }

    private static boolean startsWith(byte[] file, int... start) {
        if (file.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((file[i] & 0xff) != start[i]) {
                return false;
            }
        }
        return true;
    }

    /** Reads only every n-th pixel of large images, so that their size in memory is bounded whatever they claim to be. */
    private static BufferedImage decode(byte[] file, String format) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        ImageReader reader = readers.next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            long width = reader.getWidth(0);
            long height = reader.getHeight(0);
            if (width * height > MOST_PIXELS) {
                throw AccountProblems.PICTURE_SIZE.refuse();
            }
            ImageReadParam how = reader.getDefaultReadParam();
            int every = (int) Math.max(1, Math.min(width, height) / (2 * SIDE));
            how.setSourceSubsampling(every, every, 0, 0);
            return reader.read(0, how);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage square(BufferedImage image, Orientation orientation) {
        int cut = Math.min(image.getWidth(), image.getHeight());
        int side = Math.min(cut, SIDE);
        boolean clear = image.getColorModel().hasAlpha();
        BufferedImage made =
                new BufferedImage(side, side, clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = made.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            pen.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
            AffineTransform place = new AffineTransform();
            place.translate(side / 2.0, side / 2.0);
            orientation.turn(place);
            place.scale((double) side / cut, (double) side / cut);
            place.translate(-image.getWidth() / 2.0, -image.getHeight() / 2.0);
            pen.drawImage(image, place, null);
        } finally {
            pen.dispose();
        }
        return made;
    }

    static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", out);
        }
        return bytes.toByteArray();
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
