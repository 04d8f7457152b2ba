package bobbin.insight;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What an insight of a profile says, in one of the four shapes of 11 §11.2. */
sealed interface Figure {

    /** A number for each day, under the moment at which the day begins, oldest first. */
    record Series(Map<Instant, Long> days) implements Figure {}

    record Total(long value) implements Figure {}

    /** Links that were followed, most often first; may be none. */
    record Links(List<LinkClicks> links) implements Figure {}

    /** How many followers are what, in the order in which it is shown. */
    record Shares(Breakdown by, Map<String, Long> followers) implements Figure {}
}
