package bobbin.webhook;

import bobbin.base.Setting;
import bobbin.base.Texts;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * How apps are told what happens (12 §12.3, §12.7).
 *
 * @param retries when a delivery is tried again, each counted from the first try, growing
 * @param inactiveAfter how long a receiver may fail without one success
 * @param streams how many streams may be open at a time on this server
 */
public record WebhookSettings(
        boolean insecure, List<Duration> retries, Duration timeout, Duration inactiveAfter, int streams) {
    static final Setting<Boolean> INSECURE = Setting.of(
            "webhooks.allow_insecure_callbacks",
            Boolean.class,
            false,
            "Whether webhooks may go to http addresses and to servers whose certificate is not valid; for a laboratory only.");
    static final Setting<Texts> RETRIES = Setting.of(
            "webhooks.retries",
            Texts.class,
            Texts.of("PT0S", "PT1M", "PT5M", "PT30M", "PT2H", "PT6H", "PT12H", "PT24H", "PT36H"),
            "When a webhook that failed is sent again, each time counted from the first try; up to 10 percent earlier, by chance.");
    static final Setting<Duration> TIMEOUT = Setting.of(
            "webhooks.timeout",
            Duration.class,
            Duration.ofSeconds(10),
            "How long the receiver of a webhook may take, from the look-up of its name to the end of its answer; PT0.1S to PT30S.");
    static final Setting<Duration> INACTIVE_AFTER = Setting.of(
            "webhooks.inactive_after",
            Duration.class,
            Duration.ofDays(7),
            "After failing for this long without one success, a subscription is switched off.");
    static final Setting<Integer> STREAMS = Setting.of(
            "webhooks.streams",
            Integer.class,
            1000,
            "How many event streams may be open at a time on this server; 0 switches them off.");

    public static final List<Setting<?>> ALL = List.of(INSECURE, RETRIES, TIMEOUT, INACTIVE_AFTER, STREAMS);

    private static final int MOST_RETRIES = 100;

    public WebhookSettings {
        retries = List.copyOf(retries);
        if (retries.size() > MOST_RETRIES || retries.stream().anyMatch(Duration::isNegative)) {
            throw new IllegalArgumentException(RETRIES.key() + " has at most 100 times, none of them negative");
        }
        if (timeout.compareTo(Duration.ofMillis(100)) < 0 || timeout.compareTo(Duration.ofSeconds(30)) > 0) {
            throw new IllegalArgumentException(TIMEOUT.key() + " is PT0.1S to PT30S, not " + timeout);
        }
        if (!inactiveAfter.isPositive()) {
            throw new IllegalArgumentException(INACTIVE_AFTER.key() + " is above zero, not " + inactiveAfter);
        }
        if (streams < 0) {
            throw new IllegalArgumentException(STREAMS.key() + " is 0 or more, not " + streams);
        }
    }

    public static WebhookSettings from(Setting.Values values) {
        return new WebhookSettings(
                values.get(INSECURE),
                values.get(RETRIES).values().stream()
                        .map(WebhookSettings::duration)
                        .toList(),
                values.get(TIMEOUT),
                values.get(INACTIVE_AFTER),
                values.get(STREAMS));
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException _) {
            throw new IllegalArgumentException(RETRIES.key() + " has times such as PT5M, not " + text);
        }
    }
}
