package bobbin.oauth;

import static bobbin.base.Problem.platform;

import bobbin.base.Problem;

/** What stops a person on the way to the consent page; shown as JSON, never sent to the client (03 §1.5). */
final class WindowProblems {
    static final Problem NO_APP_ID = platform(4476002, "Authorization Failed: No app ID was sent with the request.");
    static final Problem NO_APP = platform(
            1349026,
            "No application data was given: There was a problem getting data for an application. The application may not be"
                    + " valid or there is a temporary glitch. Please try again later.");
    static final Problem REDIRECT_UNKNOWN = platform(
            1349168,
            "URL Blocked: This redirect failed because the redirect URI is not whitelisted in the app’s Client OAuth"
                    + " Settings. Make sure Client and Web OAuth Login are on and add all your app domains as Valid OAuth"
                    + " Redirect URIs.");
    static final Problem REDIRECT_INSECURE = platform(
            1349187,
            "Insecure Login Blocked: You can't get an access token or log in to this app from an insecure page. Try"
                    + " re-loading the page as https://");
    static final Problem NOT_INVITED =
            platform(1349245, "Invalid Request: The user has not accepted the invite to test the app.");
    static final Problem SCOPES_INVALID = platform(100, "Invalid Scopes: %s");
    static final Problem PARAMETER_INVALID = platform(100, "Invalid parameter: %s");
    static final Problem UNKNOWN = platform(1, "An unknown error has occurred.");

    private WindowProblems() {}
}
