package bobbin.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Ranges, their days and their neighbours: 11 §11.2. */
class RangeTest {
    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
    private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");

    @Test
    void findsItsNeighboursByTheFormula() {
        Range range = range(1719792000, 1721779200);

        assertThat(range.previous()).isEqualTo(range(1717804799, 1719791999));
        assertThat(range.next()).isEqualTo(range(1721779201, 1723766401));
    }

    @Test
    void touchesWholeDaysOfTheZoneButNoneOfTheFuture() {
        Range range = new Range(NOW.minusSeconds(86400), NOW.plusSeconds(86400 * 5), NOW);

        assertThat(range.days(PACIFIC)).containsExactly(LocalDate.of(2026, 3, 9), LocalDate.of(2026, 3, 10));
        assertThat(range.to()).isEqualTo(NOW.plusSeconds(1));
        assertThat(new Range(NOW.plusSeconds(1), NOW.plusSeconds(9), NOW).days(PACIFIC))
                .isEmpty();
    }

    private static Range range(long since, long until) {
        return new Range(Instant.ofEpochSecond(since), Instant.ofEpochSecond(until), NOW);
    }
}
