package bobbin.fetch;

import bobbin.base.Network;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses are hosts of the public internet, by the registries of special addresses (RFC 6890 and its successors). What is not known to
 * be public is not: loopback, private and link-local networks, carriers' networks, multicast, documentation, the addresses at which
 * clouds tell a machine its secrets, and the forms that hide one address in another.
 */
final class PublicInternet {
    private static final List<Network> PUBLIC = networks("0.0.0.0/1", "128.0.0.0/2", "192.0.0.0/3", "2000::/3");

    private static final List<Network> SPECIAL = networks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "168.63.129.16/32", // a cloud's wire server
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "2001::/23", // Teredo, benchmarks, overlay identifiers
            "2001:db8::/32",
            "2002::/16", // 6to4
            "3fff::/20");

    /** An IPv4 address in the last four bytes, written by a gateway between the two families. */
    private static final Network TRANSLATED = Network.parse("64:ff9b::/96");

    private PublicInternet() {}

    static boolean has(InetAddress address) {
        InetAddress meant = TRANSLATED.contains(address) ? lastFourBytes(address) : address;
        return PUBLIC.stream().anyMatch(network -> network.contains(meant))
                && SPECIAL.stream().noneMatch(network -> network.contains(meant));
    }

    private static InetAddress lastFourBytes(InetAddress address) {
        try {
            return Inet4Address.getByAddress(Arrays.copyOfRange(address.getAddress(), 12, 16));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Four bytes are an address", e);
        }
    }

    private static List<Network> networks(String... ranges) {
        return Stream.of(ranges).map(Network::parse).toList();
    }
}
