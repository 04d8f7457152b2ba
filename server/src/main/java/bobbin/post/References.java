package bobbin.post;

import bobbin.base.Id;
import java.util.Optional;

/**
 * What a post points to. It keeps pointing there when that is deleted.
 *
 * @param quoted the post that it quotes
 * @param reposted the post that it shows again, if it is a repost and nothing else
 * @param place where it was written, of kind {@code LOCATION}
 * @param parent the carousel of which it is an item, if it is one and nothing by itself
 * @param repliedTo the post that it answers, if it is a reply (10 §10.1)
 * @param root the post at the top of its conversation, if it is a reply
 */
public record References(
        Optional<Id> quoted,
        Optional<Id> reposted,
        Optional<Id> place,
        Optional<Id> parent,
        Optional<Id> repliedTo,
        Optional<Id> root) {
    static final References NONE = new References(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    static References repostOf(Id original) {
        return new References(
                Optional.empty(),
                Optional.of(original),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static References within(Id carousel) {
        return new References(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(carousel),
                Optional.empty(),
                Optional.empty());
    }

    /** The same with another quoted post. */
    References quoting(Id post) {
        return new References(Optional.of(post), reposted, place, parent, repliedTo, root);
    }

    /** The same as an answer to a post. */
    References replyingTo(Post post) {
        return new References(quoted, reposted, place, parent, Optional.of(post.id()), Optional.of(post.root()));
    }
}
