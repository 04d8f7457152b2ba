package bobbin.app;

import bobbin.base.Problem;
import bobbin.base.Problem.Concern;

/**
 * What can go wrong with apps. The first two are answers of the API (01 §4); the others are words for developers and operators on
 * pages and on the command line, where numbers do not matter.
 */
final class AppProblems {
    static final Problem PROOF_WRONG = proof("Invalid appsecret_proof provided in the API argument");
    static final Problem PROOF_MISSING = proof("API calls from the server require an appsecret_proof argument");

    /** There is no such app, or none that this person may see (06 §3 rule 3). */
    static final Problem APP_MISSING =
            words("There is no app %s that you may see.").withStatus(404);

    static final Problem RIGHT_MISSING =
            words("Your role on this app does not allow that.").withStatus(403);
    static final Problem OPERATOR_ONLY = words("Only the operator may do that.").withStatus(403);

    static final Problem NAME_LENGTH = words("The name of an app has 1 to %s characters, without line breaks.");
    static final Problem TOO_MANY_APPS = words("An account may have at most %s apps here.");

    static final Problem ADDRESS_MALFORMED =
            words("\"%s\" is no complete web address, such as https://example.com/callback.");
    static final Problem ADDRESS_TOO_LONG = words("An address has at most %s characters.");
    static final Problem ADDRESS_INSECURE = words("\"%s\" must begin with https://.");
    static final Problem ADDRESS_SCHEME = words("\"%s\" is not a web address: only https:// works here.");
    static final Problem ADDRESS_FRAGMENT = words("\"%s\" must not have a fragment (the part behind #).");
    static final Problem ADDRESS_USER = words("\"%s\" must not contain a user name or password.");

    static final Problem REDIRECT_KNOWN = words("The address \"%s\" is already in the list.");
    static final Problem REDIRECT_MISSING = words("The address \"%s\" is not in the list.");
    static final Problem TOO_MANY_REDIRECTS = words("An app may have at most %s redirect addresses.");

    static final Problem BASIC_NEEDED = words("Every app has the permission threads_basic; it cannot be removed.");
    static final Problem PERMISSION_MISSING = words("The app has not added the permission %s.");
    static final Problem PERMISSION_KNOWN = words("The app already has the permission %s.");
    static final Problem ACCESS_HELD = words("The app already has advanced access to %s.");
    static final Problem REVIEW_RUNNING = words("Advanced access to %s was already requested.");
    static final Problem REVIEW_MISSING = words("Nobody requested advanced access to %s.");

    static final Problem ACCOUNT_MISSING = words("There is no account @%s.");
    static final Problem ROLE_KNOWN = words("@%s already has or was already offered that role.");
    static final Problem ROLE_MISSING = words("Nobody of that name has or was offered that role.");
    static final Problem INVITATION_MISSING =
            words("There is no such invitation for you.").withStatus(404);
    static final Problem TOO_MANY_IN_ROLE = words("This app has no room for more people in that role: at most %s.");
    static final Problem LAST_ADMIN = words("An app needs an administrator; this is the last one.");

    static final Problem CHOICE_MISSING = words("There is no such choice: %s.");

    private AppProblems() {}

    private static Problem proof(String message) {
        return Problem.api(100, message).withType(Problem.Type.GRAPH_METHOD);
    }

    private static Problem words(String sentence) {
        return Problem.api(100, sentence).about(Concern.OTHER);
    }
}
