package bobbin.oauth;

import static bobbin.base.Problem.api;
import static bobbin.base.Problem.platform;

import bobbin.base.Problem;
import bobbin.base.Problem.Concern;

/** What can go wrong with codes and tokens (03 §2.3 to §7, 06 §4.2). */
final class OauthProblems {
    // Code for token: 03 §2.3. The first is the only one that is documented, and the only one in the flat shape.
    static final int FLAT = 400;
    static final Problem CODE_UNKNOWN = platform(FLAT, "Matching code was not found or was already used");
    static final Problem REDIRECT_DIFFERS = platform(
                    100,
                    "Error validating verification code. Please make sure your redirect_uri is identical to the one you used in"
                            + " the OAuth dialog request")
            .withSubcode(36008)
            .explained(
                    "Redirect Mismatch",
                    "The redirect_uri is not the one that the authorization window was opened with.");
    static final Problem SECRET_WRONG = platform(1, "Error validating client secret.");
    static final Problem SECRET_LOCKED = platform(4, "Application request limit reached")
            .about(Concern.RATE_LIMIT)
            .whichPasses();
    static final Problem APP_UNKNOWN =
            platform(101, "Error validating application. Cannot get application info due to a system error.");
    static final Problem CLIENT_PARAM_MISSING = platform(1, "Missing %s parameter.");
    static final Problem REDIRECT_MISSING = platform(100, "Missing redirect_uri parameter.");
    static final Problem CODE_MISSING = platform(100, "Missing authorization code");
    static final Problem GRANT_TYPE_UNKNOWN = platform(1, "Invalid grant_type: %s");

    // Longer life: 03 §3, §4
    static final Problem UNSUPPORTED = api(100, "Unsupported request - method type: %s");
    static final Problem TOKEN_OF_ANOTHER_APP =
            invalid("Error validating access token: The access token does not belong to application %s.");
    static final Problem NOT_LONG_LIVED = api(100, "The access token is not a long-lived token.");
    static final Problem TOO_YOUNG = api(100, "The access token must be at least %s hours old to be refreshed.");
    static final Problem PROFILE_PRIVATE = api(100, "The access token of a private profile cannot be refreshed.");

    // No grant, or no role on an app in development: 02 §6, §8.3, 06 §5
    static final Problem BASIC_MISSING = api(
                    100,
                    "This action requires the threads_basic permission. You must submit for app review, or your user must be"
                            + " in the list of Threads testers.")
            .about(Concern.OTHER)
            .withSubcode(10);

    // App tokens: 03 §5
    static final Problem NO_USER = api(10, "Application does not have permission for this action")
            .about(Concern.PERMISSION)
            .withStatus(403, 500);
    static final Problem SIGNATURE_INVALID = invalid("Invalid OAuth access token signature.");

    // Debugging: 03 §6
    static final Problem DEBUG_OTHER_APP =
            platform(100, "(#100) The App_id in the input_token did not match the Viewing App");
    static final Problem DEBUG_NO_ROLE = platform(
            100,
            "(#100) You must provide an app access token, or a user access token that is an owner or developer of the app");

    // Invalid user tokens: 03 §7
    static final Problem UNREADABLE = invalid("Invalid OAuth access token - Cannot parse access token");
    static final Problem EXPIRED = invalid(
                    "Error validating access token: Session has expired on %s. The current time is %s.")
            .withSubcode(463);
    static final Problem PASSWORD_CHANGED = invalid(
                    "Error validating access token: The session has been invalidated because the user changed their password"
                            + " or Facebook has changed the session for security reasons.")
            .withSubcode(460);
    static final Problem NOT_AUTHORIZED = invalid(
                    "Error validating access token: The user has not authorized application %s.")
            .withSubcode(458);
    static final Problem CHECKPOINT = invalid(
                    "Error validating access token: You cannot access the app till you log in to %2$s and follow the"
                            + " instructions given.")
            .withSubcode(459);
    static final Problem NOT_CONFIRMED = invalid(
                    "Error validating access token: Sessions for the user are not allowed because the user is not a confirmed"
                            + " user.")
            .withSubcode(464);
    static final Problem LOGGED_OUT = invalid(
                    "Error validating access token: This may be because the user logged out or may be due to a system error.")
            .withSubcode(467);
    static final Problem SESSION_DIFFERS = invalid(
                    "Error validating access token: Session does not match current stored session. This may be because the"
                            + " user changed the password since the time the session was created or Facebook has changed the"
                            + " session for security reasons.")
            .withSubcode(492);

    private OauthProblems() {}

    private static Problem invalid(String message) {
        return platform(190, message).about(Concern.TOKEN);
    }
}
