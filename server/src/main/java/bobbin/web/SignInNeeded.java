package bobbin.web;

/** Says that a page is for people who are signed in. Has no stack trace, because it is expected. */
final class SignInNeeded extends RuntimeException {
    private static final long serialVersionUID = 1;

    SignInNeeded() {
        super("sign-in needed", null, false, false);
    }
}
