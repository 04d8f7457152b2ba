package bobbin.post;

import bobbin.post.Passage.Kind;
import bobbin.post.Styled.Style;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * How the texts of a post are shown to people: cut into pieces at every link, mention, topic, spoiler and style (15 §15.10, §15.14). What
 * overlaps or reaches past the end, which is kept as it was sent, is settled here.
 */
public final class Passages {
    private final String text;
    private final List<Entity> entities = new ArrayList<>();
    private final List<Range> hidden = new ArrayList<>();
    private final List<Range> styled = new ArrayList<>();

    /** From an index until before another, in UTF-16 units. */
    private record Range(int start, int end, List<Style> styles) {
        boolean covers(int index) {
            return start <= index && index < end;
        }
    }

    private record Entity(Range range, Kind kind, String target) {}

    private Passages(String text) {
        this.text = text;
    }

    /**
     * The pieces of the short text; none if it has no text.
     *
     * @param mentioned the usernames that those bear now who are mentioned, by where their {@code @} first stands
     */
    public static List<Passage> of(Content content, Map<Integer, String> mentioned, OffsetUnit unit) {
        Passages passages = new Passages(content.text().orElse(""));
        passages.links();
        passages.mentions(mentioned);
        content.topic().ifPresent(passages::topic);
        for (Spoiler spoiler : content.spoilers()) {
            passages.hidden.add(passages.range(spoiler.offset(), spoiler.length(), List.of(), unit));
        }
        return passages.cut();
    }

    /** The pieces of a long text, with its styles and links. */
    public static List<Passage> of(LongText words, OffsetUnit unit) {
        Passages passages = new Passages(words.plaintext());
        passages.links();
        for (Styled each : words.styles()) {
            passages.styled.add(passages.range(each.offset(), each.length(), each.styles(), unit));
        }
        return passages.cut();
    }

    private void links() {
        for (Links.Found link : Links.in(text)) {
            add(link.start(), link.end(), Kind.LINK, Links.absolute(link.url()));
        }
    }

    private void mentions(Map<Integer, String> mentioned) {
        Map<String, String> byName = new HashMap<>();
        List<Mentions.Found> names = Mentions.in(text);
        for (Mentions.Found name : names) {
            String username = mentioned.get(name.offset());
            if (username != null) {
                byName.put(name.name(), username);
            }
        }
        for (Mentions.Found name : names) {
            String username = byName.get(name.name());
            if (username != null) {
                add(name.offset(), name.offset() + 1 + name.name().length(), Kind.MENTION, username);
            }
        }
    }

    private void topic(String topic) {
        TopicTag.find(text)
                .filter(found -> found.group(1).equals(topic))
                .ifPresent(found -> add(found.start(), found.end(), Kind.TOPIC, topic));
    }

    private void add(int start, int end, Kind kind, String target) {
        entities.add(new Entity(new Range(start, end, List.of()), kind, target));
    }

    private Range range(int offset, int length, List<Style> styles, OffsetUnit unit) {
        int end = (int) Math.min(Integer.MAX_VALUE, (long) offset + length);
        return new Range(unit.index(text, offset), unit.index(text, end), styles);
    }

    private List<Passage> cut() {
        TreeSet<Integer> cuts = new TreeSet<>(List.of(0, text.length()));
        entities.forEach(entity ->
                cuts.addAll(List.of(entity.range().start(), entity.range().end())));
        hidden.forEach(range -> cuts.addAll(List.of(range.start(), range.end())));
        styled.forEach(range -> cuts.addAll(List.of(range.start(), range.end())));
        List<Passage> pieces = new ArrayList<>();
        for (int start : cuts.headSet(text.length())) {
            pieces.add(piece(start, cuts.higher(start)));
        }
        return pieces;
    }

    private Passage piece(int start, int end) {
        Entity entity = entities.stream()
                .filter(each -> each.range().covers(start))
                .min(Comparator.comparing(Entity::kind))
                .orElse(new Entity(new Range(start, end, List.of()), Kind.PLAIN, ""));
        boolean hash = entity.kind() == Kind.TOPIC && entity.range().start() == start;
        return new Passage(
                text.substring(hash ? start + 1 : start, end),
                entity.kind(),
                entity.target(),
                hidden.stream().anyMatch(range -> range.covers(start)),
                styled.stream()
                        .filter(range -> range.covers(start))
                        .flatMap(range -> range.styles().stream())
                        .distinct()
                        .toList());
    }
}
