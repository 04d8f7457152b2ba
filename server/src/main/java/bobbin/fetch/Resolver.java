package bobbin.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Turns a name into addresses. */
@FunctionalInterface
public interface Resolver {
    /** That of the machine. */
    Resolver SYSTEM = name -> List.of(InetAddress.getAllByName(name));

    /** One that knows this machine alone, and asks nobody about other names. */
    Resolver LOOPBACK = Resolver::here;

    List<InetAddress> resolve(String name) throws UnknownHostException;

    private static List<InetAddress> here(String name) throws UnknownHostException {
        try {
            InetAddress address =
                    name.equals("localhost") ? InetAddress.getLoopbackAddress() : InetAddress.ofLiteral(name);
            if (address.isLoopbackAddress()) {
                return List.of(address);
            }
        } catch (IllegalArgumentException _) {
            // a name, not an address
        }
        throw new UnknownHostException(name);
    }
}
