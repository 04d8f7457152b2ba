package bobbin.post;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Fixture;
import bobbin.GraphClient;
import bobbin.base.Fidelity;
import bobbin.base.Id;
import bobbin.base.Scope;
import bobbin.base.Setting;
import bobbin.graph.Viewer;
import bobbin.http.Request;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Publishing through the API (04 §2, §8, §9, §11, §15, §19). */
class PublishGraphTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final Town town = new Town(fixture);
    private final PostSettings settings = PostSettings.from(Setting::standard);
    private final PublishGraph part = new PublishGraph(
            new Publishing(fixture.database, fixture.ids, settings, new Authors(town.accounts), (_, _) -> {}),
            settings);
    private final GraphClient client = client(town.ann, town.demo, EnumSet.allOf(Scope.class));

    @Test
    void publishesInTwoSteps() {
        var made = client.post("/me/threads", "media_type", "TEXT", "text", "hello");
        String container = made.at("/id");
        var published = client.post("/me/threads_publish", "creation_id", container);

        assertThat(made.status()).isEqualTo(200);
        assertThat(made.text()).isEqualTo("{\"id\":\"" + container + "\"}");
        assertThat(published.status()).isEqualTo(200);
        assertThat(kind(published.at("/id"))).isEqualTo(Id.Kind.POST);
        assertThat(client.post("/me/threads_publish", "creation_id", container).text())
                .isEqualTo(published.text());
    }

    @Test
    void publishesInOneStep() {
        var made = client.post("/me/threads", "media_type", "text", "text", "hello", "auto_publish_text", "true");

        assertThat(made.status()).isEqualTo(200);
        assertThat(kind(made.at("/id"))).isEqualTo(Id.Kind.POST);
    }

    @Test
    void takesTheOwnIdInThePathAndNoOther() {
        assertThat(client.post("/" + GraphClient.SCOPED_ID + "/threads", "media_type", "TEXT", "text", "x")
                        .status())
                .isEqualTo(200);
        var other = client.post("/1234567890123457/threads", "media_type", "TEXT", "text", "x");

        assertMissing(other, "1234567890123457");
        assertMissing(client.post("/1234567890123457/threads_publish", "creation_id", "1"), "1234567890123457");
    }

    @Test
    void tellsTheStatusBeforeAndAfterPublishing() {
        String container = draft();

        assertThat(client.get("/" + container).text())
                .isEqualTo("{\"id\":\"" + container + "\",\"status\":\"FINISHED\"}");
        assertThat(client.get("/" + container, "fields", "status,error_message").text())
                .isEqualTo("{\"status\":\"FINISHED\",\"id\":\"" + container + "\"}");
        client.post("/me/threads_publish", "creation_id", container);
        assertThat(client.get("/" + container, "fields", "status").at("/status"))
                .isEqualTo("PUBLISHED");
    }

    @Test
    void expiresAfterADay() {
        String container = draft();
        fixture.time.pass(Duration.ofHours(24).minusSeconds(1));
        assertThat(client.get("/" + container).at("/status")).isEqualTo("FINISHED");

        fixture.time.pass(Duration.ofSeconds(2));
        assertThat(client.get("/" + container).at("/status")).isEqualTo("EXPIRED");
        assertMissing(client.post("/me/threads_publish", "creation_id", container), container);
        fixture.time.pass(Duration.ofDays(6));
        assertThat(client.get("/" + container).at("/error/error_subcode")).isEqualTo("33");
    }

    @Test
    void hidesContainersFromOthersAndOtherApps() {
        String container = draft();
        GraphClient bob = client(town.bob, town.demo, EnumSet.allOf(Scope.class));
        GraphClient otherApp = client(town.ann, fixture.ids.newOwner(Id.Kind.APP), EnumSet.allOf(Scope.class));

        for (GraphClient other : new GraphClient[] {bob, otherApp}) {
            assertMissing(other.post("/me/threads_publish", "creation_id", container), container);
            assertThat(other.get("/" + container).at("/error/message"))
                    .isEqualTo("Unsupported get request. Object with ID '" + container
                            + "' does not exist, cannot be loaded due to missing permissions, or does not support this"
                            + " operation");
        }
    }

    @Test
    void refusesPermalinkOfAContainer() {
        var answer = client.get("/" + draft(), "fields", "permalink");

        assertThat(answer.at("/error/message")).isEqualTo("Tried accessing nonexisting field (permalink)");
        assertThat(answer.at("/error/code")).isEqualTo("100");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text=x | The parameter media_type is required",
                "media_type=&text=x | The parameter media_type is required",
                "media_type=X&text=x | Param media_type must be one of {TEXT} - got \"X\".",
                "media_type=IMAGE&image_url=https://a.example/i.jpg | Param media_type must be one of {TEXT} - got \"IMAGE\".",
                "image_url=https://a.example/i.jpg | Param media_type must be one of {TEXT} - got \"IMAGE\".",
                "media_type=TEXT | The parameter text is required",
                "media_type=TEXT&text= | The parameter text is required",
                "media_type=TEXT&text=x&topic_tag=a.b | Param topic_tag contains unsupported characters.",
                "media_type=TEXT&text=x&allowlisted_country_codes=US,XX | THREADS_API__GEO_GATING_INVALID_COUNTRY_CODES:"
                        + " These are not ISO 3166-1 alpha-2 country codes: XX.",
                "media_type=TEXT&text=x&enable_reply_approvals=maybe | Param enable_reply_approvals must be a valid"
                        + " boolean."
            })
    void refusesWhatIsMissingOrWrong(String form, String message) {
        var answer = post("/me/threads", form);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/error/message")).isEqualTo(message);
        assertThat(answer.at("/error/type")).isEqualTo("THApiException");
        assertThat(answer.at("/error/code")).isEqualTo("100");
        assertThat(answer.has("/error/error_subcode")).isFalse();
    }

    @Test
    void refusesATextOf501CharactersInTheWordsThatClientsKnow() {
        var answer = client.post("/me/threads", "media_type", "TEXT", "text", "x".repeat(501));

        assertThat(answer.text())
                .startsWith("{\"error\":{\"message\":\"Param text must be at most 500 characters long.\","
                        + "\"type\":\"THApiException\",\"code\":100,\"fbtrace_id\":");
    }

    @Test
    void refusesAnInvalidLinkAttachment() {
        var answer = client.post("/me/threads", "media_type", "TEXT", "text", "x", "link_attachment", "nowhere");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text())
                .startsWith("{\"error\":{\"message\":\"Fatal\",\"type\":\"OAuthException\",\"code\":-1,"
                        + "\"error_subcode\":4279047,\"is_transient\":false,"
                        + "\"error_user_title\":\"Invalid Link Attachment\",\"error_user_msg\":"
                        + "\"The post you're trying to publish has an invalid link attachment.\",\"fbtrace_id\":");
    }

    @Test
    void refusesACombinationThatMakesNoSense() {
        var answer = client.post("/me/threads", "media_type", "TEXT", "text", "x", "is_spoiler_media", "true");

        assertThat(answer.at("/error/message")).isEqualTo("Invalid parameter");
        assertThat(answer.at("/error/error_user_title")).isEqualTo("Invalid Attachment");
        assertThat(answer.at("/error/error_user_msg"))
                .isEqualTo("is_spoiler_media and media_type TEXT cannot be used together.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reply_to_id=3843852136068678657",
                "quote_post_id=3843852136068678657",
                "location_id=1",
                "poll_attachment={\"option_a\":\"x\",\"option_b\":\"y\"}",
                "text_attachment={\"plaintext\":\"x\"}",
                "gif_attachment={\"gif_id\":\"x\"}",
                "is_ghost_post=true"
            })
    void refusesWhatWouldMakeThePostSomethingElse(String parameter) {
        var answer = post("/me/threads", "media_type=TEXT&text=x&" + parameter);

        assertThat(answer.at("/error/code")).isEqualTo("10");
        assertThat(answer.at("/error/message"))
                .isEqualTo("THREADS_API__FEATURE_NOT_AVAILABLE: This server does not take the parameter "
                        + parameter.substring(0, parameter.indexOf('=')) + ".");
    }

    @Test
    void takesTheEmptyAndUndefinedValuesOfTheSampleApp() {
        var made = post(
                "/me/threads",
                "media_type=TEXT&text=x&reply_control=&reply_to_id=undefined&link_attachment=&alt_text="
                        + "&quote_post_id=&poll_attachment=&is_ghost_post=false&topic_tag=&image_url=&children=");

        assertThat(made.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"media_type\":\"TEXT\",\"text\":\"hi\",\"text_entities\":[{\"entity_type\":\"SPOILER\",\"offset\":0,"
                        + "\"length\":1}],\"allowlisted_country_codes\":[\"US\"],\"auto_publish_text\":true}",
                "{'media_type':'TEXT','text':'hi',}"
            })
    void takesJson(String body) {
        var made = client.answer(
                Request.of("POST", "/v1.0/me/threads?access_token=t").withBody("application/json", body));

        assertThat(made.status()).isEqualTo(200);
    }

    @Test
    void ignoresAStrayObjectInTheBodyOfThePublishCall() {
        String container = draft();
        var published = client.answer(Request.of("POST", "/me/threads_publish?access_token=t&creation_id=" + container)
                .withBody("application/json", "{\"httpsAgent\":{}}"));

        assertThat(kind(published.at("/id"))).isEqualTo(Id.Kind.POST);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | The parameter creation_id is required",
                "creation_id=undefined | The parameter creation_id is required",
                "creation_id=abc | Param creation_id must be a number"
            })
    void refusesAPublishCallWithoutAContainer(String form, String message) {
        assertThat(post("/me/threads_publish", form).at("/error/message")).isEqualTo(message);
    }

    @Test
    void needsThePermissionToPublish() {
        GraphClient reader = client(town.ann, town.demo, EnumSet.of(Scope.BASIC));
        var answer = reader.post("/me/threads", "media_type", "TEXT", "text", "x");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.at("/error/code")).isEqualTo("10");
        assertThat(reader.post("/me/threads_publish", "creation_id", "1").at("/error/code"))
                .isEqualTo("10");
        assertThat(reader.get("/" + draft()).at("/status")).isEqualTo("FINISHED");
    }

    @Test
    void keepsASuspendedAccountFromPublishing() {
        String container = draft();
        town.moderation.suspend(town.ann);

        for (var answer : new GraphClient.Answer[] {
            client.post("/me/threads", "media_type", "TEXT", "text", "x"),
            client.post("/me/threads_publish", "creation_id", container)
        }) {
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.at("/error/code")).isEqualTo("368");
            assertThat(answer.at("/error/error_subcode")).isEqualTo("4279013");
            assertThat(answer.at("/error/error_user_title")).isEqualTo("User Restricted");
        }
    }

    @Test
    void keepsWhoMayNotFromLimitingPostsToCountries() {
        town.moderation.refuseGeoGating(town.ann);
        var answer = post("/me/threads", "media_type=TEXT&text=x&allowlisted_country_codes=US");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/error/code")).isEqualTo("10");
        assertThat(answer.at("/error/message")).startsWith("THREADS_API__FEATURE_NOT_AVAILABLE: ");
    }

    @Test
    void saysThatSharingToInstagramFailed() {
        String wanted = post("/me/threads", "media_type=TEXT&text=x&crossreshare_to_ig=true")
                .at("/id");
        var first = client.post("/me/threads_publish", "creation_id", wanted);
        var atOnce = post("/me/threads", "media_type=TEXT&text=x&crossreshare_to_ig=true&auto_publish_text=1");
        var atPublish = client.post("/me/threads_publish", "creation_id", draft(), "crossreshare_to_ig", "true");

        for (var answer : new GraphClient.Answer[] {first, atOnce, atPublish}) {
            assertThat(answer.at("/crossreshare_to_ig_status")).isEqualTo("FAILED");
            assertThat(kind(answer.at("/id"))).isEqualTo(Id.Kind.POST);
        }
    }

    @Test
    void needsThePermissionToShareToInstagram() {
        GraphClient publisher = client(town.ann, town.demo, EnumSet.of(Scope.BASIC, Scope.CONTENT_PUBLISH));
        var answer = publisher.post("/me/threads", "media_type", "TEXT", "text", "x", "crossreshare_to_ig", "true");

        assertThat(answer.at("/error/code")).isEqualTo("10");
    }

    private String draft() {
        return client.post("/me/threads", "media_type", "TEXT", "text", "hello").at("/id");
    }

    private GraphClient.Answer post(String path, String form) {
        return client.answer(
                Request.of("POST", path + "?access_token=t").withBody("application/x-www-form-urlencoded", form));
    }

    private GraphClient client(Id account, Id app, Set<Scope> scopes) {
        Viewer viewer = new Viewer(app, Optional.of(account), Optional.of(GraphClient.SCOPED_ID), scopes);
        return new GraphClient(fixture.time, viewer, Fidelity.META, part);
    }

    private static Id.Kind kind(String id) {
        return Id.parse(id).flatMap(Id::kind).orElseThrow();
    }

    private static void assertMissing(GraphClient.Answer answer, String id) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text())
                .startsWith(
                        "{\"error\":{\"message\":\"The requested resource does not exist\",\"type\":\"OAuthException\","
                                + "\"code\":24,\"error_subcode\":4279009,\"is_transient\":false,"
                                + "\"error_user_title\":\"Media Not Found\","
                                + "\"error_user_msg\":\"The media with id " + id
                                + " cannot be found.\",\"fbtrace_id\":");
    }
}
