package bobbin.video;

import bobbin.image.Images;
import java.awt.image.BufferedImage;

/**
 * The size and place of a still picture: that of the video, made smaller where it is large.
 *
 * @param rotation how the coded picture is turned, clockwise
 */
record Still(int width, int height, int rotation) {
    private static final int LONGEST_SIDE = 960;

    static Still of(PictureTrack picture) {
        double shrink = Math.min(1, (double) LONGEST_SIDE / Math.max(picture.width(), picture.height()));
        return new Still(
                (int) Math.max(1, Math.round(picture.width() * shrink)),
                (int) Math.max(1, Math.round(picture.height() * shrink)),
                picture.rotation());
    }

    Thumbnail of(Planes planes) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        boolean isTurned = rotation == 90 || rotation == 270;
        int across = isTurned ? height : width;
        int down = isTurned ? width : height;
        for (int y = 0; y < down; y++) {
            int y0 = (int) ((long) y * planes.height() / down);
            int y1 = Math.max(y0 + 1, (int) ((y + 1L) * planes.height() / down));
            for (int x = 0; x < across; x++) {
                int x0 = (int) ((long) x * planes.width() / across);
                int x1 = Math.max(x0 + 1, (int) ((x + 1L) * planes.width() / across));
                set(image, x, y, planes.colour(x0, y0, x1, y1));
            }
        }
        return new Thumbnail(Images.encode(image), true);
    }

    Thumbnail drawn() {
        return new Thumbnail(Images.encode(Placeholder.draw(width, height)), false);
    }

    private void set(BufferedImage image, int x, int y, int colour) {
        switch (rotation) {
            case 90 -> image.setRGB(width - 1 - y, x, colour);
            case 180 -> image.setRGB(width - 1 - x, height - 1 - y, colour);
            case 270 -> image.setRGB(y, height - 1 - x, colour);
            default -> image.setRGB(x, y, colour);
        }
    }
}
