package bobbin.insight;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Fixture;
import bobbin.GraphClient;
import bobbin.account.Details;
import bobbin.base.Id;
import bobbin.base.Scope;
import bobbin.http.Request;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code GET /{user}/threads_insights}: 11 §11.2, 11 §11.3. */
class UserInsightsTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final Scale scale = new Scale(fixture);
    private final Id ann = scale.town.ann();
    private final Id bob = scale.town.bob();
    private final GraphClient client = scale.client(ann);

    /** The words that clients show. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            views                 | The number of times your profile was viewed.
            likes                 | The number of likes on your posts.
            replies               | The number of replies on your posts.
            reposts               | The number of times your posts were reposted.
            quotes                | The number of times your posts were quoted.
            clicks                | The number of times users clicked on a link.
            followers_count       | This is your total number of followers on Threads.
            follower_demographics | The demographic characteristics of followers, including countries, cities and gender \
            distribution.
            """)
    void namesEachMetricAsTheOriginalDoes(String name, String words) {
        List.of("one", "two", "three").forEach(each -> follow(each, "U", 20, "FR", "Paris, France"));
        var answer = client.get("/me/threads_insights", "metric", name, "breakdown", "age");

        assertThat(answer.at("/data/0/name")).isEqualTo(name);
        assertThat(answer.at("/data/0/title")).isEqualTo(name);
        assertThat(answer.at("/data/0/description")).isEqualTo(words);
        assertThat(answer.at("/data/0/period")).isEqualTo("day");
        assertThat(answer.at("/data/0/id")).isEqualTo(GraphClient.SCOPED_ID + "/insights/" + name + "/day");
    }

    /** 11 §11.4 check 1. */
    @Test
    void answersInTheOrderOfTheQuestionAndOnce() {
        var answer = client.get("/me/threads_insights", "metric", "quotes,likes,views,likes,quotes");

        assertThat(answer.at("/data/0/name")).isEqualTo("quotes");
        assertThat(answer.at("/data/1/name")).isEqualTo("likes");
        assertThat(answer.at("/data/2/name")).isEqualTo("views");
        assertThat(answer.has("/data/3")).isFalse();
    }

    @Test
    void refusesWhatItCannotCount() {
        assertThat(message("/me/threads_insights")).isEqualTo("The parameter metric is required");
        assertThat(message("/me/threads_insights", "metric", "foo"))
                .isEqualTo("Param metric[0] must be one of {views, likes, replies, reposts, quotes, clicks,"
                        + " followers_count, follower_demographics} - got \"foo\".");
        assertThat(message("/me/threads_insights", "metric", "likes", "since", "1712991599"))
                .isEqualTo("Param since must be greater than or equal to 1712991600.");
        assertThat(message("/me/threads_insights", "metric", "likes", "until", "1712991599"))
                .isEqualTo("Param until must be greater than or equal to 1712991600.");
        assertThat(message("/me/threads_insights", "metric", "likes", "since", "1720641266", "until", "1720641265"))
                .isEqualTo("Param since must be less than until.");
        assertThat(message("/me/threads_insights", "metric", "likes", "since", "soon"))
                .isEqualTo("Param since must be a valid timestamp.");
        assertThat(client.get("/" + bob + "/threads_insights", "metric", "likes")
                        .at("/error/error_subcode"))
                .isEqualTo("33");
    }

    @Test
    void isOnlyForThoseWhoMayManageInsights() {
        GraphClient basic = scale.client(ann, Set.of(Scope.BASIC));
        assertThat(basic.get("/me/threads_insights", "metric", "views").at("/error/code"))
                .isEqualTo("10");
    }

    /** 11 §11.4 checks 4 and 5, with the figures that were captured. */
    @Test
    void givesADayForEachDayThatTheRangeTouches() {
        var answer =
                client.get("/me/threads_insights", "metric", "views", "since", "1719792000", "until", "1721779200");

        assertThat(answer.at("/data/0/values/0/end_time")).isEqualTo("2024-06-30T07:00:00+0000");
        assertThat(answer.at("/data/0/values/23/end_time")).isEqualTo("2024-07-23T07:00:00+0000");
        assertThat(answer.has("/data/0/values/24")).isFalse();
        assertThat(answer.text())
                .contains("&metric=views&since=1717804799&until=1719791999\"")
                .contains("&metric=views&since=1721779201&until=1723766401\"");
    }

    @Test
    void asksForTheLastDayIfNothingIsSaid() {
        fixture.time.set(Instant.ofEpochSecond(1720727666));
        var answer = client.get("/me/threads_insights", "metric", "views,likes", "breakdown", "age");

        assertThat(answer.text())
                .startsWith("{\"data\":[{\"name\":\"views\",\"period\":\"day\",\"values\":["
                        + "{\"value\":0,\"end_time\":\"2024-07-10T07:00:00+0000\"},"
                        + "{\"value\":0,\"end_time\":\"2024-07-11T07:00:00+0000\"}],\"title\":\"views\","
                        + "\"description\":\"The number of times your profile was viewed.\",\"id\":\""
                        + GraphClient.SCOPED_ID + "/insights/views/day\"},{\"name\":\"likes\",\"period\":\"day\","
                        + "\"title\":\"likes\",\"description\":\"The number of likes on your posts.\","
                        + "\"total_value\":{\"value\":0},\"id\":\"" + GraphClient.SCOPED_ID
                        + "/insights/likes/day\"}]");
        assertThat(answer.at("/paging/previous"))
                .isEqualTo("http://localhost/" + GraphClient.SCOPED_ID
                        + "/threads_insights?access_token=t&pretty=0&metric=views%2Clikes&breakdown=age&since=1720554865"
                        + "&until=1720641265");
        assertThat(answer.at("/paging/next")).endsWith("&since=1720727667&until=1720814067");
        assertThat(client.answer(Request.of("GET", "/me/threads_insights?metric=views")
                                .withHeader("Authorization", "Bearer t"))
                        .at("/paging/next"))
                .contains("threads_insights?pretty=0&metric=views&since=");
    }

    /** 11 §11.2, 00 decision 10: following a link asks the same again, of another time. */
    @ParameterizedTest
    @ValueSource(strings = {"", "/v1.0", "/v22.0"})
    void linksToTheSameQuestionOfAnotherTime(String version) {
        var answer = client.answer(Request.of(
                "GET",
                version + "/me/threads_insights?until=1720727666&metric=likes,views&fields=name,id&access_token=t"
                        + "&since=1720641266&pretty=1&locale=de_DE&metric=replies"));

        String link = answer.at("/paging/previous");
        assertThat(link)
                .isEqualTo("http://localhost" + version + "/" + GraphClient.SCOPED_ID
                        + "/threads_insights?access_token=t&pretty=0&metric=likes%2Cviews&metric=replies"
                        + "&fields=name%2Cid&locale=de_DE&since=1720554865&until=1720641265");
        var before = client.answer(Request.of("GET", link.substring("http://localhost".length())));
        assertThat(before.at("/data/2/name")).isEqualTo("replies");
        assertThat(before.has("/data/0/title")).isFalse();
        assertThat(before.at("/paging/next")).endsWith("&since=1720641266&until=1720727666");
    }

    @Test
    void addsUpViewsOfPostsAndOfTheProfileByDaysOfTheZone() {
        fixture.time.set(Instant.parse("2026-03-08T07:59:59Z")); // Saturday, a second before midnight in Los Angeles
        Id post = scale.post(ann);
        scale.views.post(Watcher.of(bob), post, Surface.FEED);
        fixture.time.set(Instant.parse("2026-03-08T08:00:00Z"));
        scale.views.profile(Watcher.of(bob), ann);
        fixture.time.set(Instant.parse("2026-03-09T06:59:59Z")); // the day of the change has 23 hours
        scale.views.profile(Watcher.of(bob), ann);
        fixture.time.set(Instant.parse("2026-03-09T07:00:00Z"));
        scale.views.profile(Watcher.of(bob), ann);

        String shown = client.get("/me/threads_insights", "metric", "views", "since", "2026-03-07")
                .text();
        assertThat(shown)
                .contains("\"values\":[{\"value\":1,\"end_time\":\"2026-03-07T08:00:00+0000\"},"
                        + "{\"value\":2,\"end_time\":\"2026-03-08T08:00:00+0000\"},"
                        + "{\"value\":1,\"end_time\":\"2026-03-09T07:00:00+0000\"}]");
    }

    /** Midnight in Kolkata is half past an hour of UTC, and belongs to one day all the same. */
    @Test
    void addsUpDaysOfAZoneOfHalfHours() {
        Scale far = scale.with(new InsightSettings(false, 3), ZoneId.of("Asia/Kolkata"));
        fixture.time.set(Instant.parse("2026-03-08T18:29:59Z"));
        far.views.profile(Watcher.of(bob), ann);
        fixture.time.set(Instant.parse("2026-03-08T18:30:00Z"));
        far.views.profile(Watcher.of(bob), ann);
        far.views.profile(Watcher.of(bob), ann);

        assertThat(far.client(ann)
                        .get("/me/threads_insights", "metric", "views")
                        .text())
                .contains("\"values\":[{\"value\":1,\"end_time\":\"2026-03-07T18:30:00+0000\"},"
                        + "{\"value\":2,\"end_time\":\"2026-03-08T18:30:00+0000\"}]");
    }

    /** 11 §11.4 check 6. */
    @Test
    void takesTheFutureForWhatIsNotYet() {
        var tomorrow = client.get("/me/threads_insights", "metric", "views,likes", "until", "tomorrow");
        assertThat(tomorrow.has("/data/0/values/0")).isTrue();
        assertThat(tomorrow.has("/data/0/values/1")).isFalse();
        var later = client.get("/me/threads_insights", "metric", "views,likes", "since", "2026-03-01");
        assertThat(later.text()).contains("\"values\":[]").contains("\"total_value\":{\"value\":0}");
        assertThat(client.get("/me/threads_insights", "metric", "likes", "since", "1712991600")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void timesWhatHappenedAndNotThePost() {
        Id post = scale.post(ann);
        fixture.time.pass(Duration.ofDays(10));
        scale.repost(bob, post);
        String now = Long.toString(fixture.time.instant().getEpochSecond());
        String before = Long.toString(fixture.time.instant().getEpochSecond() - 1);

        assertThat(total("reposts", "since", now, "until", now)).isEqualTo("1");
        assertThat(total("reposts", "since", "2026-01-01", "until", before)).isEqualTo("0");
    }

    /** Words mean whole seconds, as all times here do. */
    @Test
    void takesNowForNow() {
        fixture.time.set(Instant.parse("2026-03-08T20:00:00.750Z"));
        var answer = client.get("/me/threads_insights", "metric", "views", "since", "now");

        assertThat(answer.at("/data/0/values/0/end_time")).isEqualTo("2026-03-08T08:00:00+0000");
        assertThat(answer.at("/paging/next")).endsWith("&since=1773000001&until=1773000001");
    }

    /** 11 §11.4 check 8. */
    @Test
    void listsLinksByTheirClicksAndSaysNothingWithoutAny() {
        Id post = scale.post(ann);
        assertThat(client.get("/me/threads_insights", "metric", "clicks").text())
                .startsWith("{\"data\":[{\"name\":\"clicks\",\"period\":\"day\",\"title\":\"clicks\",\"description\":"
                        + "\"The number of times users clicked on a link.\",\"id\":\"");

        scale.clicks.follow(post, "https://example.org/");
        scale.clicks.follow(post, "https://example.org/blog/");
        scale.clicks.follow(post, "https://example.org/blog/");
        assertThat(client.get("/me/threads_insights", "metric", "clicks").text())
                .contains("\"link_total_values\":[{\"value\":2,\"link_url\":\"https://example.org/blog/\"},"
                        + "{\"value\":1,\"link_url\":\"https://example.org/\"}]");
        fixture.time.pass(Duration.ofDays(3));
        assertThat(client.get("/me/threads_insights", "metric", "clicks").text())
                .doesNotContain("link_total_values");
    }

    @ParameterizedTest
    @ValueSource(strings = {"day", "lifetime", "week"})
    void ignoresThePeriod(String period) {
        assertThat(client.get("/me/threads_insights", "metric", "[\"likes\",\"views\"]", "period", period)
                        .at("/data/1/name"))
                .isEqualTo("views");
    }

    private void follow(String name, String gender, int age, String country, String city) {
        Id person = scale.town.person(name);
        LocalDate born = LocalDate.ofInstant(fixture.time.instant(), ZoneId.of("UTC"))
                .minusYears(age)
                .minusDays(9);
        scale.town.accounts.editDetails(person, Details.read(born.toString(), gender, country, city, "", ""));
        scale.relations.follow(person, ann);
    }

    private String total(String metric, String... more) {
        String[] all = IntStream.range(0, more.length + 2)
                .mapToObj(i -> i == 0 ? "metric" : i == 1 ? metric : more[i - 2])
                .toArray(String[]::new);
        return client.get("/me/threads_insights", all).at("/data/0/total_value/value");
    }

    private String message(String path, String... parameters) {
        return client.get(path, parameters).at("/error/message");
    }
}
