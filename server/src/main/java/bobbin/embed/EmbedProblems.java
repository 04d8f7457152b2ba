package bobbin.embed;

import static bobbin.base.Problem.api;
import static bobbin.base.Problem.platform;

import bobbin.base.Problem;
import bobbin.base.Problem.Concern;

/** What can go wrong with embedding (13 §13.1). */
final class EmbedProblems {
    static final Problem NO_URI = api(100, "Param %s is not a valid URI.");

    // 00 decision 5: the oEmbed standard would have 501, whose body a widely used client does not read
    static final Problem NO_FORMAT = api(100, "Param format must be one of {json} - got \"%s\".");

    // 02 §7: the older behaviour, if the operator wants it
    static final Problem TOKEN_NEEDED = platform(10, "Application does not have permission for this action")
            .about(Concern.OTHER)
            .withSubcode(4279067)
            .explained("App Does Not Have Sufficient Access Tier", "This app needs advanced access for this action.");

    private EmbedProblems() {}
}
