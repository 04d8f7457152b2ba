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

    // For people who write (13 §13.5.1)
    static final Problem NOTHING_WRITTEN =
            api(100, "The parameter text is required").explained("Write something", "Write something first.");
    static final Problem TOO_MUCH_WRITTEN = api(100, "Param text must be at most 500 characters long.")
            .explained("Shorten the text", "Nothing was posted: the text is too long by %s.");

    private EmbedProblems() {}
}
