package bobbin.image;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Optional;

/** Makes the colours of an image mean what everybody takes them for: sRGB. */
final class Colours {
    private static final ICC_Profile SRGB = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
    private static final int[] RGB = {0, 1, 2};

    private Colours() {}

    /** @param profile what its colours mean, if the image itself does not know */
    static BufferedImage standard(BufferedImage image, Optional<byte[]> profile) {
        ColorSpace space = image.getColorModel().getColorSpace();
        if (profile.isPresent()) {
            return profile.flatMap(Colours::read)
                    .map(found -> converted(plain(image), found))
                    .orElse(image);
        }
        if (image.getRaster().getNumBands() == 2) {
            return plain(image);
        }
        return space.isCS_sRGB() || space.getType() == ColorSpace.TYPE_GRAY
                ? image
                : new ColorConvertOp(ColorSpace.getInstance(ColorSpace.CS_sRGB), null).filter(image, plainOf(image));
    }

    /** Only profiles for red, green and blue; for grey ones it is not worth it. */
    private static Optional<ICC_Profile> read(byte[] bytes) {
        try {
            ICC_Profile profile = ICC_Profile.getInstance(bytes);
            return Optional.of(profile).filter(found -> found.getColorSpaceType() == ColorSpace.TYPE_RGB);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** Leaves transparency as it is. A profile that turns out to be broken changes nothing. */
    private static BufferedImage converted(BufferedImage image, ICC_Profile from) {
        try {
            WritableRaster raster = image.getRaster();
            WritableRaster colours = raster.createWritableChild(0, 0, raster.getWidth(), raster.getHeight(), 0, 0, RGB);
            new ColorConvertOp(new ICC_Profile[] {from, SRGB}, null).filter((Raster) colours, colours);
            return image;
        } catch (CMMException _) {
            return image;
        }
    }

    /** The same pixels, eight bits for each of red, green, blue and, if there is any, transparency. */
    static BufferedImage plain(BufferedImage image) {
        BufferedImage plain = plainOf(image);
        if (image.getRaster().getNumBands() == 2) {
            spread(image.getRaster(), plain.getRaster());
            return plain;
        }
        var pen = plain.createGraphics();
        try {
            pen.drawImage(image, 0, 0, null);
        } finally {
            pen.dispose();
        }
        return plain;
    }

    private static BufferedImage plainOf(BufferedImage image) {
        boolean clear = image.getColorModel().hasAlpha();
        return new BufferedImage(
                image.getWidth(),
                image.getHeight(),
                clear ? BufferedImage.TYPE_4BYTE_ABGR : BufferedImage.TYPE_3BYTE_BGR);
    }

    /** Grey with transparency, row by row; the library would take the grey for linear light and make it too bright. */
    private static void spread(Raster grey, WritableRaster to) {
        int width = grey.getWidth();
        int shift = grey.getSampleModel().getSampleSize(0) - 8;
        int[] row = new int[width];
        for (int y = 0; y < grey.getHeight(); y++) {
            for (int band = 0; band < 4; band++) {
                grey.getSamples(0, y, width, 1, band < 3 ? 0 : 1, row);
                for (int x = 0; x < width; x++) {
                    row[x] >>= shift;
                }
                to.setSamples(0, y, width, 1, band, row);
            }
        }
    }
}
