package bobbin.video;

import java.util.Optional;

/**
 * The edit list of a track, as far as it says how long the track plays.
 *
 * @param units in the time scale of the movie; 0 means to the end
 */
record Edits(boolean present, long units) {
    private static final Edits NONE = new Edits(false, 0);

    static Edits of(Source source, Box trak) {
        Optional<Box> list = source.find(trak, "edts").flatMap(edts -> source.find(edts, "elst"));
        return list.map(elst -> read(source, elst)).orElse(NONE);
    }

    private static Edits read(Source source, Box elst) {
        boolean isLong = source.u8(elst.atLeast(8).body()) == 1;
        int size = isLong ? 20 : 12;
        long first = elst.body() + 8;
        long entries = elst.entries(source.u32(elst.body() + 4), first, size);
        long units = 0;
        for (long i = 0; i < entries; i++) {
            long at = first + size * i;
            units += isLong ? source.u64(at) : source.u32(at);
            if (units < 0) {
                throw VideoUnusable.because("the edits add up to more than can be");
            }
        }
        return new Edits(entries > 0, units);
    }
}
