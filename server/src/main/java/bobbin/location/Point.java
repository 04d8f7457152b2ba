package bobbin.location;

/**
 * A point on the earth, in degrees.
 *
 * @param latitude -90 to 90, north is positive
 * @param longitude -180 to 180, east is positive
 */
public record Point(double latitude, double longitude) {
    static final int MOST_LATITUDE = 90;
    static final int MOST_LONGITUDE = 180;

    public Point {
        if (!(Math.abs(latitude) <= MOST_LATITUDE) || !(Math.abs(longitude) <= MOST_LONGITUDE)) {
            throw new IllegalArgumentException("There is no point %s, %s".formatted(latitude, longitude));
        }
    }
}
