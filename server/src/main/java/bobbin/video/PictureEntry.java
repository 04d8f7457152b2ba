package bobbin.video;

import bobbin.video.CodecProfile.Chroma;
import java.util.Optional;

/**
 * How pictures are coded: the first entry of a picture track's {@code stsd}.
 *
 * @param width in pixels, as coded
 * @param stretch how much wider than high a pixel is shown
 * @param avc empty where the codec is another
 * @param openGroups see {@link PictureTrack}
 */
record PictureEntry(
        String format,
        int width,
        int height,
        double stretch,
        Optional<CodecProfile> profile,
        Optional<AvcConfig> avc,
        boolean openGroups) {
    private static final int EXTENSIONS = 78;

    static PictureEntry read(Source source, Box stbl) {
        Box entry = SampleEntries.first(source, stbl).atLeast(EXTENSIONS);
        Optional<AvcConfig> avc = Optional.empty();
        Optional<CodecProfile> profile = Optional.empty();
        switch (VideoCodec.of(entry.type())) {
            case H264 -> {
                avc = Optional.of(AvcConfig.read(
                        source,
                        extension(source, entry, "avcC").orElseThrow(() -> VideoUnusable.because("there is no avcC"))));
                profile = avc.flatMap(AvcConfig::sps).map(Sps::profile);
            }
            case HEVC ->
                profile = Optional.of(hevc(
                        source,
                        extension(source, entry, "hvcC").orElseThrow(() -> VideoUnusable.because("there is no hvcC"))));
            case OTHER -> {}
        }
        return new PictureEntry(
                entry.type(),
                source.u16(entry.body() + 24),
                source.u16(entry.body() + 26),
                extension(source, entry, "pasp")
                        .map(pasp -> stretch(source, pasp))
                        .orElse(1.0),
                profile.map(found -> withFields(source, entry, found)),
                avc,
                hasOpenGroups(source, stbl));
    }

    VideoCodec codec() {
        return VideoCodec.of(format);
    }

    private static Optional<Box> extension(Source source, Box entry, String type) {
        for (Box box : source.boxes(entry.body() + EXTENSIONS, entry.end())) {
            if (box.is(type)) {
                return Optional.of(box);
            }
        }
        return Optional.empty();
    }

    private static CodecProfile hevc(Source source, Box hvcC) {
        long at = hvcC.atLeast(23).body();
        int kind = source.u8(at + 6);
        boolean progressive = (kind & 0x80) != 0;
        boolean interlaced = (kind & 0x40) != 0;
        return new CodecProfile(
                source.u8(at + 1) & 0x1f,
                Chroma.of(source.u8(at + 16) & 3),
                8 + (source.u8(at + 17) & 7),
                interlaced && !progressive);
    }

    /** QuickTime says in {@code fiel} how many fields a picture really has, where the codec only says how many it may have. */
    private static CodecProfile withFields(Source source, Box entry, CodecProfile profile) {
        return extension(source, entry, "fiel")
                .map(fiel -> source.u8(fiel.atLeast(2).body()) > 1)
                .map(fields -> new CodecProfile(profile.number(), profile.chroma(), profile.bitDepth(), fields))
                .orElse(profile);
    }

    private static double stretch(Source source, Box pasp) {
        double across = source.u32(pasp.atLeast(8).body());
        double down = source.u32(pasp.body() + 4);
        return across == 0 || down == 0 ? 1 : across / down;
    }

    /** QuickTime lists such pictures in {@code stps}, others in a group of samples called {@code rap}. */
    private static boolean hasOpenGroups(Source source, Box stbl) {
        for (Box box : source.boxes(stbl)) {
            if (box.is("stps") && source.u32(box.atLeast(8).body() + 4) > 0) {
                return true;
            }
            if (box.is("sgpd") && source.letters(box.atLeast(12).body() + 4).equals("rap ")) {
                return true;
            }
        }
        return false;
    }
}
