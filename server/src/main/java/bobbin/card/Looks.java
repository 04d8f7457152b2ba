package bobbin.card;

import bobbin.post.Passage;
import bobbin.post.Styled.Style;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/** How things are written on cards. */
public final class Looks {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern(
                    "d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Looks() {}

    /** The classes of a piece of text; empty if it is plain. */
    public static String of(Passage piece) {
        return piece.styles().stream().map(Style::word).collect(Collectors.joining(" "));
    }

    public static String day(Instant time) {
        return DAY.format(time);
    }

    public static String minute(Instant time) {
        return MINUTE.format(time);
    }
}
