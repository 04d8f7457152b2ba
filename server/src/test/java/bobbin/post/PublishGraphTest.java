package bobbin.post;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Fixture;
import bobbin.GraphClient;
import bobbin.base.Fidelity;
import bobbin.base.Id;
import bobbin.base.Scope;
import bobbin.graph.Viewer;
import bobbin.http.Request;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Publishing through the API (04 §2, §8, §9, §11, §15, §19). */
class PublishGraphTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final Town town = new Town(fixture);
    private final PublishGraph part = town.publishGraph();
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
