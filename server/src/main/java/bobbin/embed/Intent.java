package bobbin.embed;

import bobbin.post.Draft;
import bobbin.post.Links;
import bobbin.post.Post;
import bobbin.post.ReplyControl;
import bobbin.post.TopicTag;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A post that a link has prepared, or that somebody is writing (13 §13.5.1). Of a link every value that is none is dropped, and the rest is
 * used; what a person has typed stays as it is.
 *
 * @param replyControl who may reply, in the words of the parameter; empty for everyone
 * @param answered the shortcode of the post that it answers; empty if none
 * @param quoted the shortcode of the post that it quotes; empty if none
 */
public record Intent(String text, String url, String tag, String replyControl, String answered, String quoted) {
    /** What a link can choose, in the order of the page (13 §13.5.1). */
    private static final List<ReplyControl> CONTROLS = List.of(
            ReplyControl.EVERYONE,
            ReplyControl.FOLLOWERS_ONLY,
            ReplyControl.ACCOUNTS_YOU_FOLLOW,
            ReplyControl.MENTIONED_ONLY);

    /** What can be chosen on the page, in its order: to let only the author of the parent reply makes sense on a reply (10 §10.8). */
    public static List<ReplyControl> choices(boolean isReply) {
        return isReply
                ? Stream.concat(CONTROLS.stream(), Stream.of(ReplyControl.PARENT_POST_AUTHOR_ONLY))
                        .toList()
                : CONTROLS;
    }

    /** What was sent under these names; nothing is empty text. Lines end as they do in posts. */
    static Intent typed(Function<String, Optional<String>> values) {
        return new Intent(
                values.apply("text").orElse("").replace("\r\n", "\n"),
                values.apply("url").orElse("").strip(),
                values.apply("tag").orElse("").strip(),
                values.apply("reply_control").orElse("").strip().toLowerCase(Locale.ROOT),
                values.apply("reply_post_shortcode").orElse("").strip(),
                values.apply("quote_post_shortcode").orElse("").strip());
    }

    /** The same without what is no link, no topic or no choice. */
    Intent withoutFaults() {
        boolean link = Links.isAttachable(url) && Links.absolute(url).equals(url);
        boolean control = CONTROLS.stream().anyMatch(each -> word(each).equals(replyControl));
        return new Intent(
                text, link ? url : "", TopicTag.isOne(tag) ? tag : "", control ? replyControl : "", answered, quoted);
    }

    Draft draft(Optional<Post> parent, Optional<Post> original) {
        return Draft.written(
                given(text), given(tag), given(url), given(replyControl), parent.map(Post::id), original.map(Post::id));
    }

    /** The parameter for a choice. */
    public static String word(ReplyControl control) {
        return control.name().toLowerCase(Locale.ROOT);
    }

    /** A choice, as people read it. */
    public static String words(ReplyControl control) {
        return switch (control) {
            case EVERYONE -> "Everyone";
            case FOLLOWERS_ONLY -> "Your followers";
            case ACCOUNTS_YOU_FOLLOW -> "Profiles you follow";
            case MENTIONED_ONLY -> "Profiles you mention";
            case PARENT_POST_AUTHOR_ONLY -> "The author of the post you answer";
        };
    }

    private static Optional<String> given(String value) {
        return Optional.of(value).filter(each -> !each.isEmpty());
    }
}
