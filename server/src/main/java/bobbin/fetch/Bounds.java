package bobbin.fetch;

import java.time.Duration;

/**
 * How much a fetch may cost us.
 *
 * @param bytes of the body, at most
 * @param time from the look-up of the first name to the last byte, redirects included
 */
public record Bounds(long bytes, Duration time) {
    public Bounds {
        if (bytes < 0 || !time.isPositive()) {
            throw new IllegalArgumentException("A fetch needs some time, and bytes are not below zero");
        }
    }
}
