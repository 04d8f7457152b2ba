package bobbin.image;

import bobbin.image.Shape.Size;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** Draws an image upright and in its final size. */
final class Canvas {
    private Canvas() {}

    /** Covers the whole size, so that what sticks out is cut off: less than a pixel, or more if the size has another form. */
    static BufferedImage draw(BufferedImage image, Orientation orientation, Size size) {
        BufferedImage source = image;
        while (growth(source, orientation, size) <= 0.5) {
            source = halved(source);
        }
        boolean asItIs =
                orientation.equals(Orientation.UPRIGHT) && size.equals(new Size(source.getWidth(), source.getHeight()));
        return asItIs && isPlain(source) ? source : placed(source, orientation, size);
    }

    /** How many pixels are made of one, in each direction. */
    private static double growth(BufferedImage image, Orientation orientation, Size size) {
        int across = orientation.isAside() ? image.getHeight() : image.getWidth();
        int down = orientation.isAside() ? image.getWidth() : image.getHeight();
        return Math.max((double) size.width() / across, (double) size.height() / down);
    }

    /** Whether the encoders take it. */
    private static boolean isPlain(BufferedImage image) {
        return switch (image.getType()) {
            case BufferedImage.TYPE_INT_RGB,
                    BufferedImage.TYPE_INT_ARGB,
                    BufferedImage.TYPE_3BYTE_BGR,
                    BufferedImage.TYPE_4BYTE_ABGR,
                    BufferedImage.TYPE_BYTE_GRAY -> true;
            default -> false;
        };
    }

    /** Each pixel of four: in many small steps nothing falls between the pixels. */
    private static BufferedImage halved(BufferedImage image) {
        int width = image.getWidth() / 2;
        int height = image.getHeight() / 2;
        BufferedImage half = blank(image, new Size(width, height));
        Graphics2D pen = pen(half, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        try {
            pen.drawImage(image, 0, 0, width, height, 0, 0, 2 * width, 2 * height, null);
        } finally {
            pen.dispose();
        }
        return half;
    }

    private static BufferedImage placed(BufferedImage image, Orientation orientation, Size size) {
        double growth = growth(image, orientation, size);
        BufferedImage made = blank(image, size);
        Graphics2D pen = pen(made, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        try {
            AffineTransform place = new AffineTransform();
            place.translate(size.width() / 2.0, size.height() / 2.0);
            orientation.turn(place);
            place.scale(growth, growth);
            place.translate(-image.getWidth() / 2.0, -image.getHeight() / 2.0);
            pen.drawImage(image, place, null);
        } finally {
            pen.dispose();
        }
        return made;
    }

    private static BufferedImage blank(BufferedImage like, Size size) {
        boolean clear = like.getColorModel().hasAlpha();
        return new BufferedImage(
                size.width(), size.height(), clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    }

    private static Graphics2D pen(BufferedImage image, Object interpolation) {
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, interpolation);
        pen.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        return pen;
    }

    /** The same without its transparency, if nothing shines through. */
    static BufferedImage solid(BufferedImage image) {
        if (!image.getColorModel().hasAlpha() || isClear(image)) {
            return image;
        }
        BufferedImage solid = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = solid.createGraphics();
        try {
            pen.drawImage(image, 0, 0, null);
        } finally {
            pen.dispose();
        }
        return solid;
    }

    private static boolean isClear(BufferedImage image) {
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int pixel : row) {
                if (pixel >>> 24 != 0xff) {
                    return true;
                }
            }
        }
        return false;
    }
}
