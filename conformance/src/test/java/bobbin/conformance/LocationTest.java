package bobbin.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Finding places, and tagging posts with them. */
class LocationTest {
    /** The example of 16 §6.8, without its id. */
    private static final String HEADQUARTERS = "\"name\":\"Facebook Headquarters\",\"address\":\"1 Hacker Way\","
            + "\"city\":\"Menlo Park\",\"country\":\"USA\",\"latitude\":37.48375115774628,"
            + "\"longitude\":-122.14892131843617,\"postal_code\":\"94025\"";

    private final Dev dev = Dev.server();
    private final Api ann = dev.as("ann");

    @Test
    @Spec(
            value = {"08 §8.6", "08 §8.9", "16 §10"},
            edges = "GET /location_search")
    void findsPlacesByTheirWords() {
        Answer found =
                ann.get("/v1.0/location_search", "q", "facebook headquarters").ok();
        assertThat(found.text())
                .isEqualTo("{\"data\":[{\"id\":\"" + found.text("/data/0/id") + "\"," + HEADQUARTERS + "}]}");
        assertThat(found.text("/data/0/id")).matches("\\d{19}");

        Answer park = ann.get("/location_search", "query", "Menlo Park", "fields", "name,city")
                .ok();
        assertThat(park.at("/data").size()).isEqualTo(2);
        assertThat(park.text("/data/0/name")).isEqualTo("Menlo Park");
        assertThat(park.json().at("/data/1").propertyNames()).containsExactly("name", "city", "id");
        assertThat(ann.get("/location_search", "q", "zurich", "query", "oslo").text("/data/0/name"))
                .isEqualTo("Zürich");
        assertThat(ann.get("/location_search", "q", "nowhere at all").ok().text())
                .isEqualTo("{\"data\":[]}");
    }

    @Test
    @Spec({"08 §8.6", "07 §7.1"})
    void findsPlacesNearAPoint() {
        assertThat(ann.get("/location_search", "latitude", "48.8584", "longitude", "2.2945", "fields", "name")
                        .ok()
                        .text("/data/0/name"))
                .isEqualTo("Eiffel Tower");
        assertThat(ann.get("/location_search", "q", "tower", "latitude", "35.66", "longitude", "139.75")
                        .ok()
                        .text("/data/0/city"))
                .isEqualTo("Tokyo");
        Answer body = ann.send(ann.request("/location_search?access_token=" + ann.token())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method("GET", BodyPublishers.ofString("latitude=48.8584&longitude=2.2945")));
        assertThat(body.ok().text("/data/0/city")).isEqualTo("Paris");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | '' | '' | The parameter q is required",
                "x | 1 | '' | The parameter longitude is required",
                "'' | '' | 1 | The parameter latitude is required",
                "'' | a | 1 | Param latitude must be a valid number.",
                "'' | 1 | 181 | Param longitude must be between -180 and 180."
            })
    @Spec({"08 §8.6", "08 §8.9", "06 §7"})
    void refusesHalfAQuestion(String q, String latitude, String longitude, String message) {
        ann.get("/location_search", "q", q, "latitude", latitude, "longitude", longitude)
                .refused(400, 100, message);
    }

    @Test
    @Spec({"05 §2", "04 §18", "08 §8.6"})
    void countsSearches() {
        Api eve = dev.as("eve");
        int before = used(eve);
        eve.get("/location_search", "q", "nowhere at all").ok();
        eve.get("/location_search", "latitude", "1").refused(400, 100, "The parameter longitude is required");
        assertThat(used(eve)).isEqualTo(before + 1);
        assertThat(eve.get("/me/threads_publishing_limit", "fields", "location_search_config")
                        .ok()
                        .text())
                .isEqualTo("{\"data\":[{\"location_search_config\":{\"quota_total\":500,\"quota_duration\":86400}}]}");
    }

    @Test
    @Spec(
            value = {"08 §8.7", "06 §6"},
            edges = "GET /{location}")
    void showsAPlace() {
        String id = headquarters();
        assertThat(ann.get("/" + id).ok().text()).isEqualTo("{\"id\":\"" + id + "\"}");
        assertThat(ann.get("/" + id, "fields", "id,name,address,city,country,latitude,longitude,postal_code")
                        .ok()
                        .text())
                .isEqualTo("{\"id\":\"" + id + "\"," + HEADQUARTERS + "}");
        ann.get("/" + id, "fields", "text").refused(500, 100, "Tried accessing nonexisting field (text)");
        String missing = Long.toString(Long.parseLong(id) ^ 1);
        ann.get("/" + missing)
                .refused(
                        400,
                        100,
                        33,
                        "Unsupported get request. Object with ID '" + missing
                                + "' does not exist, cannot be loaded due to missing permissions, or does not support this operation");
    }

    @Test
    @Spec({"04 §5.6", "07 §7.3", "07 §7.6.2", "16 §6"})
    void tagsAPost() {
        String id = headquarters();
        String post = ann.publish("Here I am", "location_id", id);

        assertThat(ann.get("/" + post, "fields", "location_id,location").ok().text())
                .isEqualTo("{\"location_id\":\"" + id + "\",\"location\":{\"id\":\"" + id + "\"," + HEADQUARTERS
                        + "},\"id\":\"" + post + "\"}");
        assertThat(ann.get("/me/threads", "fields", "location{name,city}", "limit", "1")
                        .ok()
                        .text())
                .startsWith("{\"data\":[{\"location\":{\"name\":\"Facebook Headquarters\",\"city\":\"Menlo Park\"},");
        assertThat(dev.as("bob").get("/" + post, "fields", "location{city}").text("/location/city"))
                .isEqualTo("Menlo Park");
        assertThat(ann.get("/" + ann.publish("Somewhere", "location_id", ""), "fields", "location_id,location")
                        .ok()
                        .has("/location"))
                .isFalse();
        for (String wrong : new String[] {"12345", "abc", post, Long.toString(Long.parseLong(id) ^ 1)}) {
            ann.post("/me/threads", "media_type", "TEXT", "text", "x", "location_id", wrong)
                    .refused(400, 100, "Param location_id is not a valid location ID");
        }
    }

    private String headquarters() {
        return ann.get("/location_search", "q", "facebook headquarters").ok().text("/data/0/id");
    }

    private static int used(Api who) {
        return who.get("/me/threads_publishing_limit", "fields", "location_search_quota_usage")
                .ok()
                .at("/data/0/location_search_quota_usage")
                .asInt();
    }
}
