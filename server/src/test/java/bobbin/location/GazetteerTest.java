package bobbin.location;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The places that every Bobbin has: what can be known of their coordinates without a map (08 §8.6). */
class GazetteerTest {
    /** In kilometres: the Great Wall is the farthest from the city whose sight it is. */
    private static final double FARTHEST = 65;

    private final List<Place> places = Gazetteer.places();

    @Test
    void laysSightsNearTheirCities() {
        Map<String, Point> cities = places.stream()
                .filter(place -> place.key().startsWith("city:"))
                .collect(Collectors.toMap(GazetteerTest::city, Place::point));
        Map<Place, Point> sights = new HashMap<>();
        places.stream()
                .filter(place -> place.key().startsWith("sight:"))
                .forEach(sight ->
                        Optional.ofNullable(cities.get(city(sight))).ifPresent(city -> sights.put(sight, city)));

        assertThat(sights)
                .hasSizeGreaterThan(120)
                .allSatisfy((sight, city) ->
                        assertThat(kilometres(sight.point(), city)).isLessThan(FARTHEST));
    }

    @Test
    void tellsPlacesApart() {
        assertThat(places).hasSizeGreaterThan(500);
        assertThat(places).extracting(Place::key).doesNotHaveDuplicates();
        assertThat(places).extracting(Place::id).doesNotHaveDuplicates();
    }

    @Test
    void knowsWhereTheExamplesOfTheDocumentationLie() {
        assertThat(places)
                .filteredOn(place -> place.city().filter("Menlo Park"::equals).isPresent())
                .hasSize(2)
                .allSatisfy(place -> assertThat(kilometres(place.point(), new Point(37.46, -122.17)))
                        .isLessThan(5));
    }

    private static String city(Place place) {
        return place.city().orElse("") + ", " + place.country().orElse("");
    }

    private static double kilometres(Point a, Point b) {
        double north = Math.toRadians(a.latitude() - b.latitude());
        double east = Math.toRadians(a.longitude() - b.longitude()) * Math.cos(Math.toRadians(a.latitude()));
        return Math.hypot(north, east) * 6371;
    }
}
