package bobbin.post;

import java.util.List;
import java.util.Optional;

/**
 * What is known about a post and somebody who wants to see it, and what follows from it (15 §15.6). There is one such answer for pages,
 * lists, counts and the API.
 *
 * @param archived whether it is a ghost post past its time
 * @param reply what is known besides if it is a reply
 * @param original the sight of what it reposts, if it is a repost
 */
record Sight(
        Post post,
        Author author,
        Tie tie,
        Viewer viewer,
        boolean archived,
        Optional<Reply> reply,
        Optional<Sight> original) {

    /**
     * What matters about the author.
     *
     * @param active neither deactivated nor deleted
     * @param forAdults whether the operator keeps the account from the young (15 §15.17)
     */
    record Author(boolean active, boolean isPrivate, boolean forAdults) {}

    /**
     * What matters about the viewer.
     *
     * @param country where the viewer is, if that is known
     * @param adult whether the viewer is known to be 18 or older
     */
    record Viewer(Optional<String> country, boolean adult) {
        static final Viewer UNKNOWN = new Viewer(Optional.empty(), false);
    }

    /**
     * What the viewer is to the author.
     *
     * @param own whether they are the same
     * @param blocked whether one of the two blocks the other
     * @param follows whether the viewer is an accepted follower
     */
    record Tie(boolean own, boolean blocked, boolean follows) {
        static final Tie OWN = new Tie(true, false, false);
        static final Tie NONE = new Tie(false, false, false);
    }

    /**
     * What matters about a reply.
     *
     * @param underOwnRoot whether the viewer wrote the post at the top of the tree
     * @param inOwnBranch whether the viewer wrote the reply below that post to which this one belongs
     * @param underGhost whether the post at the top is a ghost post
     * @param waiting whether it waits for approval, or is ignored
     * @param shunned whether the author at the top blocks or restricts its author
     */
    record Reply(boolean underOwnRoot, boolean inOwnBranch, boolean underGhost, boolean waiting, boolean shunned) {
        /** A reply whose conversation is gone: nobody but its author sees it. */
        static final Reply LOST = new Reply(false, false, true, true, true);

        /** Rules 6 to 8. What is said under a ghost post is between its author and the one who answered. */
        boolean canBeSeen() {
            return underOwnRoot || (!waiting && !shunned && (!underGhost || inOwnBranch));
        }

        /** Whether it is seen by more people than those whom it concerns. */
        boolean isOpen() {
            return !underGhost && !waiting && !shunned;
        }
    }

    /** The sight of a post that is no reply, no repost and no ghost. */
    static Sight of(Post post, Author author, Tie tie, Viewer viewer) {
        return new Sight(post, author, tie, viewer, false, Optional.empty(), Optional.empty());
    }

    /** The same of what may be a ghost post past its time, a reply, or show another post again. */
    Sight with(boolean isArchived, Optional<Reply> asReply, Optional<Sight> shownAgain) {
        return new Sight(post, author, tie, viewer, isArchived, asReply, shownAgain);
    }

    /** Whether the viewer may see it on our pages. The first rule that fits decides. */
    boolean canSee() {
        if (isGone()) {
            return false;
        }
        if (tie.own()) {
            return true;
        }
        return !tie.blocked()
                && !isClosed()
                && !isElsewhere()
                && !isForOthers()
                && !archived
                && reply.map(Reply::canBeSeen).orElse(true)
                && original.map(Sight::canBeReposted).orElse(true);
    }

    /**
     * Whether an app may read it on behalf of the viewer: people's own posts, public posts of others that the app reaches, and replies
     * under people's own posts.
     *
     * @param reached whether the app's access level lets it read what this author writes (02 §7)
     */
    boolean canReadThroughApp(boolean reached) {
        if (isGone()) {
            return false;
        }
        return tie.own() || isReplyToOwn() || (reached && !author.isPrivate() && canSee());
    }

    /** Rule 1. */
    private boolean isGone() {
        return post.deletedAt().isPresent()
                || !author.active()
                || original.filter(Sight::isGone).isPresent();
    }

    /** Rule 4. */
    private boolean isClosed() {
        return author.isPrivate() && !tie.follows();
    }

    /** Rule 5. */
    private boolean isElsewhere() {
        List<String> countries = post.content().audience().countries();
        return !countries.isEmpty()
                && viewer.country().filter(countries::contains).isEmpty();
    }

    /** Not one of the rules, but beside rule 5. */
    private boolean isForOthers() {
        return author.forAdults() && !viewer.adult();
    }

    /** Rule 9: what is shown again, or quoted, is open to everybody. */
    boolean canBeReposted() {
        return !author.isPrivate() && canSee() && reply.map(Reply::isOpen).orElse(true);
    }

    /** Those of blocked people too, but not those of private ones whom the viewer does not follow (10 §10.3.1). */
    private boolean isReplyToOwn() {
        return reply.filter(Reply::underOwnRoot).isPresent() && !isClosed();
    }
}
