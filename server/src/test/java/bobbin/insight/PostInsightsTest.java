package bobbin.insight;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Fixture;
import bobbin.GraphClient;
import bobbin.base.Id;
import bobbin.base.Scope;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code GET /{media}/insights}, and what counts for both kinds of insights: 11 §11.1. */
class PostInsightsTest {
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

    /** The words that clients show. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            views   | Views   | The number of times your post was viewed. UNSETTLED
            likes   | Likes   | The number of likes on your post.
            replies | Replies | The number of replies on your post.
            reposts | Reposts | The number of times your post was reposted.
            quotes  | Quotes  | The number of times your post was quoted.
            shares  | Shares  | The number of times your post was shared. UNSETTLED
            """)
    void namesEachMetricAsTheOriginalDoes(String name, String title, String words) {
        Id post = scale.post(ann);
        var answer = client.get("/" + post + "/insights", "metric", name);

        assertThat(answer.at("/data/0/name")).isEqualTo(name);
        assertThat(answer.at("/data/0/title")).isEqualTo(title);
        assertThat(answer.at("/data/0/description"))
                .isEqualTo(words.replace(
                        "UNSETTLED",
                        "This metric is in development (https://www.facebook.com/business/help/metrics-labeling)"));
        assertThat(answer.at("/data/0/period")).isEqualTo("lifetime");
        assertThat(answer.at("/data/0/id")).isEqualTo(post + "/insights/" + name + "/lifetime");
        assertThat(answer.has("/paging")).isFalse();
    }

    /** 11 §11.4 check 3. */
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

    /** 11 §11.4 check 2, and what is whose business. */
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
    }

    @Test
    void isOnlyForThoseWhoMayManageInsights() {
        Id post = scale.post(ann);
        GraphClient basic = scale.client(ann, Set.of(Scope.BASIC));
        assertThat(basic.get("/" + post + "/insights", "metric", "views").at("/error/code"))
                .isEqualTo("10");
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
