package bobbin.post;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A long text below the short one, with styles (04 §5.3).
 *
 * @param plaintext at most 10,000 code points
 * @param link a link of its own, which counts among those of the post
 * @param styles in the order in which they were sent; none overlaps another
 */
public record LongText(String plaintext, Optional<String> link, List<Styled> styles) implements Attachment {
    private static final int LONGEST = 10_000;

    public LongText {
        styles = List.copyOf(styles);
    }

    /** What was sent: nothing is checked yet. */
    record Sent(Optional<String> plaintext, Optional<String> link, List<Styled.Sent> styles) {
        Sent {
            styles = List.copyOf(styles);
        }
    }

    /** Refuses a text that is missing or too long, a bad link, and ranges that overlap, leave the text or have an unknown style. */
    static LongText of(Sent sent, PostSettings settings) {
        String text = PlainText.of(sent.plaintext())
                .orElseThrow(() -> PostProblems.REQUIRED.refuse("text_attachment[plaintext]"));
        if (text.codePointCount(0, text.length()) > LONGEST) {
            throw PostProblems.TOO_LONG.refuse("text_attachment[plaintext]", LONGEST);
        }
        Optional<String> link = PlainText.of(sent.link()).map(String::strip);
        if (link.filter(url -> !Links.isAttachable(url)).isPresent()) {
            throw PostProblems.LINK_INVALID.refuse();
        }
        int end = settings.offsetUnit().length(text);
        List<Styled> styles =
                sent.styles().stream().map(each -> Styled.of(each, end)).toList();
        refuseOverlaps(styles);
        return new LongText(text, link, styles);
    }

    private static void refuseOverlaps(List<Styled> styles) {
        int end = 0;
        for (Styled each :
                styles.stream().sorted(Comparator.comparingInt(Styled::offset)).toList()) {
            if (each.offset() < end) {
                throw Styled.refused(each.offset(), each.length());
            }
            end = each.end();
        }
    }
}
