package bobbin.post;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Fixture;
import bobbin.GraphClient;
import bobbin.base.Fidelity;
import bobbin.base.Id;
import bobbin.base.Scope;
import bobbin.graph.Viewer;
import bobbin.http.Request;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What publishing through the API refuses, and in which words (04 §3, §9, §19; 06 §4.1). */
class PublishRefusalsTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final Town town = new Town(fixture);
    private final PublishGraph part = town.publishGraph();
    private final GraphClient client = client(town.ann, town.demo, EnumSet.allOf(Scope.class));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text=x | The parameter media_type is required",
                "media_type=&text=x | The parameter media_type is required",
                "media_type=X&text=x | Param media_type must be one of {TEXT, IMAGE, VIDEO, CAROUSEL} - got \"X\".",
                "media_type=REPOST&text=x | Param media_type must be one of {TEXT, IMAGE, VIDEO, CAROUSEL} - got \"REPOST\".",
                "media_type=IMAGE | The parameter image_url is required",
                "media_type=VIDEO&image_url=x | The parameter video_url is required",
                "media_type=IMAGE&image_url=pic.jpg | Param image_url is not a valid URI.",
                "video_url=ftp://a.example/v.mp4 | Param video_url is not a valid URI.",
                "media_type=CAROUSEL | The parameter children is required",
                "children=1 | Param children must contain between 2 and 20 media containers.",
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

    @Test
    void refusesToAnswerWhatIsNotThere() {
        var answer = post("/me/threads", "media_type=TEXT&text=x&reply_to_id=3843852136068678657");

        assertThat(answer.at("/error/code")).isEqualTo("100");
        assertThat(answer.at("/error/message")).isEqualTo("Param reply_to_id is not a valid threads_media ID");
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
}
