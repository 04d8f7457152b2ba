package bobbin.post;

import java.util.List;
import java.util.Optional;

/**
 * What a post says and to whom: everything about it that is settled when its container is made, and never changes. It has passed all
 * rules of 04 §3 to §6.
 *
 * @param text as sent; empty where there is none
 * @param topic without its hash sign
 * @param link the card below the text: the attached link, or the first one of the text (04 §5.1)
 * @param countries where it may be seen, empty for the whole world
 */
public record Content(
        MediaType type,
        Optional<String> text,
        Optional<String> topic,
        Optional<String> link,
        ReplyControl replyControl,
        ReplyApproval replyApproval,
        List<String> countries,
        List<Spoiler> spoilers) {
    private static final int LONGEST_TEXT = 500;

    public Content {
        countries = List.copyOf(countries);
        spoilers = List.copyOf(spoilers);
    }

    /** Checks a draft, in the order of 04 §2: what must be there, syntax and lengths, what goes together, links. */
    static Content of(Draft draft, PostSettings settings) {
        String text = PlainText.of(draft.text()).orElseThrow(() -> PostProblems.REQUIRED.refuse("text"));
        if (settings.countMode().of(text) > LONGEST_TEXT) {
            throw PostProblems.TOO_LONG.refuse("text", LONGEST_TEXT);
        }
        ReplyControl control = draft.replyControl().map(ReplyControl::of).orElse(ReplyControl.EVERYONE);
        Optional<String> topic =
                PlainText.of(draft.topicTag()).map(TopicTag::of).or(() -> TopicTag.in(text));
        Optional<String> link = PlainText.of(draft.link()).map(String::strip);
        List<Spoiler> spoilers = Spoiler.of(draft.entities(), text, settings.offsetUnit());
        List<String> countries = Countries.of(draft.countries());
        if (link.isPresent() && !Links.isAttachable(link.get())) {
            throw PostProblems.LINK_INVALID.refuse();
        }
        if (draft.spoilerMedia()) {
            throw PostProblems.NOT_TOGETHER.refuse("is_spoiler_media", "media_type " + draft.type());
        }
        if (Links.count(text, link) > settings.maxLinks()) {
            throw PostProblems.TOO_MANY_LINKS.refuse(settings.maxLinks());
        }
        return new Content(
                draft.type(),
                Optional.of(text),
                topic,
                link.or(() -> Links.first(text)),
                control,
                draft.replyApproval(),
                countries,
                spoilers);
    }
}
