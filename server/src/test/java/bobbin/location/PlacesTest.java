package bobbin.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bobbin.Fixture;
import bobbin.app.Actor;
import bobbin.base.Id;
import bobbin.base.Refusal;
import bobbin.base.Scope;
import bobbin.base.Window;
import bobbin.limit.Limit;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Searching places: 08 §8.6. */
class PlacesTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    @TempDir
    Path folder;

    private final Atlas atlas = new Atlas(fixture);

    @Test
    void findsWhatHasAllWordsInNameAddressOrCity() {
        bring("a|Harbour Library|2 Quay Street|Galway|53.27|-9.05", "b|Town Library|1 Main Street|Galway|53.28|-9.05");

        assertThat(atlas.search("library")).containsExactlyInAnyOrder("a", "b");
        assertThat(atlas.search("library harbour")).containsExactly("a");
        assertThat(atlas.search("quay galway")).containsExactly("a");
        assertThat(atlas.search("Library, Main Street!")).containsExactly("b");
        assertThat(atlas.search("harbour main")).isEmpty();
        assertThat(atlas.search("1")).containsExactly("b");
    }

    @Test
    void knowsNeitherCaseNorAccentsNorApostrophes() {
        bring(
                "a|Café Łódź|||51|19",
                "b|King's Cross|||51|0",
                "c|Düsseldorf Straße|||51|7",
                "d|東京タワー|||35|139",
                "e|İzmir|||38|27",
                "f|ﬁnal Ｓｔｏｐ|||1|1");

        assertThat(atlas.search("CAFE lodz")).containsExactly("a");
        assertThat(atlas.search("Kings cross")).containsExactly("b");
        assertThat(atlas.search("king’s cross")).containsExactly("b");
        assertThat(atlas.search("dusseldorf strasse")).containsExactly("c");
        assertThat(atlas.search("東京")).containsExactly("d");
        assertThat(atlas.search("izmir")).containsExactly("e");
        assertThat(atlas.search("final stop")).containsExactly("f");
    }

    @Test
    void takesTheLastWordForTheBeginningOfOne() {
        bring("a|Menlo Park|||37|-122", "b|Menlo Parkway|||37|-122", "c|Park Menlo|||37|-122");

        assertThat(atlas.search("menlo par")).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(atlas.search("men park")).isEmpty();
        assertThat(atlas.search("menlo park")).endsWith("b");
        assertThat(atlas.search("p")).as("too short to begin a word").isEmpty();
    }

    @Test
    void ranksByHowMuchOfTheNameIsTold() {
        bring(
                "whole|Paris|||48|2",
                "half|Paris Bar|||52|13",
                "third|Little Paris Hotel|||1|1",
                "city|Louvre||Paris|48|2",
                "address|Book Shop|9 Paris Road|Oxford|51|-1",
                "begun|Parisian|||3|3");

        assertThat(atlas.search("paris"))
                .startsWith("whole")
                .contains("half", "begun")
                .endsWith("third", "city", "address");
    }

    @Test
    void ranksByDistanceWhatIsToldAsMuch() {
        bring(
                "berlin|Cinema|||52.52|13.40",
                "perth|Cinema|||-31.95|115.86",
                "fiji|Cinema|||-18|178",
                "x|Old Cinema|||0|0");

        assertThat(atlas.search("cinema", 50, 10)).containsExactly("berlin", "perth", "fiji", "x");
        assertThat(atlas.search("cinema", -18, -179)).containsExactly("fiji", "perth", "berlin", "x");
        assertThat(atlas.search("cinema", 0, 0)).as("words count more").endsWith("x");
    }

    @Test
    void findsWhatIsWithinFiveKilometresNearestFirst() {
        bring(
                "here|Here|||52.5200|13.4050",
                "far|Far|||52.5645|13.4050",
                "near|Near|||52.5250|13.4050",
                "beyond|Beyond|||52.5655|13.4050",
                "corner|Corner|||52.5560|13.4640");

        assertThat(atlas.near(52.52, 13.405)).containsExactly("here", "near", "far");
    }

    @Test
    void looksAcrossTheDateLineAndAtThePoles() {
        bring(
                "east|East|||-16.8|179.99",
                "west|West|||-16.8|-179.98",
                "pole|Pole|||90|0",
                "by pole|By the pole|||89.99|-120",
                "south|South Pole|||-90|45");

        assertThat(atlas.near(-16.8, 180)).containsExactly("east", "west");
        assertThat(atlas.near(-16.8, -180)).containsExactly("east", "west");
        assertThat(atlas.near(89.995, 60)).containsExactly("pole", "by pole");
        assertThat(atlas.near(-90, -170)).containsExactly("south");
    }

    @Test
    void findsTwentyFiveAtMostAndTheNearestOfThose() {
        bring(IntStream.range(0, 60)
                .mapToObj(n -> n + "|Stand " + n + "|||10|" + (20 + n / 10_000.0))
                .toArray(String[]::new));

        assertThat(atlas.search("stand")).hasSize(25);
        assertThat(atlas.near(10, 20))
                .containsExactlyElementsOf(
                        IntStream.range(0, 25).mapToObj(Integer::toString).toList());
        assertThat(atlas.search("stand", 10, 20)).isEqualTo(atlas.near(10, 20));
    }

    @Test
    void findsNothingForWhatIsNoWord() {
        bring("a|A|||1|1");

        assertThat(atlas.search("!?")).isEmpty();
        assertThat(atlas.search("%")).isEmpty();
        assertThat(atlas.search("' or 1=1 --")).isEmpty();
        assertThat(atlas.search("a ".repeat(5000))).containsExactly("a");
    }

    @Test
    void countsEverySearchWhateverItFinds() {
        atlas.search("nothing");
        atlas.near(1, 1);
        assertThat(used()).isEqualTo(2);

        atlas.limits.give(atlas.ann, Limit.LOCATION_SEARCH, Optional.of(2));
        assertThatThrownBy(() -> atlas.search("third"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem().code()).isEqualTo(613));
        assertThat(used()).isEqualTo(2);
    }

    @Test
    void searchesForMenloParkWithStandardAccessWhateverIsAsked() {
        bring("a|Menlo Park|||37|-122", "b|Berlin|||52|13");
        atlas.permissions.withdraw(Actor.OPERATOR, atlas.demo, Scope.LOCATION_TAGGING);

        assertThat(atlas.search("Berlin")).containsExactly("a");
        assertThat(atlas.near(52, 13)).containsExactly("a");
        atlas.permissions.approve(Actor.OPERATOR, atlas.demo, Scope.LOCATION_TAGGING);
        assertThat(atlas.search("Berlin")).containsExactly("b");
    }

    @Test
    void changesAPlaceThatIsBroughtAgain() {
        bring("a|Old Name|||1|1", "b|Other|||2|2");
        assertThat(atlas.search("old")).containsExactly("a");
        Id id = atlas.places.show("a").id();

        bring("a|New Name|||1|1", "c|Third|||3|3");

        assertThat(atlas.search("old")).isEmpty();
        assertThat(atlas.search("new")).containsExactly("a");
        assertThat(atlas.places.find(id).orElseThrow().name()).isEqualTo("New Name");
        assertThat(atlas.places.all(List.of(id, Place.idOf("b"), Place.idOf("missing"))))
                .containsOnlyKeys(id, Place.idOf("b"));
    }

    @Test
    void takesTheLastOfTwoRowsAboutOnePlace() {
        bring("a|First|||1|1", "a|Second|||1|1");

        assertThat(atlas.places.show("a").name()).isEqualTo("Second");
        assertThat(atlas.search("first")).isEmpty();
    }

    @Test
    void hasMenloParkFromTheStart() {
        atlas.places.furnish(Runnable::run);

        assertThat(atlas.search("menlo park")).containsExactly("city:menlo-park", "sight:facebook-headquarters");
        assertThat(atlas.places.show("sight:facebook-headquarters"))
                .isEqualTo(new Place(
                        "sight:facebook-headquarters",
                        "Facebook Headquarters",
                        Optional.of("1 Hacker Way"),
                        Optional.of("Menlo Park"),
                        Optional.of("USA"),
                        Optional.of("94025"),
                        new Point(37.48375115774628, -122.14892131843617)));
    }

    @Test
    void keepsAtTheNextStartWhatTheOperatorChanged() {
        atlas.places.furnish(Runnable::run);
        bring("city:paris|Paname||Paris|48.8|2.3");

        atlas.places.furnish(Runnable::run);

        assertThat(atlas.places.show("city:paris").name()).isEqualTo("Paname");
        assertThat(Gazetteer.places())
                .extracting(Place::id)
                .doesNotHaveDuplicates()
                .hasSizeBetween(300, 1000);
    }

    @Test
    void listsPlacesForTheOperator() {
        bring("a|A|||1|1", "b|B|||1|1");

        assertThat(atlas.places.list(Window.newest(1)).items()).hasSize(1);
        assertThat(atlas.places.having("b", 10)).extracting(Place::key).containsExactly("b");
        assertThat(used()).isZero();
        assertThat(atlas.places.show(Place.idOf("a").toString()).key()).isEqualTo("a");
        assertThatThrownBy(() -> atlas.places.show("nowhere")).isInstanceOf(Refusal.class);
    }

    private int used() {
        return atlas.limits.used(atlas.ann, Limit.LOCATION_SEARCH);
    }

    private void bring(String... rows) {
        atlas.bring(folder, rows);
    }
}
