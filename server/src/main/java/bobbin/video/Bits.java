package bobbin.video;

/** Reads bits, the highest first, as the headers of codecs are written. */
final class Bits {
    /** The longest prefix of an exponential Golomb code for 32 bits. */
    private static final int LONGEST_PREFIX = 31;

    private final byte[] bytes;
    private int at;

    Bits(byte[] bytes) {
        this.bytes = bytes;
    }

    /** How many bits have been read. */
    int position() {
        return at;
    }

    int one() {
        if (at >= bytes.length * 8L) {
            throw VideoUnusable.because("a codec's header ends early");
        }
        int bit = bytes[at >> 3] >> (7 - (at & 7)) & 1;
        at++;
        return bit;
    }

    boolean flag() {
        return one() == 1;
    }

    /** @param count at most 31 */
    int next(int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 1 | one();
        }
        return value;
    }

    void skip(int count) {
        for (int i = 0; i < count; i++) {
            one();
        }
    }

    /** An exponential Golomb code without sign; refuses what is above {@code most}. */
    int golomb(int most) {
        int zeros = 0;
        while (one() == 0) {
            if (++zeros > LONGEST_PREFIX) {
                throw VideoUnusable.because("a codec's header has a number that is too large");
            }
        }
        long value = (1L << zeros) - 1 + (next(zeros) & 0xffff_ffffL);
        if (value > most) {
            throw VideoUnusable.because("a codec's header has a number that is too large");
        }
        return (int) value;
    }

    /** Likewise with a sign. */
    int signedGolomb() {
        int code = golomb(Integer.MAX_VALUE);
        return (code & 1) == 0 ? -(code >> 1) : (code >> 1) + (code & 1);
    }
}
