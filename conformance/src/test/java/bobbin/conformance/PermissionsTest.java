package bobbin.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a token may do is what was granted, and what is missing is said in one way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // one person is enough, and made by command
class PermissionsTest {
    private static final String MISSING = "Application does not have permission for this action";

    private final Dev dev = Dev.server();
    private final Stage stage = new Stage(dev);
    private final Dev.User person = stage.person();

    @Test
    @Spec({"02 §8.2", "06 §5", "16 §4"})
    void needsThePermissionToPublishForPublishingOnly() {
        Api all = stage.api(person);
        String container =
                all.post("/me/threads", "media_type", "TEXT", "text", "x").ok().text("/id");
        Api reader = stage.api(person, dev.app(), "threads_basic", "threads_delete");

        Answer refused =
                reader.post("/me/threads", "media_type", "TEXT", "text", "x").refused(500, 10, MISSING);
        assertThat(refused.json().at("/error").propertyNames())
                .containsExactly("message", "type", "code", "fbtrace_id");
        assertThat(refused.text("/error/type")).isEqualTo("THApiException");
        reader.post("/me/threads_publish", "creation_id", container).refused(500, 10, MISSING);
        assertThat(reader.get("/" + container, "fields", "status").ok().text("/status"))
                .isEqualTo("FINISHED");
        reader.get("/me", "fields", "username").ok();
        reader.get("/me/threads").ok();
    }

    @Test
    @Spec({"02 §8.2", "07 §7.3.2"})
    void leavesOutFieldsOfRepliesWithoutTheirPermission() {
        String post = stage.api(person).publish("x");
        String fields = "text,has_replies,is_reply,reply_audience";

        assertThat(stage.api(person)
                        .get("/" + post, "fields", fields)
                        .ok()
                        .json()
                        .propertyNames())
                .containsExactly("text", "has_replies", "is_reply", "reply_audience", "id");
        assertThat(stage.api(person, dev.app(), "threads_basic")
                        .get("/" + post, "fields", fields)
                        .ok()
                        .json()
                        .propertyNames())
                .containsExactly("text", "id");
    }

    @Test
    @Spec({"02 §8.2", "04 §18"})
    void showsEachQuotaToThosePermittedOnly() {
        Api publisher = stage.api(person, dev.app(), "threads_content_publish");
        Api moderator = stage.api(person, dev.app(), "threads_content_publish", "threads_manage_replies");
        Api others = stage.api(
                person,
                dev.app(),
                "threads_manage_replies",
                "threads_delete",
                "threads_location_tagging",
                "threads_keyword_search");

        shows(publisher, "quota_usage,config");
        hides(
                publisher,
                "reply_quota_usage",
                "reply_config",
                "delete_config",
                "location_search_config",
                "search_config");
        shows(moderator, "config,reply_quota_usage,reply_config,quota_usage");
        shows(
                others,
                "delete_quota_usage,delete_config,location_search_quota_usage,location_search_config,"
                        + "search_quota_usage,search_config");
        hides(others, "", "quota_usage", "config", "reply_quota_usage", "reply_config");
        assertThat(others.get("/me/threads_publishing_limit", "fields", "quota_usage,delete_quota_usage,reply_config")
                        .ok()
                        .text())
                .isEqualTo("{\"data\":[{\"delete_quota_usage\":0}]}");
    }

    @Test
    @Spec({"02 §6", "06 §5", "16 §3"})
    void letsTestersOnlyUseAnAppInDevelopment() {
        Dev.App app = stage.app();
        Api api = stage.api(person, app);
        stage.run("app", "set", app.id(), "--mode", "development");

        refusedAsNoTester(api.get("/me"));
        refusedAsNoTester(api.post("/me/threads", "media_type", "TEXT", "text", "x"));
        refusedAsNoTester(api.get("/access_token", "grant_type", "th_exchange_token", "client_secret", app.secret()));
        stage.run("app", "invite", app.id(), person.username(), "threads_tester");
        refusedAsNoTester(api.get("/me"));
        stage.run("app", "accept", app.id(), person.username(), "threads_tester");
        api.get("/me").ok();
        stage.run("app", "remove-role", app.id(), person.username(), "threads_tester");
        refusedAsNoTester(api.get("/me"));
    }

    @Test
    @Spec({"02 §7", "07 §7.4"})
    void readsWithStandardAccessTheirPostsOnlyWhoTestTheApp() {
        Dev.App app = stage.app();
        Dev.User author = stage.person();
        String post = stage.api(author).publish("for testers");
        stage.run("app", "invite", app.id(), person.username(), "threads_tester");
        stage.run("app", "accept", app.id(), person.username(), "threads_tester");
        Api api = stage.api(person, app);
        assertThat(api.get("/" + post).status()).isEqualTo(200);

        stage.run("app", "access", app.id(), "threads_basic", "standard");
        assertThat(api.get("/" + post).at("/error/error_subcode").asInt()).isEqualTo(33);
        stage.run("app", "invite", app.id(), author.username(), "threads_tester");
        stage.run("app", "accept", app.id(), author.username(), "threads_tester");
        api.get("/" + post).ok();
    }

    @Test
    @Spec({"01 §4", "02 §1"})
    void asksForAProofOfTheSecretWhereTheAppWantsIt() {
        Dev.App app = stage.app();
        Api api = stage.api(person, app);
        stage.run("app", "set", app.id(), "--require-proof", "true");

        api.get("/me").refused(400, 100, "API calls from the server require an appsecret_proof argument");
        api.get("/me", "appsecret_proof", Proof.hmac(app.secret(), api.token())).ok();
        String now = Long.toString(System.currentTimeMillis() / 1000);
        api.get("/me", "appsecret_proof", Proof.hmac(app.secret(), api.token() + "|" + now), "appsecret_time", now)
                .ok();
        String early = Long.toString(System.currentTimeMillis() / 1000 - 400);
        api.get("/me", "appsecret_proof", Proof.hmac(app.secret(), api.token() + "|" + early), "appsecret_time", early)
                .refused(400, 100, "Invalid appsecret_proof provided in the API argument");
    }

    private static void shows(Api api, String fields) {
        assertThat(api.get("/me/threads_publishing_limit", "fields", fields)
                        .ok()
                        .at("/data/0")
                        .propertyNames())
                .containsExactly(fields.split(",", -1));
    }

    private static void hides(Api api, String... fields) {
        for (String field : fields) {
            api.get("/me/threads_publishing_limit", "fields", field).refused(500, 10, MISSING);
        }
    }

    private static void refusedAsNoTester(Answer answer) {
        answer.refused(
                400,
                100,
                10,
                "This action requires the threads_basic permission. You must submit for app review, or your user must be"
                        + " in the list of Threads testers.");
    }
}
