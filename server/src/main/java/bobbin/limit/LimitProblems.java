package bobbin.limit;

import static bobbin.base.Problem.platform;

import bobbin.base.Problem;
import bobbin.base.Problem.Concern;

/** What can go wrong with quotas (05 §3). The call budget is refused by the machine, with code 4. */
final class LimitProblems {
    static final Problem QUOTA_SPENT = platform(613, "Calls to this api have exceeded the rate limit.")
            .about(Concern.RATE_LIMIT)
            .withSubcode(4279002)
            .explained(
                    "Threads API Rate Limit Exceeded",
                    "You have reached a limit of the Threads API. Please try again later.");

    private LimitProblems() {}
}
