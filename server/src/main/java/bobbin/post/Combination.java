package bobbin.post;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What of a draft goes together, and what does not (04 §3). */
final class Combination {
    private static final String LINK = "link_attachment";
    private static final String POLL = "poll_attachment";
    private static final String LONG_TEXT = "text_attachment";
    private static final String LONG_TEXT_LINK = "text_attachment[link_attachment_url]";
    private static final String GIF = "gif_attachment";
    private static final String GHOST = "is_ghost_post";
    private static final String APPROVALS = "enable_reply_approvals";
    private static final String REPLY = "reply_to_id";
    private static final String SPOILER_MEDIA = "is_spoiler_media";

    private static final List<String> FOR_TEXT_ONLY = List.of(LINK, POLL, LONG_TEXT, GIF, GHOST);
    private static final List<String> FOR_MEDIA_ONLY = List.of(SPOILER_MEDIA);

    private record Pair(String one, String other) {}

    private static final List<Pair> APART = List.of(
            new Pair(POLL, LONG_TEXT),
            new Pair(POLL, LINK),
            new Pair(LONG_TEXT_LINK, LINK),
            new Pair(GIF, POLL),
            new Pair(GIF, LINK),
            new Pair(GIF, LONG_TEXT),
            new Pair(GHOST, APPROVALS),
            new Pair(GHOST, REPLY));

    private Combination() {}

    /** Refuses the first pair that does not go together. Errors of links have words of their own (04 §5.1). */
    static void check(Draft draft, Attachments attachments) {
        Set<String> present = present(draft, attachments);
        List<String> misplaced = draft.type() == MediaType.TEXT ? FOR_MEDIA_ONLY : FOR_TEXT_ONLY;
        misplaced.stream()
                .filter(present::contains)
                .findFirst()
                .ifPresent(name -> refuse(name, "media_type " + draft.type()));
        APART.stream()
                .filter(pair -> present.contains(pair.one()) && present.contains(pair.other()))
                .findFirst()
                .ifPresent(pair -> refuse(pair.one(), pair.other()));
    }

    /** Of an item all else is ignored, but an item cannot be a ghost. */
    static void checkItem(Draft draft) {
        if (draft.lifetime() == Lifetime.GHOST) {
            refuse(GHOST, "is_carousel_item");
        }
    }

    private static void refuse(String one, String other) {
        throw one.equals(LINK) || other.equals(LINK)
                ? PostProblems.LINK_INVALID.refuse()
                : PostProblems.NOT_TOGETHER.refuse(one, other);
    }

    private static Set<String> present(Draft draft, Attachments attachments) {
        Set<String> present = new LinkedHashSet<>();
        add(present, LINK, PlainText.of(draft.link()).isPresent());
        add(present, POLL, attachments.poll().isPresent());
        add(present, LONG_TEXT, attachments.longText().isPresent());
        add(present, LONG_TEXT_LINK, attachments.link().isPresent());
        add(present, GIF, attachments.gif().isPresent());
        add(present, GHOST, draft.lifetime() == Lifetime.GHOST);
        add(present, APPROVALS, draft.replyApproval() == ReplyApproval.NEEDED);
        add(present, REPLY, draft.references().repliedTo().isPresent());
        add(present, SPOILER_MEDIA, draft.visuals().spoiler());
        return present;
    }

    private static void add(Set<String> names, String name, boolean present) {
        if (present) {
            names.add(name);
        }
    }
}
