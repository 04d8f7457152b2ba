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
import org.junit.jupiter.params.provider.ValueSource;

/** {@code GET /{media}/insights} and {@code GET /{user}/threads_insights}: 11 §11.1 to 11 §11.4. */
class InsightGraphTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final Scale scale = new Scale(fixture);
    private final Id ann = scale.town.ann();
    private final Id bob = scale.town.bob();
    private final GraphClient client = scale.client(ann);

    @Test
    void showsAPostAsTheOriginalDoes() {
        Id post = scale.post(ann);
        scale.likes.like(bob, post);
        scale.views.post(Watcher.of(bob), post, Surface.PERMALINK);

        assertThat(client.get("/" + post + "/insights", "metric", "likes,views,likes")
                        .text())
                .isEqualTo("{\"data\":[{\"name\":\"likes\",\"period\":\"lifetime\",\"values\":[{\"value\":1}],"
                        + "\"title\":\"Likes\",\"description\":\"The number of likes on your post.\",\"id\":\"" + post
                        + "/insights/likes/lifetime\"},{\"name\":\"views\",\"period\":\"lifetime\","
                        + "\"values\":[{\"value\":1}],\"title\":\"Views\",\"description\":\"The number of times your post"
                        + " was viewed. This metric is in development"
                        + " (https://www.facebook.com/business/help/metrics-labeling)\",\"id\":\"" + post
                        + "/insights/views/lifetime\"}]}");
        assertThat(client.get(
                                "/" + post + "/insights",
                                "metric",
                                "views,likes,replies,reposts,quotes,shares",
                                "since",
                                "2026-01-01",
                                "period",
                                "day")
                        .at("/data/5/title"))
                .isEqualTo("Shares");
    }

    @Test
    void countsRepliesInTheTreeOfARootAndBelowAReply() {
        Id root = scale.post(ann);
        Id reply = scale.publish(bob, "reply_to_id", root.toString());
        scale.publish(ann, "reply_to_id", reply.toString());
        scale.publish(bob, "reply_to_id", root.toString());

        assertThat(value(ann, root, "replies")).isEqualTo("3");
        assertThat(value(bob, reply, "replies")).isEqualTo("1");
        assertThat(total("replies")).isEqualTo("2");

        scale.delete(bob, reply);
        assertThat(value(ann, root, "replies")).isEqualTo("2");
        assertThat(total("replies")).isEqualTo("1");
    }

    @Test
    void countsRepostsAndQuotesThatExist() {
        Id post = scale.post(ann);
        Id repost = scale.repost(bob, post);
        Id quote = scale.publish(bob, "quote_post_id", post.toString());
        scale.likes.like(bob, post);
        assertThat(value(ann, post, "reposts")).isEqualTo("1");
        assertThat(value(ann, post, "quotes")).isEqualTo("1");
        assertThat(List.of(total("likes"), total("reposts"), total("quotes"))).containsExactly("1", "1", "1");

        scale.delete(bob, repost);
        scale.delete(bob, quote);
        scale.likes.unlike(bob, post);
        assertThat(value(ann, post, "reposts")).isEqualTo("0");
        assertThat(List.of(total("likes"), total("reposts"), total("quotes"))).containsExactly("0", "0", "0");
    }

    @Test
    void leavesOutWhoIsAwayOrKeptAway() {
        Id post = scale.post(ann);
        Id eve = scale.town.person("eve");
        scale.repost(bob, post);
        scale.publish(bob, "reply_to_id", post.toString());
        scale.publish(eve, "quote_post_id", post.toString());
        fixture.database.change(tx -> scale.farewell.deactivated(tx, bob));
        assertThat(scale.of(post)).isEqualTo(new Numbers(0, 0, 0, 0, 1, 0));
        assertThat(total("replies")).isEqualTo("0");
        fixture.database.change(tx -> scale.farewell.reactivated(tx, bob));
        assertThat(scale.of(post)).isEqualTo(new Numbers(0, 0, 1, 1, 1, 0));

        scale.relations.block(ann, eve);
        assertThat(scale.of(post)).isEqualTo(new Numbers(0, 0, 1, 1, 0, 0));
        fixture.database.change(tx -> scale.farewell.deleted(tx, bob));
        assertThat(scale.of(post)).isEqualTo(Numbers.NONE);
        fixture.database.change(tx -> scale.farewell.removed(tx, bob));
        assertThat(scale.of(post)).isEqualTo(Numbers.NONE);
    }

    @Test
    void hasNothingToSayOfRepostsAndPiecesOfOthers() {
        Id post = scale.post(ann);
        Id repost = scale.repost(ann, post);
        assertThat(client.get("/" + repost + "/insights", "metric", "views").text())
                .isEqualTo("{\"data\":[]}");

        var foreign = scale.client(bob).get("/" + post + "/insights", "metric", "views");
        assertThat(foreign.at("/error/code")).isEqualTo("10");
        scale.town.accounts.makePrivate(ann);
        var hidden = scale.client(bob).get("/" + post + "/insights", "metric", "views");
        assertThat(hidden.at("/error/code")).isEqualTo("100");
        assertThat(hidden.at("/error/error_subcode")).isEqualTo("33");
    }

    @Test
    void refusesWhatItCannotCount() {
        Id post = scale.post(ann);
        assertThat(message("/" + post + "/insights")).isEqualTo("The parameter metric is required");
        assertThat(message("/" + post + "/insights", "metric", "views,clicks"))
                .isEqualTo("Param metric[1] must be one of {views, likes, replies, reposts, quotes, shares} - got"
                        + " \"clicks\".");
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
        Id post = scale.post(ann);
        GraphClient basic = scale.client(ann, Set.of(Scope.BASIC));
        assertThat(basic.get("/" + post + "/insights", "metric", "views").at("/error/code"))
                .isEqualTo("10");
        assertThat(basic.get("/me/threads_insights", "metric", "views").at("/error/code"))
                .isEqualTo("10");
    }

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
                .isEqualTo("http://localhost/v1.0/" + GraphClient.SCOPED_ID
                        + "/threads_insights?access_token=t&pretty=0&metric=views%2Clikes&breakdown=age&since=1720554865"
                        + "&until=1720641265");
        assertThat(answer.at("/paging/next")).endsWith("&since=1720727667&until=1720814067");
        assertThat(client.answer(Request.of("GET", "/me/threads_insights?metric=views")
                                .withHeader("Authorization", "Bearer t"))
                        .at("/paging/next"))
                .contains("threads_insights?pretty=0&metric=views&since=");
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

    private String demographics(String breakdown) {
        return client.get(
                        "/me/threads_insights",
                        "metric",
                        "followers_count,follower_demographics",
                        "breakdown",
                        breakdown)
                .text();
    }

    private String value(Id author, Id post, String metric) {
        return scale.client(author)
                .get("/" + post + "/insights", "metric", metric)
                .at("/data/0/values/0/value");
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
