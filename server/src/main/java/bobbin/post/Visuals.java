package bobbin.post;

import bobbin.base.Id;
import java.util.List;
import java.util.Optional;

/**
 * What a post shows besides its words.
 *
 * @param media the image or video; of a carousel the first of its items
 * @param altText for those who cannot see it; of items, never of a carousel
 * @param children of a carousel, 2 to 20, in the order of display: containers as long as it is one itself, then posts
 * @param spoiler whether readers must uncover it (04 §6)
 */
public record Visuals(Optional<Id> media, Optional<String> altText, List<Id> children, boolean spoiler) {
    static final Visuals NONE = new Visuals(Optional.empty(), Optional.empty(), List.of(), false);

    /** The fewest and most items of a carousel (04 §10). */
    static final int FEWEST_CHILDREN = 2;

    static final int MOST_CHILDREN = 20;
    private static final int LONGEST_ALT_TEXT = 1000;

    public Visuals {
        children = List.copyOf(children);
    }

    /** What was sent: nothing is checked yet. */
    record Sent(
            Optional<String> imageUrl,
            Optional<String> videoUrl,
            Optional<String> altText,
            List<String> children,
            boolean spoiler) {
        static final Sent NONE = new Sent(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), false);

        Sent {
            children = List.copyOf(children);
        }
    }

    /** Checks what can be checked without looking anything up. What the media are is settled later. */
    static Visuals of(MediaType type, Sent sent) {
        return switch (type) {
            case TEXT, REPOST -> NONE;
            case IMAGE, VIDEO -> new Visuals(Optional.empty(), altText(sent), List.of(), sent.spoiler());
            case CAROUSEL -> new Visuals(Optional.empty(), Optional.empty(), children(sent), sent.spoiler());
        };
    }

    Visuals showing(Id id) {
        return new Visuals(Optional.of(id), altText, children, spoiler);
    }

    Visuals showing(Id first, List<Id> items) {
        return new Visuals(Optional.of(first), altText, items, spoiler);
    }

    /** The same, to be uncovered by readers or not: of the items of a carousel all or none (04 §3). */
    Visuals covered(boolean cover) {
        return new Visuals(media, altText, children, cover);
    }

    private static Optional<String> altText(Sent sent) {
        Optional<String> text = PlainText.of(sent.altText());
        if (text.filter(words -> TextLength.clusters(words) > LONGEST_ALT_TEXT).isPresent()) {
            throw PostProblems.TOO_LONG.refuse("alt_text", LONGEST_ALT_TEXT);
        }
        return text;
    }

    private static List<Id> children(Sent sent) {
        if (sent.children().isEmpty()) {
            throw PostProblems.REQUIRED.refuse("children");
        }
        if (sent.children().size() < FEWEST_CHILDREN || sent.children().size() > MOST_CHILDREN) {
            throw PostProblems.CHILDREN_COUNT.refuse(FEWEST_CHILDREN, MOST_CHILDREN);
        }
        boolean areIds =
                sent.children().stream().allMatch(text -> Id.parse(text).isPresent());
        boolean areDifferent =
                sent.children().stream().distinct().count() == sent.children().size();
        if (!areIds || !areDifferent) {
            throw PostProblems.CHILDREN_INVALID.refuse(String.join(", ", sent.children()));
        }
        return sent.children().stream()
                .map(text -> Id.parse(text).orElseThrow())
                .toList();
    }
}
