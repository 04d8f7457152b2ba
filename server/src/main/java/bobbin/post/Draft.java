package bobbin.post;

import java.util.List;
import java.util.Optional;

/**
 * What somebody wants to publish, as they sent it: texts are not checked yet (04 §2).
 *
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
        Attachments.Sent attachments,
        References references,
        Lifetime lifetime,
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
                Attachments.Sent.NONE,
                References.NONE,
                Lifetime.LASTING,
                CrossShare.NONE);
    }

    /** Whether it is something even without a text (04 §4.6). */
    boolean canBeWordless() {
        return attachments.gif().isPresent()
                || attachments.longText().isPresent()
                || references.quoted().isPresent();
    }

    /** Refuses a reply control that there is not, and countries that are none. */
    Audience audience() {
        return new Audience(
                replyControl.map(ReplyControl::of).orElse(ReplyControl.EVERYONE),
                replyApproval,
                Countries.of(countries));
    }
}
