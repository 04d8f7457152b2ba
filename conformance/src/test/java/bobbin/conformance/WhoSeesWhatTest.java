package bobbin.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Posts of others: what can be read, and what is as if it were not there (15 §15.6). */
class WhoSeesWhatTest {
    private final Dev dev = Dev.server();
    private final Stage stage = new Stage(dev);
    private final Dev.User author = stage.person();
    private final Dev.User reader = stage.person();
    private final Api writes = stage.api(author);
    private final Api reads = stage.api(reader);
    private final Window window = signedIn(reader);

    @Test
    @Spec({"15 §15.4", "15 §15.6", "15 §15.23.2", "07 §7.4"})
    void hidesEverythingTheMomentAProfileTurnsPrivate() {
        String post = writes.publish("open");
        reads.get("/" + post).ok();

        stage.run("user", "set", author.username(), "--private", "true");
        missing(post);
        writes.get("/" + post).ok();
        writes.publish("still mine");
        stage.run("user", "set", author.username(), "--private", "false");
        reads.get("/" + post).ok();
    }

    @Test
    @Spec({"15 §15.4", "15 §15.23.3"})
    void keepsAPrivateProfileFromAppsEvenOfItsFollowers() {
        String post = writes.publish("for friends");
        stage.run("user", "set", author.username(), "--private", "true");
        press("/@" + author.username(), "/follow");
        Window owner = signedIn(author);
        Window.Page requests = owner.open("/settings/privacy");
        owner.press(requests, button -> inForm(button, "/requests/accept"));

        missing(post);
    }

    @Test
    @Spec({"15 §15.5", "15 §15.23.4"})
    void separatesBothSidesOfABlock() {
        String theirs = writes.publish("theirs");
        String mine = reads.publish("mine");
        press("/@" + author.username(), "/block");

        missing(theirs);
        assertThat(writes.get("/" + mine).at("/error/error_subcode").asInt()).isEqualTo(33);
        press("/@" + author.username(), "/unblock");
        reads.get("/" + theirs).ok();
        writes.get("/" + mine).ok();
    }

    @Test
    @Spec({"04 §14", "15 §15.6", "15 §15.14"})
    void showsALimitedPostWhereItMayBeSeenOnly() {
        String post = writes.publish("over there", "allowlisted_country_codes", "ca,us");
        assertThat(writes.get("/" + post, "fields", "allowlisted_country_codes")
                        .ok()
                        .text())
                .isEqualTo("{\"allowlisted_country_codes\":[\"CA\",\"US\"],\"id\":\"" + post + "\"}");

        missing(post);
        fill("/settings/about", "country", "DE");
        missing(post);
        fill("/settings/about", "country", "US");
        assertThat(reads.get("/" + post, "fields", "allowlisted_country_codes")
                        .ok()
                        .text())
                .isEqualTo("{\"id\":\"" + post + "\"}");
    }

    @Test
    @Spec({"15 §15.6", "15 §15.17", "03 §7"})
    void hidesWhoLeavesAndEndsTheirTokensUntilTheyComeBack() {
        String post = writes.publish("farewell");
        Window owner = signedIn(author);
        owner.press(
                owner.open("/settings/deactivate"),
                button -> inForm(button, "/settings/deactivate"),
                "password",
                author.password());

        missing(post);
        writes.get("/me")
                .refused(
                        400,
                        190,
                        464,
                        "Error validating access token: Sessions for the user are not allowed because the user is not a"
                                + " confirmed user.");
        signedIn(author);
        reads.get("/" + post).ok();
        writes.get("/me").ok();
    }

    @Test
    @Spec({"03 §7", "06 §4.2"})
    void endsTokensWhenThePasswordChanges() {
        Window owner = signedIn(author);
        owner.press(
                owner.open("/settings/password"),
                button -> inForm(button, "/settings/password"),
                "password",
                author.password(),
                "new_password",
                "another correct horse");

        writes.get("/me")
                .refused(
                        400,
                        190,
                        460,
                        "Error validating access token: The session has been invalidated because the user changed their"
                                + " password or Facebook has changed the session for security reasons.");
    }

    @Test
    @Spec({"03 §7", "02 §4", "06 §4.2"})
    void endsTokensWhenThePersonRemovesTheApp() {
        Window owner = signedIn(author);
        owner.press(
                owner.open("/settings/apps"),
                button -> inForm(button, "/settings/apps/")
                        && button.attr("value").equals("remove"));

        writes.get("/me")
                .refused(
                        400,
                        190,
                        458,
                        "Error validating access token: The user has not authorized application "
                                + dev.app().id() + ".");
    }

    @Test
    @Spec({"03 §7", "06 §4.1", "15 §15.17"})
    void followsTheOperator() {
        stage.run("user", "set", author.username(), "--suspended", "true");
        Answer refused = writes.post("/me/threads", "media_type", "TEXT", "text", "x");
        refused.refused(403, 368, 4279013, "The action attempted has been deemed abusive or is otherwise disallowed");
        assertThat(refused.text("/error/error_user_title")).isEqualTo("User Restricted");
        assertThat(refused.text("/error/error_user_msg"))
                .isEqualTo("This account is restricted and cannot publish right now.");
        writes.get("/me/threads").ok();
        stage.run("user", "set", author.username(), "--suspended", "false", "--verified", "true");
        String post = writes.publish("back");
        assertThat(reads.get("/" + post, "fields", "is_verified")
                        .ok()
                        .at("/is_verified")
                        .asBoolean(false))
                .isTrue();

        stage.run("token", "revoke", writes.token());
        writes.get("/me")
                .refused(
                        400,
                        190,
                        467,
                        "Error validating access token: This may be because the user logged out or may be due to a system"
                                + " error.");
    }

    private void missing(String post) {
        reads.get("/" + post)
                .refused(
                        400,
                        100,
                        33,
                        "Unsupported get request. Object with ID '" + post
                                + "' does not exist, cannot be loaded due to missing permissions, or does not support this operation");
    }

    private Window signedIn(Dev.User user) {
        Window fresh = new Window(dev.web());
        fresh.signIn(fresh.open("/login"), user);
        return fresh;
    }

    private void press(String page, String action) {
        window.press(window.open(page), button -> inForm(button, action));
    }

    private void fill(String page, String... fields) {
        window.press(window.open(page), button -> inForm(button, page), fields);
    }

    private static boolean inForm(org.jsoup.nodes.Element button, String action) {
        return button.closest("form[action*=" + action + "]") != null;
    }
}
