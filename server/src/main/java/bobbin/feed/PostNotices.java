package bobbin.feed;

import bobbin.base.Id;
import bobbin.feed.Notification.Kind;
import bobbin.post.Mentioning;
import bobbin.post.Post;
import bobbin.post.PostEvents;
import bobbin.post.PostSettings;
import bobbin.post.Posts;
import bobbin.post.ReplyApproval;
import bobbin.sql.Tx;
import bobbin.work.Jobs;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Tells people of what others write about them, and forgets with a post what was done with it. */
public final class PostNotices implements PostEvents {
    private final Notices notices;
    private final Posts posts;
    private final Mentioning mentions;
    private final Jobs jobs;
    private final PostSettings settings;
    private final LikeStore likes = new LikeStore();
    private final VoteStore votes = new VoteStore();
    private final NotificationStore store = new NotificationStore();

    public PostNotices(Notices notices, Posts posts, Mentioning mentions, Jobs jobs, PostSettings settings) {
        this.notices = notices;
        this.posts = posts;
        this.mentions = mentions;
        this.jobs = jobs;
        this.settings = settings;
    }

    @Override
    public void published(Tx tx, Post post) {
        post.poll()
                .ifPresent(_ -> jobs.add(
                        tx, PollClosing.KIND, post.id(), post.publishedAt().plus(settings.polls())));
        post.content()
                .references()
                .root()
                .flatMap(root -> posts.find(tx, root))
                .filter(root -> root.content().audience().approval() == ReplyApproval.NEEDED)
                .ifPresent(root -> notices.tell(tx, root.author(), Kind.APPROVAL_WANTED, post.author(), post.id()));
    }

    /** One is told once of a post, by what concerns one most. */
    @Override
    public void shown(Tx tx, Post post) {
        var references = post.content().references();
        Set<Id> told = new HashSet<>();
        tell(tx, post, Kind.REPLY, references.repliedTo(), told);
        tell(tx, post, Kind.QUOTE, references.quoted(), told);
        tell(tx, post, Kind.REPOST, references.reposted(), told);
        mentions.in(tx, post.id()).stream()
                .filter(told::add)
                .forEach(account -> notices.tell(tx, account, Kind.MENTION, post.author(), post.id()));
    }

    @Override
    public void deleted(Tx tx, Post post) {
        likes.deleteOf(tx, post.id());
        votes.deleteOf(tx, post.id());
        store.deleteAbout(tx, post.author(), post.id());
    }

    private void tell(Tx tx, Post post, Kind kind, Optional<Id> concerned, Set<Id> told) {
        concerned
                .flatMap(id -> posts.find(tx, id))
                .map(Post::author)
                .filter(told::add)
                .ifPresent(account -> notices.tell(tx, account, kind, post.author(), post.id()));
    }
}
