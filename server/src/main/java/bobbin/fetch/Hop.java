package bobbin.fetch;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is known of asking one server once; a fetch with redirects has several.
 *
 * @param name of the host, as the address gave it
 * @param address that was connected to, or tried last; empty if none was admitted
 * @param status of the answer, if there was one
 * @param type of the answer's content as the other side says; empty if it says nothing
 * @param bytes of the body that were read
 */
public record Hop(
        String name,
        Optional<InetAddress> address,
        OptionalInt status,
        String type,
        long bytes,
        Duration time,
        Verdict verdict) {

    /** As a line of a log; the address in the browser's sense is left out, because its query may hold secrets. */
    @Override
    public String toString() {
        return "host=%s address=%s status=%s type=\"%s\" bytes=%d millis=%d verdict=%s"
                .formatted(
                        name,
                        address.map(InetAddress::getHostAddress).orElse("-"),
                        status.isPresent() ? status.getAsInt() : "-",
                        type,
                        bytes,
                        time.toMillis(),
                        verdict);
    }
}
