package bobbin.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Errors byte for byte, with all their members in their order (06 §1, §4; 16 §4). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // one person is enough, and made by command
class ErrorBodiesTest {
    private static final String TRACE = "\"fbtrace_id\":\"TRACE\"}}";

    private final Dev dev = Dev.server();
    private final Stage stage = new Stage(dev);
    private final Dev.User person = stage.person();
    private final Api api = stage.api(person);
    private final Api nobody = new Api(dev.graph(), "");

    @Test
    @Spec({"06 §1", "06 §4.1", "16 §4"})
    void areThoseOfThePlatformWhereTheyHaveASubcode() {
        is(
                api.post("/me/threads_publish", "creation_id", "18079098539304490"),
                "{\"error\":{\"message\":\"The requested resource does not exist\",\"type\":\"OAuthException\",\"code\":24,"
                        + "\"error_subcode\":4279009,\"is_transient\":false,\"error_user_title\":\"Media Not Found\","
                        + "\"error_user_msg\":\"The media with id 18079098539304490 cannot be found.\"," + TRACE);
        is(
                api.post("/me/threads", "media_type", "TEXT", "text", "x", "link_attachment", "x"),
                "{\"error\":{\"message\":\"Fatal\",\"type\":\"OAuthException\",\"code\":-1,\"error_subcode\":4279047,"
                        + "\"is_transient\":false,\"error_user_title\":\"Invalid Link Attachment\","
                        + "\"error_user_msg\":\"The post you're trying to publish has an invalid link attachment.\","
                        + TRACE);
    }

    @Test
    @Spec({"06 §1", "06 §4.1", "06 §7", "16 §4", "17 §5"})
    void areThoseOfThreadsForParametersAndFields() {
        is(
                api.get("/zuck"),
                "{\"error\":{\"message\":\"Unsupported get request. Object with ID 'zuck' does not exist, cannot be loaded due to"
                        + " missing permissions, or does not support this operation\",\"type\":\"THApiException\",\"code\":100,"
                        + "\"error_subcode\":33," + TRACE);
        is(
                api.post("/me/threads", "media_type", "TEXT"),
                "{\"error\":{\"message\":\"The parameter text is required\",\"type\":\"THApiException\",\"code\":100,"
                        + TRACE);
        is(
                api.get("/me/threads_mentions"),
                "{\"error\":{\"message\":\"Tried accessing nonexisting field (threads_mentions)\",\"type\":\"THApiException\","
                        + "\"code\":100," + TRACE);
        is(
                stage.api(person, dev.app(), "threads_basic").post("/me/threads", "media_type", "TEXT", "text", "x"),
                "{\"error\":{\"message\":\"Application does not have permission for this action\",\"type\":\"THApiException\","
                        + "\"code\":10," + TRACE);
    }

    @Test
    @Spec({"06 §1", "06 §4.2", "03 §2.3", "16 §3"})
    void sayWhetherTheyPassWithTheCodesThatClientsRepeat() {
        is(
                nobody.post(
                        "/oauth/access_token",
                        "client_id",
                        dev.app().id(),
                        "client_secret",
                        "x",
                        "code",
                        "x",
                        "redirect_uri",
                        "y"),
                "{\"error\":{\"message\":\"Error validating client secret.\",\"type\":\"OAuthException\",\"code\":1,"
                        + "\"is_transient\":false," + TRACE);
        is(
                nobody.post("/oauth/access_token"),
                "{\"error\":{\"message\":\"Missing client_id parameter.\",\"type\":\"OAuthException\",\"code\":1,"
                        + "\"is_transient\":false," + TRACE);
        is(
                nobody.post(
                        "/oauth/access_token",
                        "client_id",
                        "1",
                        "client_secret",
                        "x",
                        "code",
                        "x",
                        "redirect_uri",
                        "y"),
                "{\"error\":{\"message\":\"Error validating application. Cannot get application info due to a system error.\","
                        + "\"type\":\"OAuthException\",\"code\":101," + TRACE);
    }

    @Test
    @Spec({"06 §1", "06 §4.2", "03 §7", "16 §4"})
    void haveNoWordsForPeopleAboutTokens() {
        is(
                nobody.send("GET", "/me", "access_token", "THQVJ"),
                "{\"error\":{\"message\":\"Invalid OAuth access token - Cannot parse access token\",\"type\":\"OAuthException\","
                        + "\"code\":190," + TRACE);
        Api revoked = stage.api(person);
        stage.run("token", "revoke", revoked.token());
        is(
                revoked.get("/me"),
                "{\"error\":{\"message\":\"Error validating access token: This may be because the user logged out or may be due to a"
                        + " system error.\",\"type\":\"OAuthException\",\"code\":190,\"error_subcode\":467," + TRACE);
        is(
                nobody.send("GET", "/me"),
                "{\"error\":{\"message\":\"An active access token must be used to query information about the current user.\","
                        + "\"type\":\"OAuthException\",\"code\":2500," + TRACE);
        is(
                nobody.send("GET", "/17"),
                "{\"error\":{\"message\":\"An access token is required to request this resource.\",\"type\":\"OAuthException\","
                        + "\"code\":104," + TRACE);
    }

    @Test
    @Spec({"06 §6", "01 §3", "16 §4"})
    void nameTheMethodAndThePathTheyRefuse() {
        is(
                api.delete("/me/threads"),
                "{\"error\":{\"message\":\"Unsupported request - method type: delete\",\"type\":\"THApiException\",\"code\":100,"
                        + TRACE);
        is(
                api.get("/a/b/c/d"),
                "{\"error\":{\"message\":\"Unknown path components: /c/d\",\"type\":\"OAuthException\",\"code\":2500,"
                        + TRACE);
        String post = api.publish("x");
        for (String id : new String[] {post, "3843852136068678657"}) {
            is(
                    api.post("/" + id),
                    "{\"error\":{\"message\":\"Unsupported post request. Object with ID '" + id
                            + "' does not exist, cannot be loaded due to missing permissions, or does not support this operation\","
                            + "\"type\":\"THApiException\",\"code\":100,\"error_subcode\":33," + TRACE);
        }
    }

    private static void is(Answer answer, String body) {
        assertThat(answer.text().replaceAll("\"fbtrace_id\":\"A[A-Za-z0-9_-]{22}\"", "\"fbtrace_id\":\"TRACE\""))
                .isEqualTo(body);
        assertThat(answer.header("content-type")).isEqualTo("application/json; charset=UTF-8");
    }
}
