package bobbin.video;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;

/** Draws what stands for a video of which there is no picture: a grey ground and a sign to play. Without letters, so that no font is needed. */
final class Placeholder {
    private static final Color ABOVE = new Color(0x5a6068);
    private static final Color BELOW = new Color(0x3a3f45);
    private static final Color RING = new Color(0xe9, 0xec, 0xef, 0x40);
    private static final Color SIGN = new Color(0xe9ecef);

    private Placeholder() {}

    static BufferedImage draw(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setPaint(new GradientPaint(0, 0, ABOVE, 0, height, BELOW));
            pen.fillRect(0, 0, width, height);
            double radius = Math.min(width, height) * 0.18;
            pen.translate(width / 2.0, height / 2.0);
            pen.setPaint(RING);
            pen.fill(new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius));
            pen.setPaint(SIGN);
            pen.fill(triangle(radius * 0.5));
        } finally {
            pen.dispose();
        }
        return image;
    }

    /** Points to the right, with its centre of gravity in the middle. */
    private static Path2D triangle(double radius) {
        Path2D path = new Path2D.Double();
        path.moveTo(radius, 0);
        path.lineTo(-radius / 2, radius * Math.sqrt(3) / 2);
        path.lineTo(-radius / 2, -radius * Math.sqrt(3) / 2);
        path.closePath();
        return path;
    }
}
