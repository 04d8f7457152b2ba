package bobbin.video;

import java.util.Arrays;

/** The packets of H.264. */
final class Nal {
    static final int SLICE = 1;
    static final int KEY_SLICE = 5;
    static final int SPS = 7;
    static final int PPS = 8;

    private Nal() {}

    /** @param unit at least one byte */
    static int type(byte[] unit) {
        return unit[0] & 0x1f;
    }

    static boolean isReference(byte[] unit) {
        return (unit[0] & 0x60) != 0;
    }

    /** What is in a packet, without its first byte and without the bytes that keep start codes out of it. */
    static byte[] payload(byte[] unit) {
        byte[] payload = new byte[unit.length];
        int length = 0;
        int zeros = 0;
        for (int i = 1; i < unit.length; i++) {
            if (zeros >= 2 && unit[i] == 3) {
                zeros = 0;
                continue;
            }
            zeros = unit[i] == 0 ? zeros + 1 : 0;
            payload[length++] = unit[i];
        }
        return Arrays.copyOf(payload, length);
    }
}
