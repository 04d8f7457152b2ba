package bobbin.insight;

import java.time.Instant;
import java.time.ZoneId;

/**
 * The hours by which is counted: those that the clocks of a zone strike, also where these differ from UTC by half an hour or three quarters.
 * So each day of the zone begins with an hour, and its numbers are exact (11 §11.2). They are numbered since 1970.
 */
record Hours(ZoneId zone) {
    private static final long SECONDS = 3600;

    /** The hour in which a moment lies. */
    long of(Instant at) {
        long ahead = Math.floorMod(zone.getRules().getOffset(at).getTotalSeconds(), SECONDS);
        return Math.floorDiv(at.getEpochSecond() + ahead, SECONDS);
    }

    /** The first hour that does not begin before a moment. */
    long beyond(Instant moment) {
        return of(moment.minusNanos(1)) + 1;
    }
}
