package bobbin.post;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A range of a text that readers must uncover (04 §6). Kept and shown exactly as it was written, whatever the unit; what overlaps or
 * reaches past the end is settled where the text is displayed.
 *
 * @param offset at least 0
 * @param length at least 1
 */
public record Spoiler(int offset, int length) {
    private static final int MOST = 10;
    private static final String TYPE = "SPOILER";
    private static final Pattern WRITTEN = Pattern.compile("(\\d+)\\+(\\d+)");

    /**
     * A part of a text as a caller marks it.
     *
     * @param type only {@code SPOILER} has a meaning, in any letter case
     * @param offset empty if it is missing or no number; so is the length
     */
    public record Entity(String type, Optional<Long> offset, Optional<Long> length) {}

    /** The spoilers of a text; refuses more than 10 entities and ranges that are none, leaves out what lies behind the end. */
    static List<Spoiler> of(List<Entity> entities, String text, OffsetUnit unit) {
        if (entities.size() > MOST) {
            throw PostProblems.TOO_MANY_ENTITIES.refuse(MOST);
        }
        int end = unit.length(text);
        return entities.stream()
                .filter(entity -> entity.type().equalsIgnoreCase(TYPE))
                .map(Spoiler::of)
                .filter(spoiler -> spoiler.offset() < end)
                .toList();
    }

    private static Spoiler of(Entity entity) {
        long offset = entity.offset().orElseThrow(() -> PostProblems.NO_INTEGER.refuse("text_entities[offset]"));
        long length = entity.length().orElseThrow(() -> PostProblems.NO_INTEGER.refuse("text_entities[length]"));
        if (offset < 0 || length < 1 || offset > Integer.MAX_VALUE || length > Integer.MAX_VALUE) {
            throw PostProblems.RANGE_INVALID.refuse("text_entities", offset, length);
        }
        return new Spoiler((int) offset, (int) length);
    }

    /** Several in one column: {@code 8+5 20+3}. */
    static String write(List<Spoiler> spoilers) {
        return spoilers.stream()
                .map(spoiler -> spoiler.offset() + "+" + spoiler.length())
                .collect(Collectors.joining(" "));
    }

    static List<Spoiler> read(String column) {
        return WRITTEN.matcher(column)
                .results()
                .map(found -> new Spoiler(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2))))
                .toList();
    }
}
