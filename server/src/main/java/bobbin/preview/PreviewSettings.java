package bobbin.preview;

import bobbin.base.Setting;
import java.time.Duration;
import java.util.List;

/**
 * How previews of links are made.
 *
 * @param enabled whether pages are asked at all
 * @param time for a page, and again for its picture
 * @param fresh how long a preview serves further posts before it is fetched again
 */
public record PreviewSettings(boolean enabled, Duration time, Duration fresh) {
    static final Setting<Boolean> ENABLED = Setting.of(
            "previews.enabled",
            Boolean.class,
            true,
            "Whether the pages that posts link to are fetched, for the title, description and picture below the post.");
    static final Setting<Duration> TIME = Setting.of(
            "previews.timeout",
            Duration.class,
            Duration.ofSeconds(10),
            "How long fetching a page may take, and its picture again, PT1S to PT1M.");
    static final Setting<Duration> FRESH = Setting.of(
            "previews.fresh",
            Duration.class,
            Duration.ofDays(7),
            "After which time a page is fetched again when somebody else links to it, PT1H to P365D.");

    public static final List<Setting<?>> ALL = List.of(ENABLED, TIME, FRESH);

    public PreviewSettings {
        require(TIME, time, Duration.ofSeconds(1), Duration.ofMinutes(1));
        require(FRESH, fresh, Duration.ofHours(1), Duration.ofDays(365));
    }

    public static PreviewSettings from(Setting.Values values) {
        return new PreviewSettings(values.get(ENABLED), values.get(TIME), values.get(FRESH));
    }

    private static void require(Setting<?> setting, Duration value, Duration low, Duration high) {
        if (value.compareTo(low) < 0 || value.compareTo(high) > 0) {
            throw new IllegalArgumentException(setting.key() + " is " + low + " to " + high + ", not " + value);
        }
    }
}
