package bobbin.base;

import java.net.InetAddress;
import java.util.Arrays;

/** A range of addresses: {@code 10.0.0.0/8}, {@code fd00::/8}, or a single address. Ranges of the two families never meet. */
public record Network(InetAddress start, int bits) {
    public Network {
        if (bits < 0 || bits > start.getAddress().length * Byte.SIZE) {
            throw new IllegalArgumentException(start.getHostAddress() + "/" + bits + " is no range of addresses");
        }
    }

    /** Reads the literal form; a name is refused, because it may mean something else tomorrow. */
    public static Network parse(String text) {
        int slash = text.indexOf('/');
        InetAddress start = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
        int all = start.getAddress().length * Byte.SIZE;
        return new Network(start, slash < 0 ? all : Integer.parseInt(text.substring(slash + 1)));
    }

    public boolean contains(InetAddress address) {
        byte[] ours = start.getAddress();
        byte[] theirs = address.getAddress();
        int whole = bits / Byte.SIZE;
        int mask = 0xff << (Byte.SIZE - bits % Byte.SIZE) & 0xff;
        return ours.length == theirs.length
                && Arrays.equals(ours, 0, whole, theirs, 0, whole)
                && (mask == 0 || ((ours[whole] ^ theirs[whole]) & mask) == 0);
    }
}
