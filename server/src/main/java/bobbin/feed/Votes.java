package bobbin.feed;

import bobbin.base.Id;
import bobbin.post.Poll;
import bobbin.post.Post;
import bobbin.post.PostSettings;
import bobbin.post.PostVotes;
import bobbin.post.Posts;
import bobbin.post.Visibility;
import bobbin.sql.Database;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * How people vote in polls (15 §15.14): who can see the post and is not its author, once, until the poll ends; a vote is never changed. The
 * votes of deleted accounts go.
 */
public final class Votes implements PostVotes {
    private final Database database;
    private final PostSettings settings;
    private final Reach reach;
    private final VoteStore store = new VoteStore();

    public Votes(Database database, PostSettings settings, Posts posts, Visibility visibility) {
        this.database = database;
        this.settings = settings;
        this.reach = new Reach(posts, visibility);
    }

    /**
     * Votes.
     *
     * @param option 1 is the first
     */
    public void vote(Id account, Id post, long option) {
        database.change(tx -> {
            Post asked = reach.visible(tx, account, post);
            Poll poll = asked.poll().orElseThrow(FeedProblems.NO_POLL::refuse);
            if (asked.author().equals(account)) {
                throw FeedProblems.OWN_POLL.refuse();
            }
            if (!tx.now().isBefore(asked.publishedAt().plus(settings.polls()))) {
                throw FeedProblems.POLL_ENDED.refuse();
            }
            if (option < 1 || option > poll.options().size()) {
                throw FeedProblems.NO_OPTION.refuse(poll.options().size());
            }
            if (!store.insert(tx, account, asked.author(), asked.id(), (int) option - 1)) {
                throw FeedProblems.VOTED.refuse();
            }
        });
    }

    @Override
    public Map<Id, List<Long>> votes(Collection<Id> posts) {
        return posts.isEmpty() ? Map.of() : database.read(tx -> store.tallies(tx, posts));
    }

    @Override
    public Map<Id, Integer> choices(Id account, Collection<Id> posts) {
        return posts.isEmpty() ? Map.of() : database.read(tx -> store.choices(tx, account, posts));
    }
}
