package bobbin.reply;

import static bobbin.base.Problem.api;

import bobbin.base.Problem;
import bobbin.base.Problem.Concern;

/** What can go wrong with replies (04 §12, 10 §10.5, §10.6, §10.9). */
final class ReplyProblems {
    static final Problem NOT_ALLOWED = api(10, "Application does not have permission for this action")
            .about(Concern.PERMISSION)
            .withStatus(403, 500);
    static final Problem CANNOT_REPLY = NOT_ALLOWED.explained("Cannot reply", "Only %s can reply to this post.");
    static final Problem CANNOT_QUOTE = NOT_ALLOWED.explained("Cannot quote", "Only %s can quote this post.");

    static final Problem ONLY_TOP = api(100, "Only top-level replies can be hidden");
    static final Problem ONLY_OTHERS = api(100, "Only replies of others can be hidden");
    static final Problem NOT_WAITING = api(100, "This reply does not wait for approval");
    static final Problem NO_STATUS = api(100, "Param approval_status must be one of {pending, ignored} - got \"%s\".");

    private ReplyProblems() {}
}
