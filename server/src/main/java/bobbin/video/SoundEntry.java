package bobbin.video;

import java.util.Optional;

/** How sound is coded: the first entry of a sound track's {@code stsd}, in the forms of MP4 and of QuickTime's versions 0 to 2. */
record SoundEntry(AudioCodec codec, String format, int sampleRate, int channels, ChannelLayout layout) {
    private static final int HEADER = 28;
    private static final int HEADER_1 = 44;
    private static final int HEADER_2 = 64;

    private static final int MOST_CHANNELS = 1 << 16;
    private static final int HIGHEST_RATE = 1 << 20;

    static SoundEntry read(Source source, Box stbl) {
        Box entry = SampleEntries.first(source, stbl).atLeast(HEADER);
        long at = entry.body();
        Box stsd = source.need(stbl, "stsd");
        boolean mayBeNewer = source.u8(stsd.body()) == 0;
        int version = mayBeNewer ? source.u16(at + 8) : 0;
        int header = version == 0 ? HEADER : version == 1 ? HEADER_1 : HEADER_2;
        entry.atLeast(header);
        double rate = version == 2 ? source.f64(at + 32) : source.u16(at + 24);
        long channels = version == 2 ? source.u32(at + 40) : source.u16(at + 16);
        if (channels < 1 || channels > MOST_CHANNELS || !(rate >= 0 && rate <= HIGHEST_RATE)) {
            throw VideoUnusable.because("there are no channels, or far too many, or the sample rate is impossible");
        }
        SoundEntry plain = new SoundEntry(
                AudioCodec.OTHER, entry.type(), (int) Math.round(rate), (int) channels, ChannelLayout.of((int)
                        channels));
        SoundEntry coded = entry.type().equals("mp4a") ? plain.aac(source, entry, at + header) : plain;
        return coded.arranged(source, entry, at + header);
    }

    /** With what the header of the codec says, which counts more than the entry. */
    private SoundEntry aac(Source source, Box entry, long extensions) {
        Optional<Box> esds = Optional.empty();
        for (Box box : source.boxes(extensions, entry.end())) {
            if (box.is("esds")) {
                esds = Optional.of(box);
            } else if (box.is("wave") && esds.isEmpty()) {
                esds = source.find(box, "esds");
            }
        }
        ElementaryStream stream = esds.map(box -> ElementaryStream.read(source, box))
                .orElseGet(() -> new ElementaryStream(AudioCodec.AAC, Optional.empty()));
        return stream.config()
                .map(config ->
                        new SoundEntry(stream.codec(), format, config.sampleRate(), config.channels(), config.layout()))
                .orElseGet(() -> new SoundEntry(stream.codec(), format, sampleRate, channels, layout));
    }

    /** QuickTime may say in {@code chan} where the channels belong. */
    private SoundEntry arranged(Source source, Box entry, long extensions) {
        for (Box box : source.boxes(extensions, entry.end())) {
            if (box.is("chan") && channels <= 2) {
                return new SoundEntry(codec, format, sampleRate, channels, layout(source, box.atLeast(12)));
            }
        }
        return this;
    }

    private ChannelLayout layout(Source source, Box chan) {
        long tag = source.u32(chan.body() + 4);
        return switch ((int) (tag >> 16)) {
            case 0 -> layout; // a list of places, one for each channel
            case 1 -> ofPlaces(source.u32(chan.body() + 8));
            case 100 -> ChannelLayout.MONO;
            case 101, 102, 106 -> ChannelLayout.STEREO;
            case 147, 0xffff -> layout; // in no particular order; unknown
            default -> ChannelLayout.OTHER;
        };
    }

    /** One bit for each place: 1 is left, 2 is right, 4 is the middle. */
    private static ChannelLayout ofPlaces(long bits) {
        return bits == 3 ? ChannelLayout.STEREO : bits == 4 ? ChannelLayout.MONO : ChannelLayout.OTHER;
    }
}
