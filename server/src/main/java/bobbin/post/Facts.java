package bobbin.post;

import bobbin.account.Account;
import bobbin.base.Id;
import bobbin.post.Sight.Author;
import bobbin.post.Sight.Tie;
import bobbin.post.Sight.Viewer;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of some posts of others, and of somebody who looks at them.
 *
 * @param people the authors that there are, by id
 * @param apart those of them who block the onlooker, or whom the onlooker blocks
 * @param followed the private ones whom the onlooker follows
 * @param standings of the replies whose conversations there are
 * @param viewer what is known of the onlooker, where it matters
 */
record Facts(
        Onlooker onlooker,
        Instant now,
        Map<Id, Account> people,
        Set<Id> apart,
        Set<Id> followed,
        Map<Id, PostReplies.Standing> standings,
        Viewer viewer) {
    static final Author GONE = new Author(false, false, false);

    /** An own post among them, as others see it. */
    Sight sight(Post post) {
        return Sight.of(post, author(post), tie(post), viewer)
                .with(post.isArchivedAt(now), reply(post), Optional.empty());
    }

    /** A post with what it shows again. Whoever looks at an own post has an account that works, so its author has. */
    Sight sight(Post post, Optional<Sight> original) {
        Sight seen = onlooker.is(post.author())
                ? Sight.of(post, new Author(true, false, false), Tie.OWN, Viewer.UNKNOWN)
                : sight(post);
        return seen.with(post.isArchivedAt(now), seen.reply(), original);
    }

    private Author author(Post post) {
        return Optional.ofNullable(people.get(post.author()))
                .map(account -> new Author(account.isActive(), account.isPrivate(), account.isAgeRestricted()))
                .orElse(GONE);
    }

    private Tie tie(Post post) {
        return new Tie(false, apart.contains(post.author()), followed.contains(post.author()));
    }

    private Optional<Sight.Reply> reply(Post post) {
        return post.isReply()
                ? Optional.of(Optional.ofNullable(standings.get(post.id()))
                        .map(standing -> new Sight.Reply(
                                onlooker.is(standing.owner()),
                                onlooker.is(standing.starter()),
                                standing.underGhost(),
                                standing.waiting(),
                                standing.shunned()))
                        .orElse(Sight.Reply.LOST))
                : Optional.empty();
    }
}
