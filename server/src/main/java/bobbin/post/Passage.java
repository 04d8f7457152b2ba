package bobbin.post;

import bobbin.post.Styled.Style;
import java.util.List;

/**
 * A piece of a text, all of which is shown in one way. The pieces of a text follow each other.
 *
 * @param text as it is shown
 * @param target of a link its address, of a mention the username, of a topic its name; else empty
 * @param hidden whether readers must uncover it
 */
public record Passage(String text, Kind kind, String target, boolean hidden, List<Style> styles) {

    /** What a piece is. */
    public enum Kind {
        PLAIN,
        /** Leads out of the server; {@code target} has its scheme. */
        LINK,
        /** Names a person who was mentioned. */
        MENTION,
        /** The topic of the post, shown without its hash sign (15 §15.10). */
        TOPIC
    }

    /** The same piece that leads elsewhere. */
    public Passage to(String other) {
        return new Passage(text, kind, other, hidden, styles);
    }

    public Passage {
        styles = List.copyOf(styles);
    }
}
