package bobbin.fetch;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is known of asking one server once; a fetch with redirects has several.
 *
 * @param place what was asked: scheme, host, port and path, never the query, which may hold secrets; no path if something was sent there
 * @param address that was connected to, or tried last; empty if none was admitted
 * @param tls which version protects the connection; empty if none does
 * @param status of the answer, if there was one
 * @param type of the answer's content as the other side says; empty if it says nothing
 * @param bytes of the body that were read
 */
public record Hop(
        String place,
        Optional<InetAddress> address,
        Optional<String> tls,
        OptionalInt status,
        String type,
        long bytes,
        Duration time,
        Verdict verdict) {

    /** As a line of a log, or of what is kept about a fetch. */
    @Override
    public String toString() {
        return "url=%s address=%s tls=%s status=%s type=\"%s\" bytes=%d millis=%d verdict=%s"
                .formatted(
                        place,
                        address.map(InetAddress::getHostAddress).orElse("-"),
                        tls.orElse("-"),
                        status.isPresent() ? status.getAsInt() : "-",
                        type,
                        bytes,
                        time.toMillis(),
                        verdict);
    }
}
