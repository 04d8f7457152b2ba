package bobbin.http;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Locale;

/** A range of addresses: {@code 10.0.0.0/8}, {@code fd00::/8}, or a single address. */
record Network(InetAddress start, int bits) {

    static Network parse(String text) {
        int slash = text.indexOf('/');
        try {
            InetAddress start = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
            int all = start.getAddress().length * Byte.SIZE;
            int bits = slash < 0 ? all : Integer.parseInt(text.substring(slash + 1));
            if (bits >= 0 && bits <= all) {
                return new Network(start, bits);
            }
        } catch (IllegalArgumentException _) {
            // Said below, with the same words.
        }
        throw new IllegalArgumentException("http.trusted_proxies has addresses and ranges such as 10.0.0.0/8, not "
                + text.toLowerCase(Locale.ROOT));
    }

    boolean contains(InetAddress address) {
        byte[] ours = start.getAddress();
        byte[] theirs = address.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        int whole = bits / Byte.SIZE;
        int mask = 0xff << (Byte.SIZE - bits % Byte.SIZE) & 0xff;
        return Arrays.equals(ours, 0, whole, theirs, 0, whole)
                && (mask == 0 || whole == ours.length || ((ours[whole] ^ theirs[whole]) & mask) == 0);
    }
}
