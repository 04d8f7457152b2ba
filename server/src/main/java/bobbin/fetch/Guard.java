package bobbin.fetch;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Decides whom we may ask. Each name is resolved once; what is connected to are the very addresses that were looked at. */
final class Guard {
    private static final Pattern ENDS_IN_A_NUMBER = Pattern.compile("(^|\\.)([0-9]+|0x[0-9a-f]*)\\.?$");
    private static final Pattern DOTTED = Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");

    private final FetchSettings settings;
    private final Resolver resolver;

    Guard(FetchSettings settings, Resolver resolver) {
        this.settings = settings;
        this.resolver = resolver;
    }

    /** Whether it is an address of the web that names a host and nobody's name or password. */
    static boolean isWeb(URI address) {
        boolean scheme = "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
        return scheme
                && address.getHost() != null
                && address.getRawUserInfo() == null
                && address.getPort() != 0
                && address.getPort() <= 65_535
                && !isStrangeNumber(name(address));
    }

    /** {@code 0177.0.0.1}, {@code 0x7f.1} and {@code 2130706433} mean different addresses to different readers, so they mean none to us. */
    private static boolean isStrangeNumber(String name) {
        return name.indexOf(':') < 0
                && ENDS_IN_A_NUMBER.matcher(name).find()
                && !DOTTED.matcher(name).matches();
    }

    /** The host in small letters, without the brackets of a literal. */
    static String name(URI address) {
        String host = address.getHost().toLowerCase(Locale.ROOT);
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** Whether this port of that host may be asked. */
    boolean admitsPort(URI address) {
        int usual = "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
        return settings.allows(name(address), address.getPort() < 0 ? usual : address.getPort());
    }

    /** The addresses of this name that may be connected to; none if all are forbidden. */
    List<InetAddress> admitted(String name) throws UnknownHostException {
        return resolver.resolve(name).stream()
                .filter(address -> settings.allows(name) || PublicInternet.has(address))
                .toList();
    }
}
