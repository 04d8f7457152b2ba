package bobbin.post;

import static bobbin.base.Problem.api;
import static bobbin.base.Problem.platform;

import bobbin.base.Problem;
import bobbin.base.Problem.Concern;

/** What can go wrong with publishing and with posts, in the order of 04 §19 and 06 §4.1. */
public final class PostProblems {
    // 04 §19: errors of POST /{user}/threads
    static final Problem REQUIRED = api(100, "The parameter %s is required");
    static final Problem NO_CHOICE = api(100, "Param %s must be one of {%s} - got \"%s\".");
    static final Problem TOO_LONG = api(100, "Param %s must be at most %s characters long.");
    static final Problem NO_INTEGER = api(100, "Param %s must be a valid integer.");
    static final Problem TOPIC_TAG_UNSUPPORTED = api(100, "Param topic_tag contains unsupported characters.");
    static final Problem GIF_ID_UNSUPPORTED = api(100, "Param gif_attachment[gif_id] contains unsupported characters.");
    public static final Problem NO_MEDIA = api(100, "Param %s is not a valid threads_media ID");
    static final Problem CHILDREN_COUNT = api(100, "Param children must contain between %s and %s media containers.");
    static final Problem CHILDREN_INVALID = platform(100, "Invalid parameter")
            .withSubcode(4279004)
            .explained("Invalid Carousel Children", "The children with IDs %s are invalid, nonexistent, or expired.");
    /** Of those who name a post on the command line. */
    public static final Problem POST_MISSING = api(100, "There is no post %s.");

    public static final Problem NO_PLACE = api(100, "Param location_id is not a valid location ID");
    static final Problem TOO_MANY_ENTITIES = api(100, "Param text_entities must contain at most %s entities.");
    static final Problem LINK_INVALID = platform(-1, "Fatal")
            .withSubcode(4279047)
            .explained("Invalid Link Attachment", "The post you're trying to publish has an invalid link attachment.");
    static final Problem TOO_MANY_LINKS =
            api(100, "THREADS_API__LINK_LIMIT_EXCEEDED: Posts may contain at most %s links.");
    static final Problem GEO_GATING_UNAVAILABLE =
            api(10, "THREADS_API__FEATURE_NOT_AVAILABLE: This account cannot limit posts to countries.");
    static final Problem COUNTRIES_INVALID = api(
            100, "THREADS_API__GEO_GATING_INVALID_COUNTRY_CODES: These are not ISO 3166-1 alpha-2 country codes: %s.");

    // 04 §3 and §5.3: what does not go together, and ranges that are none
    static final Problem NOT_TOGETHER =
            platform(100, "Invalid parameter").explained("Invalid Attachment", "%s and %s cannot be used together.");
    static final Problem RANGE_INVALID = platform(100, "Invalid parameter")
            .explained("Invalid Text Entity", "%s has an invalid range: offset %s, length %s.");

    // 04 §9: errors of POST /{user}/threads_publish
    public static final Problem MEDIA_MISSING = platform(24, "The requested resource does not exist")
            .withSubcode(4279009)
            .explained("Media Not Found", "The media with id %s cannot be found.");

    // 06 §4.1: the operator has suspended the account from posting (15 §15.17)
    static final Problem USER_RESTRICTED = platform(
                    368, "The action attempted has been deemed abusive or is otherwise disallowed")
            .about(Concern.OTHER)
            .withSubcode(4279013)
            .explained("User Restricted", "This account is restricted and cannot publish right now.")
            .withStatus(403);

    private PostProblems() {}
}
