package bobbin;

import bobbin.http.HttpSettings;
import java.net.URI;

/** Under which addresses people reach this server, where no request tells: as configured, or else on this machine. */
final class PublicAddress {
    private PublicAddress() {}

    static String graph(HttpSettings settings) {
        return of(settings.graph(), settings, settings.port());
    }

    static String web(HttpSettings settings) {
        return of(settings.web(), settings, settings.port());
    }

    static String media(HttpSettings settings) {
        return of(settings.media(), settings, settings.port());
    }

    static String management(HttpSettings settings) {
        return of(URI.create(""), settings, settings.managementPort());
    }

    private static String of(URI configured, HttpSettings settings, int port) {
        String base = configured.toString();
        if (!base.isEmpty()) {
            return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        }
        boolean everywhere =
                settings.host().equals("0.0.0.0") || settings.host().equals("::");
        String host = everywhere ? "127.0.0.1" : settings.host();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
