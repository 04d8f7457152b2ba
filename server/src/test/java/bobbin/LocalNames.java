package bobbin;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Names as the JVM of the tests knows them: this machine, and nobody else. So no test asks a stranger, whoever is named in its texts.
 */
public final class LocalNames extends InetAddressResolverProvider {
    @Override
    public InetAddressResolver get(Configuration configuration) {
        return new Local(configuration.builtinResolver(), Set.of("localhost", configuration.lookupLocalHostName()));
    }

    @Override
    public String name() {
        return "names of this machine";
    }

    private record Local(InetAddressResolver machine, Set<String> names) implements InetAddressResolver {
        @Override
        public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
            if (!names.contains(host)) {
                throw new UnknownHostException(host + ": no name of this machine, and tests ask no other");
            }
            return machine.lookupByName(host, policy);
        }

        @Override
        public String lookupByAddress(byte[] address) throws UnknownHostException {
            if (!InetAddress.getByAddress(address).isLoopbackAddress()) {
                throw new UnknownHostException("no address of this machine");
            }
            return machine.lookupByAddress(address);
        }
    }
}
