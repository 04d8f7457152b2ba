package bobbin.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HoursTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "America/Los_Angeles",
                "Asia/Kolkata",
                "Asia/Kathmandu",
                "America/St_Johns",
                "Pacific/Chatham",
                "Australia/Lord_Howe", // its clocks are put forward by half an hour
                "America/Havana" // its clocks are put forward at midnight
            })
    void eachDayBeginsWithOne(String name) {
        ZoneId zone = ZoneId.of(name);
        Hours hours = new Hours(zone);
        LocalDate.of(2025, 1, 1).datesUntil(LocalDate.of(2027, 1, 1)).forEach(date -> {
            Instant start = date.atStartOfDay(zone).toInstant();

            assertThat(hours.of(start)).as("%s", date).isEqualTo(hours.of(start.minusNanos(1)) + 1);
            assertThat(hours.beyond(start)).isEqualTo(hours.of(start));
            assertThat(hours.beyond(start.plusNanos(1))).isEqualTo(hours.of(start) + 1);
        });
    }

    @Test
    void areThoseOfUtcWhereTheZoneDiffersByWholeHours() {
        Instant at = Instant.parse("2026-03-08T07:59:59Z");

        assertThat(new Hours(ZoneId.of("America/Los_Angeles")).of(at)).isEqualTo(at.getEpochSecond() / 3600);
    }
}
