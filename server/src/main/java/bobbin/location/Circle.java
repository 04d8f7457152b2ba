package bobbin.location;

/**
 * What lies within some kilometres of a point. Its box is what an index finds; its {@link #leastNearness} is exact.
 *
 * @param kilometres small against the earth
 */
record Circle(Point centre, double kilometres) {
    private static final double EARTH_RADIUS = 6371.0088;

    double south() {
        return centre.latitude() - Math.toDegrees(angle());
    }

    double north() {
        return centre.latitude() + Math.toDegrees(angle());
    }

    /** May be below -180: then the box goes on from the other side. */
    double west() {
        return centre.longitude() - halfWidth();
    }

    /** May be above 180: then the box goes on from the other side. */
    double east() {
        return centre.longitude() + halfWidth();
    }

    /** The cosine of the angle between the centre and the edge, seen from the middle of the earth: 1 at the centre, less farther away. */
    double leastNearness() {
        return Math.cos(angle());
    }

    private double angle() {
        return kilometres / EARTH_RADIUS;
    }

    /** In degrees of longitude, which are short near the poles; around a pole the box goes all around. */
    private double halfWidth() {
        boolean holdsPole = south() <= -Point.MOST_LATITUDE || north() >= Point.MOST_LATITUDE;
        return holdsPole
                ? Point.MOST_LONGITUDE
                : Math.toDegrees(Math.asin(Math.sin(angle()) / Math.cos(Math.toRadians(centre.latitude()))));
    }
}
