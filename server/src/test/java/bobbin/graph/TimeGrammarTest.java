package bobbin.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words of {@code since} and {@code until} (07 §7.1.2). */
class TimeGrammarTest {
    /** A summer afternoon: 12:30 in Los Angeles. */
    private static final Instant NOW = Instant.parse("2026-07-10T19:30:00Z");

    private final TimeGrammar grammar = new TimeGrammar(ZoneId.of("America/Los_Angeles"), NOW);

    @ParameterizedTest
    @CsvSource({
        "1688540400, 2023-07-05T07:00:00Z",
        "2026-03-01, 2026-03-01T08:00:00Z",
        "2026-03-01T10:00, 2026-03-01T18:00:00Z",
        "2026-03-01 10:00:05, 2026-03-01T18:00:05Z",
        "2026-03-01T10:00:05.25Z, 2026-03-01T10:00:05.250Z",
        "2026-03-01t10:00:05z, 2026-03-01T10:00:05Z",
        "2026-03-01T10:00:05+0200, 2026-03-01T08:00:05Z",
        "2026-03-01T10:00:05+02:00, 2026-03-01T08:00:05Z",
        "'Tue, 03 Mar 2026 10:00:05 GMT', 2026-03-03T10:00:05Z",
        "now, 2026-07-10T19:30:00Z",
        "TODAY, 2026-07-10T07:00:00Z",
        "midnight, 2026-07-10T07:00:00Z",
        "yesterday, 2026-07-09T07:00:00Z",
        "tomorrow, 2026-07-11T07:00:00Z",
        "-3 days, 2026-07-07T19:30:00Z",
        "3 days ago, 2026-07-07T19:30:00Z",
        "+1 week, 2026-07-17T19:30:00Z",
        "-2hours, 2026-07-10T17:30:00Z",
        "1 month ago, 2026-06-10T19:30:00Z"
    })
    void understands(String words, Instant meant) {
        assertThat(grammar.read(words)).contains(meant);
    }

    @Test
    void understandsNothingElse() {
        for (String wrong :
                List.of("soon", "2026-13-01", "2026-02-30", "1.5", "", "-", "99999999999999", "ago", "3 fortnights")) {
            assertThat(grammar.read(wrong)).as(wrong).isEmpty();
        }
    }
}
