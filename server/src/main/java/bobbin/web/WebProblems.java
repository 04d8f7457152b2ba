package bobbin.web;

import bobbin.base.Problem;
import bobbin.base.Problem.Concern;

/** What can go wrong with any page. The titles and sentences are for people; the numbers follow 06 where a call would get one. */
public final class WebProblems {
    /** There is nothing at this address, or nothing that this person may see (06 §3 rule 3). */
    public static final Problem NOT_FOUND = page(
            404,
            100,
            "Page not found",
            "There is nothing here, or nothing that you may see. The link may be old or mistyped.");

    static final Problem WRONG_METHOD =
            page(405, 100, "That does not work here", "This address does not take that kind of request.");

    static final Problem FORM_TOKEN = page(
            403,
            100,
            "This form is out of date",
            "Your session may have ended, or the form was not opened on this site. Nothing was changed. Go back, reload the page and try again.");

    static final Problem MALFORMED =
            page(400, 100, "That request makes no sense", "The browser sent something unreadable: %s");

    static final Problem TOO_LARGE =
            page(413, 100, "That is too large", "What was sent is larger than this server takes.");

    static final Problem UNAVAILABLE = page(
                    503,
                    2,
                    "Back in a moment",
                    "The server cannot reach its data just now. Nothing was lost; please try again shortly.")
            .whichPasses();

    static final Problem UNEXPECTED = page(
            500,
            1,
            "Something went wrong",
            "That is our fault, not yours. If it happens again, tell the operator this number: %s");

    private WebProblems() {}

    private static Problem page(int status, int code, String title, String words) {
        return Problem.platform(code, title)
                .withStatus(status)
                .about(Concern.OTHER)
                .explained(title, words);
    }
}
