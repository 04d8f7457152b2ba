package bobbin.script;

import bobbin.base.Problem;
import bobbin.base.Problem.Concern;

/** What can go wrong with scripts before an act begins. None of these reaches the API. */
public final class ScriptProblems {
    static final Problem KEY = script(401, "The key is missing or wrong: send it as \"Authorization: Bearer <key>\".");
    static final Problem NO_PLACE = script(404, "There is GET and POST /script/acts, and GET and POST /script/clock.");
    static final Problem BODY = script(400, "The body is no JSON object.");
    static final Problem NO_ACT = script(400, "There is no act %s.%s");
    static final Problem NO_ARGUMENT = script(400, "The act %s has no argument %s. It has: %s.");
    static final Problem MISSING = script(400, "The argument %s is missing.");
    static final Problem NOBODY = script(400, "The argument as is missing: whose act it is.");
    static final Problem NO_PERSON = script(400, "There is nobody called %s.");
    static final Problem NO_POST = script(400, "%s is neither the id of a post nor its shortcode or address.");
    static final Problem NO_NUMBER = script(400, "The argument %s is no whole number: %s.");
    static final Problem NO_FLAG = script(400, "The argument %s is neither true nor false: %s.");
    static final Problem NO_LIST = script(400, "The argument %s is no list: %s.");
    static final Problem NO_CLOCK = script(409, "Only a developer's Bobbin has a clock that can be moved.");
    static final Problem NO_TIME = script(
            400,
            "Say either \"forward\" with a duration such as PT24H, or \"to\" with a time such as 2030-01-31T12:00:00Z.");
    static final Problem PAST = script(400, "The clock goes forward only; it is %s now.");
    static final Problem FUTURE = script(400, "The clock goes no further than %s.");

    /** For acts: what they are about is not there, or not for who acts. */
    public static final Problem NOT_FOUND =
            script(404, "There is no such post, or it cannot be seen, or this cannot be done with it.");

    /** For acts: a word that is none of those that an argument may be. */
    public static final Problem NO_CHOICE = script(400, "The argument %s is none of %s: %s.");

    private ScriptProblems() {}

    private static Problem script(int status, String words) {
        return Problem.platform(100, words).withStatus(status).about(Concern.OTHER);
    }
}
