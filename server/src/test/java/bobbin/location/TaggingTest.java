package bobbin.location;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Fixture;
import bobbin.GraphClient;
import bobbin.base.Fidelity;
import bobbin.base.Id;
import bobbin.base.Scope;
import bobbin.base.Setting;
import bobbin.graph.Viewer;
import bobbin.http.HttpSettings;
import bobbin.http.PublicUrls;
import bobbin.limit.LimitSettings;
import bobbin.limit.Limits;
import bobbin.post.PostEvents;
import bobbin.post.PostFields;
import bobbin.post.PostGraph;
import bobbin.post.PostVotes;
import bobbin.post.PublishGraph;
import bobbin.post.Town;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Posts that say where they were written: 04 §5.6, 07 §7.3, 07 §7.6.2. */
class TaggingTest {
    private static final Id HEADQUARTERS = Place.idOf("sight:facebook-headquarters");

    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final Town town = new Town(fixture);
    private final Places places = new Places(
            fixture.database,
            new Limits(fixture.database, fixture.ids, LimitSettings.from(Setting::standard)),
            town.policy);
    private final GraphClient ann = client(EnumSet.allOf(Scope.class));

    @BeforeEach
    void hasPlaces() {
        places.furnish(Runnable::run);
    }

    @Test
    void showsWhereAPostWasWritten() {
        String post = publish("location_id", HEADQUARTERS.toString());

        assertThat(ann.get("/" + post, "fields", "location_id,location").text())
                .isEqualTo("{\"location_id\":\"" + HEADQUARTERS + "\",\"location\":{\"id\":\"" + HEADQUARTERS
                        + "\",\"name\":\"Facebook Headquarters\",\"address\":\"1 Hacker Way\",\"city\":\"Menlo Park\","
                        + "\"country\":\"USA\",\"latitude\":37.48375115774628,\"longitude\":-122.14892131843617,"
                        + "\"postal_code\":\"94025\"},\"id\":\"" + post + "\"}");
    }

    @Test
    void showsPartsOfAPlaceInLists() {
        publish("location_id", HEADQUARTERS.toString());
        publish("location_id", "undefined");

        var list = ann.get("/me/threads", "fields", "location{city,id,address},location_id");

        assertThat(list.has("/data/0/location")).isFalse();
        assertThat(list.has("/data/0/location_id")).isFalse();
        assertThat(list.text())
                .contains("{\"location\":{\"city\":\"Menlo Park\",\"id\":\"" + HEADQUARTERS
                        + "\",\"address\":\"1 Hacker Way\"},\"location_id\":\"" + HEADQUARTERS + "\",");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "abc", "3843852136068678657", "7712330060700277506", "99999999999999999999"})
    void refusesAPlaceThatDoesNotExist(String id) {
        var answer = ann.post("/me/threads", "media_type", "TEXT", "text", "x", "location_id", id);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/error/code")).isEqualTo("100");
        assertThat(answer.at("/error/message")).isEqualTo("Param location_id is not a valid location ID");
    }

    @Test
    void wantsThePermissionToTag() {
        GraphClient publisher = client(Set.of(Scope.BASIC, Scope.CONTENT_PUBLISH));

        var answer = publisher.post("/me/threads", "text", "x", "location_id", HEADQUARTERS.toString());

        assertThat(answer.at("/error/code")).isEqualTo("10");
        assertThat(answer.at("/error/message")).isEqualTo("Application does not have permission for this action");
        assertThat(publisher
                        .post("/me/threads", "media_type", "TEXT", "text", "x", "location_id", "")
                        .status())
                .isEqualTo(200);
    }

    private String publish(String... more) {
        return ann.post("/me/threads", join(more, "media_type", "TEXT", "text", "x", "auto_publish_text", "true"))
                .at("/id");
    }

    private static String[] join(String[] first, String... second) {
        String[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private GraphClient client(Set<Scope> scopes) {
        PublicUrls urls = new PublicUrls(HttpSettings.from(Setting::standard));
        LocationGraph shown = new LocationGraph(places);
        return new GraphClient(
                fixture.time,
                new Viewer(town.demo, Optional.of(town.ann), Optional.of(GraphClient.SCOPED_ID), scopes),
                Fidelity.FRIENDLY,
                new PublishGraph(
                        town.publishing(Town.SETTINGS, new Tagging(places), new PostEvents() {}),
                        town.reposts(),
                        town.deletions(),
                        Town.SETTINGS),
                new PostGraph(
                        town.posts(),
                        new PostFields(town.posts(), town.accounts, shown, PostVotes.NONE, Town.SETTINGS, urls)),
                shown);
    }
}
