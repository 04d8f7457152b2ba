package bobbin.graph;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words for a moment that {@code since} and {@code until} understand (07 §7.1.2): Unix seconds, dates and times of ISO 8601
 * with or without a zone, RFC 2822, {@code now}, {@code today}, {@code -3 days}, {@code 2 weeks ago} and the like. What names no
 * zone is read in the platform's.
 */
final class TimeGrammar {
    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");
    private static final Pattern RELATIVE =
            Pattern.compile("([+-]?)\\s*(\\d{1,6})\\s*(second|sec|minute|min|hour|day|week|month|year)s?(\\s+ago)?");
    private static final Map<String, ChronoUnit> UNITS = Map.of(
            "second", ChronoUnit.SECONDS,
            "sec", ChronoUnit.SECONDS,
            "minute", ChronoUnit.MINUTES,
            "min", ChronoUnit.MINUTES,
            "hour", ChronoUnit.HOURS,
            "day", ChronoUnit.DAYS,
            "week", ChronoUnit.WEEKS,
            "month", ChronoUnit.MONTHS,
            "year", ChronoUnit.YEARS);
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("['T'][' ']HH:mm")
            .optionalStart()
            .appendPattern(":ss")
            .optionalStart()
            .appendFraction(java.time.temporal.ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .optionalEnd()
            .optionalStart()
            .appendPattern("[XXX][XX]")
            .optionalEnd()
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private final ZoneId zone;
    private final Instant now;

    TimeGrammar(ZoneId zone, Instant now) {
        this.zone = zone;
        this.now = now;
    }

    /** The moment that these words mean; empty if they mean none. */
    Optional<Instant> read(String words) {
        String text = words.strip().toLowerCase(Locale.ROOT);
        if (SECONDS.matcher(text).matches()) {
            return Optional.of(Instant.ofEpochSecond(Long.parseLong(text)));
        }
        return word(text).or(() -> relative(text)).or(() -> iso(words.strip())).or(() -> mail(words.strip()));
    }

    private Optional<Instant> word(String text) {
        ZonedDateTime midnight = now.atZone(zone).truncatedTo(ChronoUnit.DAYS);
        return switch (text) {
            case "now" -> Optional.of(now);
            case "today", "midnight" -> Optional.of(midnight.toInstant());
            case "yesterday" -> Optional.of(midnight.minusDays(1).toInstant());
            case "tomorrow" -> Optional.of(midnight.plusDays(1).toInstant());
            default -> Optional.empty();
        };
    }

    private Optional<Instant> relative(String text) {
        Matcher found = RELATIVE.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        boolean back = found.group(1).equals("-") != (found.group(4) != null);
        long amount = Long.parseLong(found.group(2)) * (back ? -1 : 1);
        return Optional.of(
                now.atZone(zone).plus(amount, UNITS.get(found.group(3))).toInstant());
    }

    private Optional<Instant> iso(String text) {
        try {
            TemporalAccessor read = ISO.parseBest(
                    text.replace('t', 'T').replace('z', 'Z'),
                    OffsetDateTime::from,
                    LocalDateTime::from,
                    LocalDate::from);
            return Optional.of(
                    switch (read) {
                        case OffsetDateTime exact -> exact.toInstant();
                        case LocalDateTime local -> local.atZone(zone).toInstant();
                        default ->
                            LocalDate.from(read)
                                    .atTime(LocalTime.MIDNIGHT)
                                    .atZone(zone)
                                    .toInstant();
                    });
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> mail(String text) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
