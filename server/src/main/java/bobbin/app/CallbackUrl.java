package bobbin.app;

/** An address of an app that is told of something by a signed request: a person removed the app, or wants data deleted (02 §4, §5). */
public record CallbackUrl(String text) {

    /** What a developer typed; the same rules as for redirect addresses. */
    public static CallbackUrl enter(String typed, boolean httpLoopback) {
        WebAddress.check(typed, httpLoopback);
        return new CallbackUrl(typed);
    }

    /** The same where addresses need not be {@code https}: for laboratories. */
    public static CallbackUrl enterInsecure(String typed) {
        WebAddress.checkForm(typed);
        return new CallbackUrl(typed);
    }

    @Override
    public String toString() {
        return text;
    }
}
