package bobbin.account;

import bobbin.base.Problem;
import bobbin.base.Problem.Concern;

/**
 * What can go wrong with people. None of these reaches the API, which has no call for any of it; the titles and sentences are for the
 * person in front of the screen.
 */
public final class AccountProblems {
    /** Unknown, deleted, deactivated or behind a block: all the same to who asks (06 §3 rule 3). */
    public static final Problem ACCOUNT_MISSING =
            page(404, "Profile not found", "There is no profile of this name, or you may not see it.");

    static final Problem USERNAME_FORM = page(
            400,
            "Choose another username",
            "A username has 1 to 30 letters a to z, digits, dots or underscores. It does not begin or end with a dot, and no dot follows another.");
    static final Problem USERNAME_TAKEN =
            page(409, "Choose another username", "The username %s is taken. Please choose another one.");
    static final Problem EMAIL_FORM = page(
            400,
            "Check the e-mail address",
            "This does not look like an e-mail address: it needs a name, an @ and a host.");
    static final Problem EMAIL_TAKEN = page(
            409, "Check the e-mail address", "An account with this e-mail address exists already. Sign in instead.");
    static final Problem NAME_TOO_LONG = page(400, "Shorten the name", "A name has at most %s characters.");
    static final Problem BIOGRAPHY_TOO_LONG =
            page(400, "Shorten the biography", "A biography has at most %s characters.");
    static final Problem BIRTH_DATE = page(400, "Check the birth date", "This is not a possible birth date.");
    static final Problem TOO_YOUNG = page(400, "Too young", "People here are %s years old or older.");
    static final Problem COUNTRY = page(400, "Check the country", "There is no country with the code %s.");
    static final Problem CITY_TOO_LONG = page(400, "Shorten the city", "The name of a city has at most %s characters.");
    static final Problem LANGUAGE = page(400, "Check the language", "There is no language with the code %s.");
    static final Problem TIME_ZONE = page(400, "Check the time zone", "There is no time zone called %s.");
    static final Problem CHOICE = page(400, "Check your choice", "There is no such choice: %s.");

    static final Problem PICTURE_KIND = page(400, "Choose another picture", "A picture is a JPEG or PNG file.");
    static final Problem PICTURE_SIZE =
            page(400, "Choose a smaller picture", "A picture has at most 8 MB and 50 million pixels.");

    static final Problem PASSWORD_SHORT =
            page(400, "Choose a longer password", "A password has at least %s characters.");
    static final Problem PASSWORD_LONG =
            page(400, "Choose a shorter password", "A password has at most %s characters.");
    static final Problem PASSWORD_COMMON = page(
            400,
            "Choose another password",
            "This password is one of the first that others would try. Please choose another one.");
    static final Problem PASSWORD_WRONG = page(403, "Wrong password", "Your current password is not right.");
    static final Problem SIGN_IN_WRONG = page(
            403,
            "That did not match",
            "The username and the password do not belong together. Check both and try again.");
    static final Problem TOO_MANY_TRIES = page(429, "Too many tries", "Too many tries. Please wait %s and try again.");
    static final Problem BUSY = page(
                    503, "Very busy", "Too many people sign in at this moment. Please try again shortly.")
            .whichPasses();
    static final Problem RESET_ENDED =
            page(410, "This link has ended", "This link was used already or is too old. Ask for a new one.");

    static final Problem SIGN_UP_CLOSED =
            page(403, "No new accounts", "This server takes no new accounts at the moment.");
    static final Problem SIGN_UP_BY_OPERATOR =
            page(403, "Accounts are made by the operator", "Ask the operator of this server for an account.");

    static final Problem FOLLOW_ONESELF =
            page(400, "That is you", "Nobody follows themselves or keeps themselves away.");
    static final Problem WORD_EMPTY = page(400, "Check the word", "A hidden word has at least one character.");
    static final Problem WORD_TOO_LONG = page(400, "Shorten the word", "A hidden word has at most %s characters.");
    static final Problem TOO_MANY_WORDS =
            page(400, "Too many words", "You can hide at most %s words. Show one of them again first.");

    private AccountProblems() {}

    private static Problem page(int status, String title, String words) {
        return Problem.platform(100, title)
                .withStatus(status)
                .about(Concern.OTHER)
                .explained(title, words);
    }
}
