package bobbin.location;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Fixture;
import bobbin.GraphClient;
import bobbin.base.Fidelity;
import bobbin.base.Scope;
import bobbin.graph.Viewer;
import bobbin.http.Request;
import bobbin.limit.Limit;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code GET /location_search} and {@code GET /{location}}: 08 §8.6, 08 §8.7, 16 §6. */
class LocationGraphTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    @TempDir
    Path folder;

    private final Atlas atlas = new Atlas(fixture);
    private final GraphClient client = client(EnumSet.allOf(Scope.class));

    @BeforeEach
    void hasPlaces() {
        atlas.places.furnish(Runnable::run);
        atlas.bring(folder, "bare|Nowhere|||-48.8767|-123.3933");
    }

    @Test
    void showsEveryFieldOfASearchUnlessAsked() {
        assertThat(search("q", "facebook headquarters").text())
                .isEqualTo("{\"data\":[{\"id\":\"" + Place.idOf("sight:facebook-headquarters")
                        + "\",\"name\":\"Facebook Headquarters\",\"address\":\"1 Hacker Way\",\"city\":\"Menlo Park\","
                        + "\"country\":\"USA\",\"latitude\":37.48375115774628,\"longitude\":-122.14892131843617,"
                        + "\"postal_code\":\"94025\"}]}");
    }

    @Test
    void leavesOutWhatIsUnknown() {
        assertThat(search("q", "nowhere").text())
                .isEqualTo("{\"data\":[{\"id\":\"" + Place.idOf("bare")
                        + "\",\"name\":\"Nowhere\",\"latitude\":-48.8767,\"longitude\":-123.3933}]}");
    }

    @Test
    void showsTheFieldsThatAreAsked() {
        assertThat(search("q", "nowhere", "fields", "name,city").text())
                .isEqualTo("{\"data\":[{\"name\":\"Nowhere\",\"id\":\"" + Place.idOf("bare") + "\"}]}");
        assertThat(search("q", "nowhere", "fields", "foo").at("/error/message"))
                .isEqualTo("Tried accessing nonexisting field (foo)");
    }

    @Test
    void takesEitherNameOfTheQuery() {
        assertThat(search("query", "nowhere").at("/data/0/name")).isEqualTo("Nowhere");
        assertThat(search("q", "nowhere", "query", "eiffel").at("/data/0/name")).isEqualTo("Nowhere");
        assertThat(search("q", " ", "query", "nowhere").at("/data/0/name")).isEqualTo("Nowhere");
    }

    @Test
    void takesAPointWithOrWithoutWords() {
        assertThat(search("latitude", "48.8584", "longitude", "2.2945").at("/data/0/name"))
                .isEqualTo("Eiffel Tower");
        assertThat(search("q", "tower", "latitude", "1e0", "longitude", "+103.").has("/data/1/name"))
                .isTrue();
        assertThat(search("latitude", "-48.8", "longitude", "-123.3").text()).isEqualTo("{\"data\":[]}");
    }

    @Test
    void takesItsParametersFromTheBodyOfAGet() {
        assertThat(client.answer(Request.of("GET", "/v1.0/location_search?access_token=t")
                                .withBody("application/x-www-form-urlencoded", "latitude=48.8584&longitude=2.2945"))
                        .at("/data/0/city"))
                .isEqualTo("Paris");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fields=id | The parameter q is required",
                "q=%20 | The parameter q is required",
                "latitude=1 | The parameter longitude is required",
                "q=x&longitude=1&latitude= | The parameter latitude is required",
                "latitude=a&longitude=1 | Param latitude must be a valid number.",
                "latitude=1&longitude=NaN | Param longitude must be a valid number.",
                "latitude=90.5&longitude=1 | Param latitude must be between -90 and 90.",
                "q=x&latitude=1&longitude=-180.01 | Param longitude must be between -180 and 180.",
                "latitude=1e999&longitude=1 | Param latitude must be between -90 and 90."
            })
    void refusesHalfAQuestionWithoutCountingIt(String query, String message) {
        GraphClient.Answer answer =
                client.answer(Request.of("GET", "/location_search?access_token=t&" + query.strip()));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/error/code")).isEqualTo("100");
        assertThat(answer.at("/error/type")).isEqualTo("THApiException");
        assertThat(answer.at("/error/message")).isEqualTo(message);
        assertThat(atlas.limits.used(atlas.ann, Limit.LOCATION_SEARCH)).isZero();
    }

    @Test
    void refusesThe501stSearchOfADay() {
        fixture.database.change(tx -> {
            for (int i = 0; i < 499; i++) {
                atlas.limits.spend(tx, atlas.demo, atlas.ann, Limit.LOCATION_SEARCH);
            }
        });
        assertThat(search("q", "x").status()).isEqualTo(200);
        GraphClient.Answer answer = search("q", "x");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text())
                .startsWith("{\"error\":{\"message\":\"Calls to this api have exceeded the rate limit.\","
                        + "\"type\":\"OAuthException\",\"code\":613,\"error_subcode\":4279002,\"is_transient\":false,"
                        + "\"error_user_title\":\"Threads API Rate Limit Exceeded\"");
        assertThat(answer.response().headers().first("Retry-After")).contains("86400");
    }

    @Test
    void showsOnePlace() {
        String id = Place.idOf("sight:facebook-headquarters").toString();

        assertThat(client.get("/" + id).text()).isEqualTo("{\"id\":\"" + id + "\"}");
        assertThat(client.get("/v1.0/" + id, "fields", "postal_code,latitude,id")
                        .text())
                .isEqualTo("{\"postal_code\":\"94025\",\"latitude\":37.48375115774628,\"id\":\"" + id + "\"}");
        assertThat(client.get("/" + id, "fields", "permalink").at("/error/message"))
                .isEqualTo("Tried accessing nonexisting field (permalink)");
    }

    @Test
    void refusesAnUnknownPlace() {
        String id = Place.idOf("missing").toString();
        GraphClient.Answer answer = client.get("/" + id);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/error/code")).isEqualTo("100");
        assertThat(answer.at("/error/error_subcode")).isEqualTo("33");
        assertThat(answer.at("/error/message"))
                .isEqualTo(
                        "Unsupported get request. Object with ID '" + id
                                + "' does not exist, cannot be loaded due to missing permissions, or does not support this operation");
    }

    @Test
    void isOnlyForThoseWhoMayTag() {
        GraphClient basic = client(Set.of(Scope.BASIC, Scope.CONTENT_PUBLISH));

        assertThat(basic.get("/location_search", "q", "paris").at("/error/code"))
                .isEqualTo("10");
        assertThat(basic.get("/" + Place.idOf("city:paris")).at("/error/code")).isEqualTo("10");
    }

    private GraphClient.Answer search(String... parameters) {
        return client.get("/location_search", parameters);
    }

    private GraphClient client(Set<Scope> scopes) {
        return new GraphClient(
                fixture.time,
                new Viewer(atlas.demo, Optional.of(atlas.ann), Optional.of(GraphClient.SCOPED_ID), scopes),
                Fidelity.META,
                new LocationGraph(atlas.places));
    }
}
