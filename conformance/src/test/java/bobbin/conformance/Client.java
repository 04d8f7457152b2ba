package bobbin.conformance;

/** The program behind the app "Demo", and a person who allows it something. */
record Client(Dev dev, Dev.User person) {
    static final String CALLBACK = "https://localhost:3000/callback";
    static final String SCOPES = "threads_basic,threads_content_publish";

    /** Where the window leads after the person has allowed everything. */
    String allowed(String... more) {
        return new Window(dev.web())
                .authorize(
                        person,
                        "allow",
                        Api.join(
                                new String[] {"client_id", dev.app().id(), "redirect_uri", CALLBACK, "scope", SCOPES},
                                more))
                .location();
    }

    /** A code that nobody has exchanged yet. */
    String code() {
        return Window.parameter(allowed(), "code");
    }

    Answer exchange(String code) {
        return exchange(dev.app().id(), dev.app().secret(), code, CALLBACK);
    }

    Answer exchange(String id, String secret, String code, String redirect) {
        return new Api(dev.graph(), "")
                .post(
                        "/oauth/access_token",
                        "client_id",
                        id,
                        "client_secret",
                        secret,
                        "code",
                        code,
                        "grant_type",
                        "authorization_code",
                        "redirect_uri",
                        redirect);
    }
}
