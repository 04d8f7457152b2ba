package bobbin.video;

/**
 * What a track says about itself ({@code tkhd}).
 *
 * @param width as shown, before turning; 0 if it does not say
 * @param rotation clockwise, 0, 90, 180 or 270 degrees
 */
record TrackHeader(long id, boolean enabled, int width, int height, int rotation) {

    static TrackHeader read(Source source, Box tkhd) {
        boolean isLong = source.u8(tkhd.body()) == 1;
        long id = tkhd.atLeast(isLong ? 96 : 84).body() + (isLong ? 20 : 12);
        long matrix = tkhd.body() + (isLong ? 52 : 40);
        return new TrackHeader(
                source.u32(id),
                (source.u8(tkhd.body() + 3) & 1) != 0,
                pixels(source.u32(matrix + 36)),
                pixels(source.u32(matrix + 40)),
                rotation(source.i32(matrix), source.i32(matrix + 4)));
    }

    boolean isTurned() {
        return rotation == 90 || rotation == 270;
    }

    private static int pixels(long fixed) {
        return (int) ((fixed + 0x8000) >> 16);
    }

    /** The quarter turn that is nearest to what the first row of the matrix does. */
    private static int rotation(int a, int b) {
        int quarters = (int) Math.round(Math.atan2(b, a) / (Math.PI / 2));
        return Math.floorMod(quarters, 4) * 90;
    }
}
