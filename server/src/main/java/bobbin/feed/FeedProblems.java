package bobbin.feed;

import bobbin.base.Problem;
import bobbin.base.Problem.Concern;

/** What can go wrong with likes and votes. None of these reaches the API, which has no call for any of it. */
final class FeedProblems {
    /** Gone, out of sight, or nothing that can be liked or voted on: all the same to who asks. */
    static final Problem POST_MISSING = page(404, "Post not found", "There is no such post, or you may not see it.");

    static final Problem NO_POLL = page(400, "No poll", "This post has no poll.");
    static final Problem NO_OPTION = page(400, "Check your choice", "This poll has the options 1 to %s.");
    static final Problem OWN_POLL = page(403, "That is your poll", "Nobody votes in their own poll.");
    static final Problem POLL_ENDED = page(410, "The poll has ended", "This poll has ended.");
    static final Problem VOTED = page(409, "You have voted", "You have voted already; a vote cannot be changed.");

    private FeedProblems() {}

    private static Problem page(int status, String title, String words) {
        return Problem.platform(100, title)
                .withStatus(status)
                .about(Concern.OTHER)
                .explained(title, words);
    }
}
