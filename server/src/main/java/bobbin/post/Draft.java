package bobbin.post;

import bobbin.base.Id;
import bobbin.media.Media.Kind;
import bobbin.media.MediaSource;
import java.util.List;
import java.util.Optional;

/**
 * What somebody wants to publish, as they sent it: texts are not checked yet (04 §2).
 *
 * @param role ignored unless it is an image or a video (04 §3)
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
        Visuals.Sent visuals,
        Role role,
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
                Visuals.Sent.NONE,
                Role.POST,
                Attachments.Sent.NONE,
                References.NONE,
                Lifetime.LASTING,
                CrossShare.NONE);
    }

    /** What somebody writes on our own pages: words, and what they refer to. */
    public static Draft written(
            Optional<String> text,
            Optional<String> topicTag,
            Optional<String> link,
            Optional<String> replyControl,
            Optional<Id> answered,
            Optional<Id> quoted) {
        return new Draft(
                MediaType.TEXT,
                text,
                topicTag,
                link,
                replyControl,
                ReplyApproval.NOT_NEEDED,
                List.of(),
                List.of(),
                Visuals.Sent.NONE,
                Role.POST,
                Attachments.Sent.NONE,
                new References(
                        quoted, Optional.empty(), Optional.empty(), Optional.empty(), answered, Optional.empty()),
                Lifetime.LASTING,
                CrossShare.NONE);
    }

    /** Where the image or video is to be fetched; refuses an address that is missing or none (04 §7.4). */
    Optional<MediaSource> source() {
        return switch (type) {
            case TEXT, CAROUSEL, REPOST -> Optional.empty();
            case IMAGE -> Optional.of(source(Kind.IMAGE, visuals.imageUrl()));
            case VIDEO -> Optional.of(source(Kind.VIDEO, visuals.videoUrl()));
        };
    }

    private static MediaSource source(Kind kind, Optional<String> url) {
        return MediaSource.of(kind, url.orElseThrow(() -> PostProblems.REQUIRED.refuse(kind.parameter())));
    }

    /** Whether it is an item of a carousel to come: then it has neither words nor an audience. */
    boolean isItem() {
        return role.isItem(type);
    }

    /** Whether it is something even without a text (04 §4.6). */
    boolean canBeWordless() {
        return type != MediaType.TEXT
                || attachments.gif().isPresent()
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
