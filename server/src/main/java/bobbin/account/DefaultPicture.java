package bobbin.account;

import bobbin.image.Image;
import bobbin.image.Images;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;

/** Draws the picture of people who have none: head and shoulders on a quiet colour. Without letters, so that no font is needed. */
final class DefaultPicture {
    private static final int[] GROUNDS = {0x7d9b88, 0x8a94b8, 0xb08f7c, 0x9c88a8, 0x6f9aa3, 0xa39a6a, 0xb5858f, 0x84917b
    };
    static final int COUNT = GROUNDS.length;

    private static final int SIDE = 320;
    private static final Color FIGURE = new Color(0xf4f1e8);

    private DefaultPicture() {}

    /** @param which 0 to 7 */
    static Picture draw(int which) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setColor(new Color(GROUNDS[which]));
            pen.fillRect(0, 0, SIDE, SIDE);
            pen.setColor(FIGURE);
            pen.fill(circle(0.5, 0.39, 0.175));
            pen.fill(circle(0.5, 0.97, 0.335));
        } finally {
            pen.dispose();
        }
        Image made = Images.png(image);
        return new Picture(made.format().mediaType(), made.bytes());
    }

    private static Ellipse2D circle(double x, double y, double radius) {
        return new Ellipse2D.Double((x - radius) * SIDE, (y - radius) * SIDE, 2 * radius * SIDE, 2 * radius * SIDE);
    }
}
