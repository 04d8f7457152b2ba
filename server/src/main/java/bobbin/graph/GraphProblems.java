package bobbin.graph;

import static bobbin.base.Problem.api;
import static bobbin.base.Problem.platform;

import bobbin.base.Problem;
import bobbin.base.Problem.Concern;

/** What can go wrong with any call, whatever it is about (06 §4, §6, §7). */
public final class GraphProblems {
    // Who is calling: 06 §4.2
    public static final Problem TOKEN_MISSING = platform(104, "An access token is required to request this resource.")
            .about(Concern.TOKEN);
    public static final Problem NO_CURRENT_USER = platform(
                    2500, "An active access token must be used to query information about the current user.")
            .about(Concern.TOKEN);

    // May they: 06 §5
    public static final Problem PERMISSION_MISSING = api(10, "Application does not have permission for this action")
            .about(Concern.PERMISSION)
            .withStatus(403, 500);
    public static final Problem BASIC_MISSING = api(
                    100,
                    "This action requires the threads_basic permission. You must submit for app review, or your user must be"
                            + " in the list of Threads testers.")
            .about(Concern.OTHER)
            .withSubcode(10);

    // What is meant: 06 §6
    public static final Problem OBJECT_MISSING = api(
                    100,
                    "Unsupported %s request. Object with ID '%s' does not exist, cannot be loaded due to missing permissions,"
                            + " or does not support this operation")
            .about(Concern.OTHER)
            .withSubcode(33);
    public static final Problem METHOD_UNSUPPORTED = api(100, "Unsupported request - method type: %s");
    public static final Problem PATH_UNKNOWN = platform(2500, "Unknown path components: %s");
    public static final Problem EDGE_UNKNOWN = api(100, "Tried accessing nonexisting field (%s)");
    public static final Problem MEDIA_MISSING = platform(24, "The requested resource does not exist")
            .withSubcode(4279009)
            .explained("Media Not Found", "The media with id %s cannot be found.");

    // Fields: 01 §8. Live, an unknown field of a single object is HTTP 500 (16 §4.5).
    public static final Problem FIELD_UNKNOWN =
            api(100, "Tried accessing nonexisting field (%s)").withStatus(400, 500);
    public static final Problem LIST_FIELD_UNKNOWN = api(100, "Tried accessing nonexisting field (%s)");
    public static final Problem FIELDS_MALFORMED =
            platform(2500, "Syntax error \"Expected %s instead of \"%s\".\" at character %s: %s");
    public static final Problem FIELDS_TOO_DEEP = api(100, "Param fields must be at most %s levels deep.");
    public static final Problem FIELDS_TOO_MANY = api(100, "Param fields must contain at most %s names.");

    // Parameters: 06 §7
    public static final Problem PARAM_REQUIRED = api(100, "The parameter %s is required");
    public static final Problem PARAM_NO_CHOICE = api(100, "Param %s must be one of {%s} - got \"%s\".");
    public static final Problem PARAM_NO_NUMBER = api(100, "Param %s must be a number");
    public static final Problem PARAM_NO_TYPE = api(100, "Param %s must be a valid %s.");
    public static final Problem PARAM_TOO_SMALL = api(100, "Param %s must be greater than or equal to %s.");
    public static final Problem PARAM_NOT_BETWEEN = api(100, "Param %s must be between %s and %s.");
    public static final Problem PARAM_NOT_BEFORE = api(100, "Param %s must be less than %s.");
    public static final Problem PARAMS_EXCLUSIVE = api(100, "Params %s and %s must not be used together.");
    public static final Problem CURSOR_INVALID = api(100, "Param %s is not a valid cursor.");
    public static final Problem REQUEST_MALFORMED = api(100, "Invalid request: %s");

    // Our own fault
    public static final Problem UNEXPECTED = platform(
                    2, "An unexpected error has occurred. Please retry your request later.")
            .withStatus(500)
            .whichPasses();

    // The call budget: 05 §4
    public static final Problem BUDGET_SPENT = platform(4, "Application request limit reached")
            .about(Concern.RATE_LIMIT)
            .whichPasses();

    private GraphProblems() {}
}
