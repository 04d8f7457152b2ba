package bobbin.video;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a decoder of H.264 must know before the first picture ({@code avcC}).
 *
 * @param lengthBytes how many bytes the length of each packet takes, 1 to 4
 * @param units the headers, packet by packet
 */
record AvcConfig(int lengthBytes, List<byte[]> units) {
    private static final int LARGEST = 64 << 10;

    static AvcConfig read(Source source, Box avcC) {
        if (avcC.atLeast(7).end() - avcC.body() > LARGEST) {
            throw VideoUnusable.because("avcC is too long");
        }
        List<byte[]> units = new ArrayList<>();
        long at = avcC.body() + 5;
        at = readUnits(source, avcC, at, source.u8(at) & 0x1f, units);
        if (at < avcC.end()) {
            readUnits(source, avcC, at, source.u8(at), units);
        }
        return new AvcConfig((source.u8(avcC.body() + 4) & 3) + 1, List.copyOf(units));
    }

    /** The first header of the stream; empty if it stands among the pictures instead. */
    Optional<Sps> sps() {
        return units.stream()
                .filter(unit -> Nal.type(unit) == Nal.SPS)
                .findFirst()
                .map(Nal::payload)
                .map(Sps::read);
    }

    /** Where the next list begins. */
    private static long readUnits(Source source, Box avcC, long countAt, int count, List<byte[]> units) {
        long at = countAt + 1;
        for (int i = 0; i < count; i++) {
            int length = source.u16(at);
            if (length == 0 || length > avcC.end() - at - 2) {
                throw VideoUnusable.because("a header in avcC is too long or empty");
            }
            units.add(source.bytes(at + 2, length));
            at += 2 + length;
        }
        return at;
    }
}
