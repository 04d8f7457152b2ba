package bobbin.webhook;

import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Who may send where at this moment, so that receivers are isolated from each other: at most 8 at a time to a host, and a receiver that
 * failed is asked once at a time until it answers again (12 §12.7). For any number of threads.
 */
final class Lanes {
    static final int MOST_PER_HOST = 8;

    private final Map<String, Integer> hosts = new HashMap<>();
    private final Map<String, Integer> lanes = new HashMap<>();
    private final Set<String> failing = new HashSet<>();

    /** How many more may be sent to an address, at most that many; those count as being sent from now on. */
    synchronized int enter(String lane, int wanted) {
        int ofHost = MOST_PER_HOST - hosts.getOrDefault(host(lane), 0);
        int ofLane = (failing.contains(lane) ? 1 : MOST_PER_HOST) - lanes.getOrDefault(lane, 0);
        int entering = Math.max(0, Math.min(wanted, Math.min(ofHost, ofLane)));
        if (entering > 0) {
            hosts.merge(host(lane), entering, Integer::sum);
            lanes.merge(lane, entering, Integer::sum);
        }
        return entering;
    }

    /** That many are not, or no longer, being sent. */
    synchronized void leave(String lane, int count) {
        if (count > 0) {
            hosts.computeIfPresent(host(lane), (_, now) -> now > count ? now - count : null);
            lanes.computeIfPresent(lane, (_, now) -> now > count ? now - count : null);
        }
    }

    synchronized void note(String lane, boolean succeeded) {
        if (succeeded) {
            failing.remove(lane);
        } else {
            failing.add(lane);
        }
    }

    /** Whether one who has sent may send the next at once. */
    synchronized boolean mayGoOn(String lane) {
        return !failing.contains(lane) || lanes.getOrDefault(lane, 0) <= 1;
    }

    /** How many are being sent. */
    synchronized int busy() {
        return lanes.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Name and port: two servers on one machine are two. */
    private static String host(String lane) {
        return String.valueOf(URI.create(lane).getRawAuthority());
    }
}
