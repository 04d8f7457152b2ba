package bobbin.oauth;

import bobbin.base.Problem;

/** Why a token ended before its time (03 §7, §8). */
public enum Ending {
    /** The person removed the app. */
    USER,
    /** The person must sign in again first. */
    CHECKPOINT,
    /** The person changed the password, or ended all sessions. */
    PASSWORD,
    /** The account is deactivated or deleted. */
    ACCOUNT,
    /** The operator revoked it. */
    OPERATOR,
    /** Any other reason. */
    SESSION;

    Problem problem() {
        return switch (this) {
            case USER -> OauthProblems.NOT_AUTHORIZED;
            case CHECKPOINT -> OauthProblems.CHECKPOINT;
            case PASSWORD -> OauthProblems.PASSWORD_CHANGED;
            case ACCOUNT -> OauthProblems.NOT_CONFIRMED;
            case OPERATOR -> OauthProblems.LOGGED_OUT;
            case SESSION -> OauthProblems.SESSION_DIFFERS;
        };
    }
}
