package bobbin.post;

import bobbin.base.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A range of a long text with its styles (04 §5.3), kept and shown as it was sent, in the unit of {@code text.offset_unit}. */
public record Styled(int offset, int length, List<Style> styles) {
    private static final Pattern WRITTEN = Pattern.compile("(\\d+)\\+(\\d+):([A-Z,]*)");

    /** What can be done to letters; written in lower case. */
    public enum Style {
        BOLD,
        ITALIC,
        HIGHLIGHT,
        UNDERLINE,
        STRIKETHROUGH;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What was sent; a number is empty if it is missing or none. */
    record Sent(Optional<Long> offset, Optional<Long> length, List<String> styles) {
        Sent {
            styles = List.copyOf(styles);
        }
    }

    public Styled {
        styles = List.copyOf(styles);
    }

    /** Refuses a range that does not lie within a text of this length, and styles that there are not. */
    static Styled of(Sent sent, int end) {
        long offset = sent.offset().orElse(-1L);
        long length = sent.length().orElse(-1L);
        if (offset < 0 || length < 1 || offset > end || length > end - offset) {
            throw refused(offset, length);
        }
        List<Style> styles = sent.styles().stream()
                .map(word -> Arrays.stream(Style.values())
                        .filter(style -> style.name().equalsIgnoreCase(word.strip()))
                        .findFirst()
                        .orElseThrow(() -> refused(offset, length)))
                .distinct()
                .toList();
        return new Styled((int) offset, (int) length, styles);
    }

    static Refusal refused(long offset, long length) {
        return PostProblems.RANGE_INVALID.refuse("text_attachment[text_with_styling_info]", offset, length);
    }

    /** Where it ends, exclusively. */
    int end() {
        return offset + length;
    }

    /** Several in one column: {@code 0+7:BOLD,ITALIC 8+3:UNDERLINE}. */
    static String write(List<Styled> ranges) {
        return ranges.stream()
                .map(range -> range.offset + "+" + range.length + ":"
                        + range.styles.stream().map(Style::name).collect(Collectors.joining(",")))
                .collect(Collectors.joining(" "));
    }

    static List<Styled> read(String column) {
        return WRITTEN.matcher(column)
                .results()
                .map(found -> new Styled(
                        Integer.parseInt(found.group(1)),
                        Integer.parseInt(found.group(2)),
                        Arrays.stream(found.group(3).split(","))
                                .filter(name -> !name.isEmpty())
                                .map(Style::valueOf)
                                .toList()))
                .toList();
    }
}
