package bobbin.oauth;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What is filled into the texts of token errors (03 §7).
 *
 * @param zone in which times are told
 * @param host where people sign in
 */
record Words(ZoneId zone, String host) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEEE, dd-MMM-yy HH:mm:ss zzz", Locale.ENGLISH);

    /** Such as {@code Sunday, 01-Mar-26 16:00:00 PST}. */
    String time(Instant time) {
        return TIME.withZone(zone).format(time);
    }
}
