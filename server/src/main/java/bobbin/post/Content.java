package bobbin.post;

import bobbin.base.Id;
import java.util.List;
import java.util.Optional;

/**
 * What a post says and to whom: everything about it that is settled when its container is made, and never changes. It has passed all
 * rules of 04 §3 to §6.
 *
 * @param text as sent; empty where there is none
 * @param topic without its hash sign
 * @param link the card below the text: the attached link, or the first one of the text (04 §5.1)
 */
public record Content(
        MediaType type,
        Optional<String> text,
        Optional<String> topic,
        Optional<String> link,
        Audience audience,
        List<Spoiler> spoilers,
        Lifetime lifetime,
        References references,
        Visuals visuals,
        Optional<Attachment> attachment) {
    static final int LONGEST_TEXT = 500;

    public Content {
        spoilers = List.copyOf(spoilers);
    }

    /** Checks a draft, in the order of 04 §2: what must be there, syntax and lengths, what goes together, links. */
    static Content of(Draft draft, PostSettings settings) {
        if (draft.isItem()) {
            Combination.checkItem(draft);
            return item(draft.type(), Visuals.of(draft.type(), draft.visuals()).covered(false), References.NONE);
        }
        return post(draft, settings);
    }

    private static Content post(Draft draft, PostSettings settings) {
        Optional<String> text = PlainText.of(draft.text());
        if (text.isEmpty() && !draft.canBeWordless()) {
            throw PostProblems.REQUIRED.refuse("text");
        }
        if (settings.countMode().of(text.orElse("")) > LONGEST_TEXT) {
            throw PostProblems.TOO_LONG.refuse("text", LONGEST_TEXT);
        }
        Audience audience = draft.audience();
        Optional<String> topic =
                PlainText.of(draft.topicTag()).map(TopicTag::of).or(() -> text.flatMap(TopicTag::in));
        List<Spoiler> spoilers = Spoiler.of(draft.entities(), text.orElse(""), settings.offsetUnit());
        Attachments attachments = Attachments.of(draft.attachments(), settings);
        Visuals visuals = Visuals.of(draft.type(), draft.visuals());
        Optional<String> link = link(draft);
        Combination.check(draft, attachments);
        if (Links.count(text.orElse(""), link.or(attachments::link)) > settings.maxLinks()) {
            throw PostProblems.TOO_MANY_LINKS.refuse(settings.maxLinks());
        }
        return new Content(
                draft.type(),
                text,
                topic,
                link.or(() -> card(draft.type(), text, attachments)),
                audience,
                spoilers,
                draft.lifetime(),
                draft.references(),
                visuals,
                attachments.only());
    }

    /** A post that shows another one again, and nothing else (04 §16). */
    static Content repostOf(Id original) {
        return new Content(
                MediaType.REPOST,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Audience.EVERYBODY,
                List.of(),
                Lifetime.LASTING,
                References.repostOf(original),
                Visuals.NONE,
                Optional.empty());
    }

    /** One image or video of a carousel, and nothing else. */
    private static Content item(MediaType type, Visuals visuals, References references) {
        return new Content(
                type,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Audience.EVERYBODY,
                List.of(),
                Lifetime.LASTING,
                references,
                visuals,
                Optional.empty());
    }

    /** What becomes of an item when its carousel is published. */
    Content within(Post carousel) {
        return item(type, visuals.covered(carousel.content().visuals().spoiler()), References.within(carousel.id()));
    }

    /** The same with these images and videos. */
    Content showing(Visuals shown) {
        return new Content(type, text, topic, link, audience, spoilers, lifetime, references, shown, attachment);
    }

    /** The same quoting another post. */
    Content quoting(Id post) {
        return new Content(
                type, text, topic, link, audience, spoilers, lifetime, references.quoting(post), visuals, attachment);
    }

    /** The same as an answer to a post. */
    Content replyingTo(Post post) {
        return new Content(
                type,
                text,
                topic,
                link,
                audience,
                spoilers,
                lifetime,
                references.replyingTo(post),
                visuals,
                attachment);
    }

    private static Optional<String> link(Draft draft) {
        Optional<String> link = PlainText.of(draft.link()).map(String::strip);
        if (link.filter(url -> !Links.isAttachable(url)).isPresent()) {
            throw PostProblems.LINK_INVALID.refuse();
        }
        return link;
    }

    /** The first link of the text, where nothing else hangs below it (04 §3, §5.1). */
    private static Optional<String> card(MediaType type, Optional<String> text, Attachments attachments) {
        return type != MediaType.TEXT || attachments.only().isPresent() ? Optional.empty() : text.flatMap(Links::first);
    }
}
