package bobbin.insight;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Fixture;
import bobbin.GraphClient;
import bobbin.account.AccountEvents;
import bobbin.account.AccountSettings;
import bobbin.account.Departures;
import bobbin.account.Details;
import bobbin.base.Id;
import bobbin.base.Setting;
import bobbin.http.Request;
import bobbin.work.Jobs;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who follows somebody: 11 §11.2, Shape 4. */
class DemographicsTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final Scale scale = new Scale(fixture);
    private final Id ann = scale.town.ann();
    private final Id bob = scale.town.bob();
    private final GraphClient client = scale.client(ann);

    /** 11 §11.4 check 7. */
    @Test
    void describesFollowersOnceThereAreEnough() {
        assertThat(message("/me/threads_insights", "metric", "follower_demographics"))
                .isEqualTo("The parameter breakdown is required");
        assertThat(message("/me/threads_insights", "metric", "follower_demographics", "breakdown", "age,gender"))
                .isEqualTo("Param breakdown must be one of {country, city, age, gender} - got \"age,gender\".");
        follow("one", "F", 20, "FR", "Paris, France");
        follow("two", "M", 17, "DE", "Berlin, Germany");
        assertThat(demographics("age"))
                .startsWith("{\"data\":[{\"name\":\"followers_count\"")
                .doesNotContain("\"name\":\"follower_demographics\"");

        follow("three", "U", 65, "FR", "Paris, France");
        scale.relations.follow(bob, ann);
        assertThat(demographics("age"))
                .contains("\"total_value\":{\"value\":4}")
                .contains("\"name\":\"follower_demographics\",\"period\":\"day\",\"title\":\"follower_demographics\"")
                .contains("\"total_value\":{\"breakdowns\":[{\"dimension_keys\":[\"age\"],\"results\":["
                        + "{\"dimension_values\":[\"13-17\"],\"value\":1},{\"dimension_values\":[\"18-24\"],\"value\":1},"
                        + "{\"dimension_values\":[\"65+\"],\"value\":1}]}]}");
        assertThat(demographics("gender"))
                .contains("{\"dimension_values\":[\"F\"],\"value\":1},{\"dimension_values\":[\"M\"],\"value\":1},"
                        + "{\"dimension_values\":[\"U\"],\"value\":2}");
        assertThat(demographics("country"))
                .contains("{\"dimension_values\":[\"FR\"],\"value\":2},{\"dimension_values\":[\"DE\"],\"value\":1}]");
        assertThat(demographics("city")).contains("{\"dimension_values\":[\"Paris, France\"],\"value\":2}");
    }

    /** 00 decision 4. */
    @Test
    void areLeftOutAmongOthersIfItIsNotClearByWhat() {
        List.of("one", "two", "three").forEach(each -> follow(each, "U", 20, "FR", "Paris, France"));
        for (String breakdown : List.of("", "age,gender", "[\"age\",\"gender\"]", "age&breakdown=gender")) {
            var answer = client.answer(Request.of(
                    "GET",
                    "/me/threads_insights?access_token=t&metric=follower_demographics,likes&breakdown=" + breakdown));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.at("/data/0/name")).isEqualTo("likes");
            assertThat(answer.has("/data/1")).isFalse();
        }
        assertThat(message("/me/threads_insights", "metric", "follower_demographics,likes", "breakdown", "shoes"))
                .isEqualTo("Param breakdown must be one of {country, city, age, gender} - got \"shoes\".");
        assertThat(message("/me/threads_insights", "metric", "follower_demographics,follower_demographics"))
                .isEqualTo("The parameter breakdown is required");
    }

    /** 11 §11.4 check 7: with as many as the original wants. */
    @Test
    void wantsAHundredFollowers() {
        assertThat(new InsightSettings(false, 100)).isEqualTo(InsightSettings.from(Setting::standard));
        Scale strict = scale.with(new InsightSettings(false, 100), Scale.PACIFIC);
        for (int i = 1; i < 100; i++) {
            strict.relations.follow(strict.town.person("fan" + i), ann);
        }
        GraphClient hers = strict.client(ann);
        String path = "/me/threads_insights";
        assertThat(hers.get(path, "metric", "follower_demographics,likes", "breakdown", "gender")
                        .at("/data/0/name"))
                .isEqualTo("likes");

        Id last = strict.town.person("fan100");
        strict.relations.follow(last, ann);
        var enough = hers.get(path, "metric", "follower_demographics,likes", "breakdown", "gender");
        assertThat(enough.at("/data/0/name")).isEqualTo("follower_demographics");
        assertThat(enough.at("/data/0/total_value/breakdowns/0/results/0/value"))
                .isEqualTo("100");
        AccountSettings settings = AccountSettings.from(Setting::standard);
        new Departures(fixture.database, new Jobs(fixture.ids), settings, new AccountEvents() {}).deactivate(last);
        assertThat(hers.get(path, "metric", "follower_demographics", "breakdown", "gender")
                        .text())
                .startsWith("{\"data\":[]");
    }

    /** 11 §11.2, Shape 4: places by how many they are, at most 45 of them. */
    @Test
    void listsNoMoreThanFortyFivePlaces() {
        List<String> cities =
                IntStream.range(0, 50).mapToObj(i -> "City %02d".formatted(i)).toList();
        cities.forEach(city -> follow("of" + city.substring(5), "U", 20, "FR", city));
        follow("another", "U", 20, "FR", "City 49");
        var answer = client.get("/me/threads_insights", "metric", "follower_demographics", "breakdown", "city");

        assertThat(answer.at("/data/0/total_value/breakdowns/0/results/0/dimension_values/0"))
                .isEqualTo("City 49");
        assertThat(answer.at("/data/0/total_value/breakdowns/0/results/1/dimension_values/0"))
                .isEqualTo("City 00");
        assertThat(answer.has("/data/0/total_value/breakdowns/0/results/44")).isTrue();
        assertThat(answer.has("/data/0/total_value/breakdowns/0/results/45")).isFalse();
    }

    private void follow(String name, String gender, int age, String country, String city) {
        Id person = scale.town.person(name);
        LocalDate born = LocalDate.ofInstant(fixture.time.instant(), ZoneId.of("UTC"))
                .minusYears(age)
                .minusDays(9);
        scale.town.accounts.editDetails(person, Details.read(born.toString(), gender, country, city, "", ""));
        scale.relations.follow(person, ann);
    }

    private String demographics(String breakdown) {
        return client.get(
                        "/me/threads_insights",
                        "metric",
                        "followers_count,follower_demographics",
                        "breakdown",
                        breakdown)
                .text();
    }

    private String message(String path, String... parameters) {
        return client.get(path, parameters).at("/error/message");
    }
}
