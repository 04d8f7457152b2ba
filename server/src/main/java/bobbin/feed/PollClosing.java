package bobbin.feed;

import bobbin.feed.Notification.Kind;
import bobbin.post.Posts;
import bobbin.sql.Database;
import bobbin.work.Job;

/** Tells the author of a poll and all who voted that it has ended. That it has is known from the clock, whenever this runs. */
public final class PollClosing {
    /** The kind of its jobs, whose subject is the post. */
    public static final String KIND = "feed.poll_ended";

    private final Database database;
    private final Posts posts;
    private final VoteStore votes = new VoteStore();
    private final Notices notices;

    public PollClosing(Database database, Posts posts, Notices notices) {
        this.database = database;
        this.posts = posts;
        this.notices = notices;
    }

    public void run(Job job) {
        database.change(tx -> posts.find(tx, job.subject())
                .filter(post -> post.deletedAt().isEmpty())
                .ifPresent(post -> {
                    votes.voters(tx, post.id())
                            .forEach(voter -> notices.tell(tx, voter, Kind.POLL_ENDED, post.author(), post.id()));
                    notices.tellOneself(tx, post.author(), Kind.POLL_ENDED, post.id());
                }));
    }
}
