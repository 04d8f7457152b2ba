package bobbin.reply;

import bobbin.account.Pair;
import bobbin.base.Id;
import bobbin.post.PostReplies.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A reply as it stands in its conversation.
 *
 * @param parent what it answers
 * @param owner who wrote the post at the top
 * @param underGhost whether that is a ghost post
 * @param own what hushes it
 * @param top what hushes the direct reply to that post to which this one belongs; it may be this one
 */
record Reply(
        Id id,
        Id root,
        Id parent,
        Id owner,
        boolean underGhost,
        Approval approval,
        Optional<Instant> deletedAt,
        Hush own,
        Hush top) {

    /** Whose distance matters here: the owner's to its author, and to who wrote the one to which it belongs. */
    List<Pair> pairs() {
        return Stream.of(own.author(), top.author())
                .filter(author -> !author.equals(owner))
                .distinct()
                .map(author -> new Pair(owner, author))
                .toList();
    }

    /** Its own status, or that of the one to which it belongs, whichever is stronger (10 §10.4). */
    HideStatus status(Set<Pair> blocked, Map<Pair, Instant> restricted) {
        return own.below(top).status(owner, blocked, restricted).or(top.status(owner, blocked, restricted));
    }

    /** The same without looking at people: whether the owner hides it, or a word covers it. */
    HideStatus status() {
        return own.below(top).ownStatus().or(top.ownStatus());
    }

    /** Whether it is left out of the lists of others than the owner. */
    boolean isCollapsed() {
        return status().isCollapsed();
    }

    boolean isTop() {
        return parent.equals(root);
    }

    Standing standing(HideStatus status) {
        return new Standing(
                owner, top.author(), underGhost, approval.isWaiting(), status.isShunned(), status.isCollapsed());
    }
}
