package bobbin.insight;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * The part of the past that insights are about, both ends included, to the second (11 §11.2).
 *
 * @param now the end of all that can be counted
 */
record Range(Instant since, Instant until, Instant now) {

    /** The first moment that belongs to it. */
    Instant from() {
        return since;
    }

    /** The first moment after it: times on the wire have whole seconds, so that the second of {@code until} belongs to it. */
    Instant to() {
        Instant end = until.isBefore(now) ? until : now;
        return end.plusSeconds(1);
    }

    /** Whether nothing of it has come yet. */
    boolean isFuture() {
        return since.isAfter(now);
    }

    /** The days that it touches, oldest first, none of the future. */
    List<LocalDate> days(ZoneId zone) {
        LocalDate first = LocalDate.ofInstant(since, zone);
        LocalDate last = LocalDate.ofInstant(until.isBefore(now) ? until : now, zone);
        return isFuture() ? List.of() : first.datesUntil(last.plusDays(1)).toList();
    }

    /** The range of the same length that ends a second before it. */
    Range previous() {
        return new Range(since.minus(length()).minusSeconds(1), since.minusSeconds(1), now);
    }

    /** The range of the same length that begins a second after it. */
    Range next() {
        return new Range(until.plusSeconds(1), until.plus(length()).plusSeconds(1), now);
    }

    private Duration length() {
        return Duration.between(since, until);
    }
}
