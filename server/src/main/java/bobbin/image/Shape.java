package bobbin.image;

/** Which form an image is to have, measured as people see it: upright. */
public sealed interface Shape {
    /** Images of posts: 320 to 1440 pixels wide, of any height (04 §7.1). */
    Shape POST = new Columns(320, 1440);

    /** A plan to make one from an image of this size. */
    Size of(Size upright);

    /** How many pixels of an upright image become one, in each direction; below 1 if it grows. */
    double scale(Size upright);

    /**
     * Pixels in both directions.
     *
     * @param width at least 1
     * @param height at least 1
     */
    record Size(int width, int height) {
        public Size {
            if (width < 1 || height < 1) {
                throw new IllegalArgumentException("An image has pixels, not " + width + " by " + height);
            }
        }
    }

    /** The whole image; wider if it is narrower than {@code least}, narrower if it is wider than {@code most}. */
    record Columns(int least, int most) implements Shape {
        @Override
        public Size of(Size upright) {
            double scale = scale(upright);
            return new Size(
                    Math.clamp(upright.width(), least, most), Math.max(1, (int) Math.round(upright.height() / scale)));
        }

        @Override
        public double scale(Size upright) {
            return (double) upright.width() / Math.clamp(upright.width(), least, most);
        }
    }

    /** A square out of the middle; smaller if its side is longer than {@code most}, never larger. */
    record Square(int most) implements Shape {
        @Override
        public Size of(Size upright) {
            int side = Math.min(most, Math.min(upright.width(), upright.height()));
            return new Size(side, side);
        }

        @Override
        public double scale(Size upright) {
            return (double) Math.min(upright.width(), upright.height())
                    / of(upright).width();
        }
    }
}
