package bobbin.video;

/** What holds for the samples of a track in fragments, unless a fragment says otherwise ({@code trex}, {@code tfhd}). */
record Defaults(long delta, long bytes, long flags) {
    static final Defaults NONE = new Defaults(0, 0, 0);

    static Defaults read(Source source, Box trex) {
        long at = trex.body() + 12;
        return new Defaults(source.u32(at), source.u32(at + 4), source.u32(at + 8));
    }
}
