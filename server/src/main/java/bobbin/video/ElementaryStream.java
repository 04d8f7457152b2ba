package bobbin.video;

import java.util.Optional;
import java.util.Set;

/**
 * What {@code esds} says of a stream.
 *
 * @param config empty if the stream is no AAC, or is AAC of MPEG-2, which needs no header
 */
record ElementaryStream(AudioCodec codec, Optional<AudioConfig> config) {
    private static final int STREAM = 3;
    private static final int DECODER = 4;
    private static final int DECODER_CONFIG = 5;
    private static final int MPEG_4 = 0x40;
    /** The three profiles of AAC in MPEG-2. */
    private static final Set<Integer> MPEG_2 = Set.of(0x66, 0x67, 0x68);

    private static final int LONGEST_HEADER = 1024;

    static ElementaryStream read(Source source, Box esds) {
        Descriptor stream = Descriptor.read(source, esds.atLeast(4).body() + 4, esds.end())
                .orElseThrow(() -> VideoUnusable.because("esds is empty"));
        if (stream.tag != STREAM || stream.end - stream.body < 3) {
            throw VideoUnusable.because("esds describes no stream");
        }
        int says = source.u8(stream.body + 2);
        long at = stream.body + 3;
        at += (says & 0x80) != 0 ? 2 : 0;
        at += (says & 0x40) != 0 ? 1 + source.u8(at) : 0;
        at += (says & 0x20) != 0 ? 2 : 0;
        Descriptor decoder = Descriptor.find(source, at, stream.end, DECODER)
                .orElseThrow(() -> VideoUnusable.because("esds names no decoder"));
        int kind = source.u8(decoder.body);
        Optional<byte[]> header = Descriptor.find(source, decoder.body + 13, decoder.end, DECODER_CONFIG)
                .filter(config -> config.end > config.body)
                .map(config -> source.bytes(config.body, (int) Math.min(config.end - config.body, LONGEST_HEADER)));
        if (MPEG_2.contains(kind)) {
            return new ElementaryStream(AudioCodec.AAC, header.flatMap(AudioConfig::read));
        }
        Optional<AudioConfig> config = kind == MPEG_4
                ? AudioConfig.read(header.orElseThrow(() -> VideoUnusable.because("esds has no header of the codec")))
                : Optional.empty();
        return new ElementaryStream(config.isPresent() ? AudioCodec.AAC : AudioCodec.OTHER, config);
    }

    /** A piece of {@code esds}: a tag, and a length in up to four bytes of seven bits. */
    private record Descriptor(int tag, long body, long end) {
        static Optional<Descriptor> read(Source source, long at, long limit) {
            if (at + 2 > limit) {
                return Optional.empty();
            }
            long body = at + 1;
            int length = 0;
            for (int i = 0; i < 4; i++) {
                int seven = source.u8(body++);
                length = length << 7 | (seven & 0x7f);
                if ((seven & 0x80) == 0) {
                    break;
                }
            }
            if (body > limit) {
                return Optional.empty();
            }
            // Some writers count wrongly; what lies behind the box is not ours in any case.
            return Optional.of(new Descriptor(source.u8(at), body, Math.min(body + length, limit)));
        }

        static Optional<Descriptor> find(Source source, long from, long limit, int tag) {
            Optional<Descriptor> found = read(source, from, limit);
            while (found.isPresent() && found.get().tag != tag) {
                found = read(source, found.get().end, limit);
            }
            return found;
        }
    }
}
