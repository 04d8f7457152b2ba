package bobbin.post;

import java.util.List;
import java.util.Optional;

/**
 * What somebody wants to publish, as they sent it: nothing is checked yet (04 §2).
 *
 * @param replyControl in lower case as a rule
 * @param countries codes of countries, empty for the whole world
 * @param spoilerMedia whether media are to be covered, of which a text has none
 */
public record Draft(
        MediaType type,
        Optional<String> text,
        Optional<String> topicTag,
        Optional<String> link,
        Optional<String> replyControl,
        ReplyApproval replyApproval,
        List<String> countries,
        List<Spoiler.Entity> entities,
        boolean spoilerMedia,
        CrossShare share) {

    public Draft {
        countries = List.copyOf(countries);
        entities = List.copyOf(entities);
    }

    /** A text and nothing else. */
    public static Draft text(String text) {
        return new Draft(
                MediaType.TEXT,
                Optional.of(text),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ReplyApproval.NOT_NEEDED,
                List.of(),
                List.of(),
                false,
                CrossShare.NONE);
    }
}
