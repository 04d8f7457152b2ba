package bobbin.post;

import bobbin.base.Id;
import bobbin.script.Act;
import bobbin.script.Argument;
import bobbin.script.Argument.Kind;
import bobbin.script.Doing;
import bobbin.script.ScriptProblems;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What scripts can write as somebody: as on our own pages, so that no app and no quota is involved. */
public final class PostActs {
    private static final Argument TEXT = Argument.optional("text", Kind.TEXT, "what it says");

    /** What any of them may have besides. */
    private static final List<Argument> CONTENT = List.of(
            Argument.optional("topic_tag", Kind.TEXT, "its topic"),
            Argument.optional("link_attachment", Kind.TEXT, "the link below a text"),
            Argument.optional("image_url", Kind.TEXT, "where its image is fetched"),
            Argument.optional("video_url", Kind.TEXT, "where its video is fetched"),
            Argument.optional("poll", Kind.LIST, "two to four answers"),
            Argument.optional("reply_control", Kind.TEXT, "who may reply"),
            Argument.optional("enable_reply_approvals", Kind.FLAG, "whether replies wait for the author"),
            Argument.optional("allowlisted_country_codes", Kind.LIST, "where it may be seen"),
            Argument.optional("is_ghost_post", Kind.FLAG, "whether it is archived after 24 hours"));

    private final Publishing publishing;
    private final Reposts reposts;
    private final Deletions deletions;

    public PostActs(Publishing publishing, Reposts reposts, Deletions deletions) {
        this.publishing = publishing;
        this.reposts = reposts;
        this.deletions = deletions;
    }

    public List<Act> all() {
        return List.of(
                writing("post", "Publishes a post.", _ -> References.NONE, TEXT),
                writing("reply", "Answers a post.", PostActs::answering, Argument.post(), TEXT),
                writing("quote", "Publishes a post that quotes another.", PostActs::quoting, Argument.post(), TEXT),
                Act.of("repost", "Shows a post again in one's own list.", this::repost, Argument.post()),
                Act.done("delete", "Deletes a post, or undoes a repost.", this::delete, Argument.post()));
    }

    /** What a new post points to, given what was said. */
    @FunctionalInterface
    private interface Pointing {
        References of(Doing doing);
    }

    private static References answering(Doing doing) {
        return new References(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(doing.post()),
                Optional.empty());
    }

    private static References quoting(Doing doing) {
        return References.NONE.quoting(doing.post());
    }

    private Act writing(String name, String meaning, Pointing pointing, Argument... first) {
        Argument[] arguments =
                Stream.concat(Arrays.stream(first), CONTENT.stream()).toArray(Argument[]::new);
        return Act.of(name, meaning, doing -> write(doing, pointing.of(doing)), arguments);
    }

    private Map<String, ?> write(Doing doing, References references) {
        Writer writer = Writer.onTheWeb(doing.account());
        Draft draft = draft(doing, references);
        Published published = draft.type() == MediaType.TEXT
                ? publishing.publishAtOnce(writer, draft)
                : publishing.publish(writer, publishing.draft(writer, draft));
        return shown(published.post());
    }

    private Map<String, ?> repost(Doing doing) {
        return shown(reposts.repost(Writer.onTheWeb(doing.account()), doing.post())
                .orElseThrow(ScriptProblems.NOT_FOUND::refuse));
    }

    private void delete(Doing doing) {
        if (!deletions.delete(Writer.onTheWeb(doing.account()), doing.post())) {
            throw ScriptProblems.NOT_FOUND.refuse();
        }
    }

    private static Draft draft(Doing doing, References references) {
        return new Draft(
                MediaType.of(
                        Optional.of("TEXT").filter(_ -> isWordsOnly(doing)),
                        name -> doing.optional(name).isPresent()),
                doing.optional("text"),
                doing.optional("topic_tag"),
                doing.optional("link_attachment"),
                doing.optional("reply_control"),
                doing.flag("enable_reply_approvals") ? ReplyApproval.NEEDED : ReplyApproval.NOT_NEEDED,
                doing.list("allowlisted_country_codes"),
                List.of(),
                new Visuals.Sent(
                        doing.optional("image_url"), doing.optional("video_url"), Optional.empty(), List.of(), false),
                Role.POST,
                new Attachments.Sent(poll(doing.list("poll")), Optional.empty(), Optional.empty()),
                references,
                doing.flag("is_ghost_post") ? Lifetime.GHOST : Lifetime.LASTING,
                CrossShare.NONE);
    }

    private static boolean isWordsOnly(Doing doing) {
        return Stream.of("image_url", "video_url")
                .allMatch(name -> doing.optional(name).isEmpty());
    }

    private static Map<String, String> poll(List<String> answers) {
        Map<String, String> poll = new HashMap<>();
        for (int i = 0; i < Math.min(answers.size(), Poll.LETTERS.size()); i++) {
            poll.put(Poll.LETTERS.get(i), answers.get(i));
        }
        return poll;
    }

    private static Map<String, ?> shown(Id post) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", post);
        shown.put("shortcode", post.shortcode());
        return shown;
    }
}
