package bobbin.http;

import bobbin.base.Network;
import bobbin.base.Texts;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds out who sent a request. Only of a trusted proxy it is believed what X-Forwarded-For, -Proto and -Host say. */
final class Senders {
    private static final Pattern AUTHORITY = Pattern.compile("([A-Za-z0-9._~-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?");

    private final List<Network> proxies;

    Senders(Texts proxies) {
        this.proxies = proxies.values().stream().map(Network::parse).toList();
    }

    Request.Sender of(SocketAddress peer, SocketAddress local, Headers headers) {
        InetAddress address = ((InetSocketAddress) peer).getAddress();
        String host = authority(headers, "Host").orElseGet(() -> "localhost:" + ((InetSocketAddress) local).getPort());
        if (!trusted(address)) {
            return new Request.Sender(address.getHostAddress(), host, false);
        }
        boolean secure = last(headers, "X-Forwarded-Proto")
                .filter("https"::equalsIgnoreCase)
                .isPresent();
        return new Request.Sender(
                client(headers).orElse(address).getHostAddress(),
                authority(headers, "X-Forwarded-Host").orElse(host),
                secure);
    }

    /** Whether a head has what generated links need; HTTP/1.1 demands it. */
    static boolean hasOneHost(Headers headers) {
        return headers.all("Host").size() == 1 && authority(headers, "Host").isPresent();
    }

    /** The nearest address that is no proxy of ours: what stands further left, anybody can have written. */
    private Optional<InetAddress> client(Headers headers) {
        List<String> way = headers.words("X-Forwarded-For").reversed();
        for (String stop : way) {
            Optional<InetAddress> address = literal(stop);
            if (address.isEmpty() || !trusted(address.get())) {
                return address;
            }
        }
        return Optional.empty();
    }

    private boolean trusted(InetAddress address) {
        return proxies.stream().anyMatch(proxy -> proxy.contains(address));
    }

    private static Optional<String> authority(Headers headers, String name) {
        return last(headers, name).filter(value -> AUTHORITY.matcher(value).matches());
    }

    /** What the nearest proxy wrote. */
    private static Optional<String> last(Headers headers, String name) {
        List<String> words = headers.words(name);
        return words.isEmpty() ? Optional.empty() : Optional.of(words.getLast());
    }

    private static Optional<InetAddress> literal(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
