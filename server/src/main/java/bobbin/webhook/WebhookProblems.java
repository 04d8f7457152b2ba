package bobbin.webhook;

import static bobbin.base.Problem.api;

import bobbin.base.Problem;

/** What can go wrong with webhooks (12 §12.8). */
final class WebhookProblems {
    static final Problem NO_CHOICE = api(100, "Param %s must be one of {%s} - got \"%s\".");
    static final Problem REQUIRED = api(100, "The parameter %s is required");
    static final Problem NO_URI = api(100, "Param %s is not a valid URI.");
    static final Problem TOKEN_TOO_LONG = api(100, "Param verify_token must be at most %s characters long.");
    static final Problem NOT_VERIFIED = Problem.platform(
                    2200, "(#2200) Callback verification failed with the following errors: %s")
            .explained(
                    "The address was not verified",
                    "Nothing was saved, because the address did not answer as it should: %s");
    static final Problem MISSING = api(100, "There is no subscription to %s.");
    static final Problem CHOICE_MISSING = api(100, "There is no such choice: %s.");
    static final Problem DELIVERY_MISSING =
            api(100, "There is no such delivery.").withStatus(404);
    static final Problem NO_RECEIVER = api(100, "There is no address to which \"%s\" could be sent.");
    static final Problem TOO_MANY_STREAMS = Problem.platform(
                    4, "Too many streams are open. Please retry your request later.")
            .withStatus(503)
            .whichPasses();

    private WebhookProblems() {}
}
