package bobbin.video;

/** The list of ways in which the samples of a track are coded ({@code stsd}). All samples are taken to follow the first. */
final class SampleEntries {
    private SampleEntries() {}

    static Box first(Source source, Box stbl) {
        Box stsd = source.need(stbl, "stsd").atLeast(16);
        if (source.u32(stsd.body() + 4) == 0) {
            throw VideoUnusable.because("nothing says how the samples are coded");
        }
        return source.box(stsd.body() + 8, stsd.end());
    }
}
