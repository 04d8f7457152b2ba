package bobbin.graph;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Times of the API: {@code 2026-03-02T09:15:04+0000}, always UTC, whole seconds (01 §7). */
public final class WireTime {
    private WireTime() {}

    public static String of(Instant time) {
        LocalDateTime utc = LocalDateTime.ofEpochSecond(time.getEpochSecond(), 0, ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(24).append(utc.toLocalDate()).append('T');
        two(text, utc.getHour()).append(':');
        two(text, utc.getMinute()).append(':');
        return two(text, utc.getSecond()).append("+0000").toString();
    }

    private static StringBuilder two(StringBuilder text, int number) {
        return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}
