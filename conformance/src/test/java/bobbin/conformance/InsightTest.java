package bobbin.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The numbers of posts and profiles. */
class InsightTest {
    private final Dev dev = Dev.server();
    private final Stage stage = new Stage(dev);

    @Test
    @Spec(
            value = {"11 §11.1", "11 §11.4", "15 §15.23"},
            edges = "GET /{post}/insights")
    void countsWhatPeopleDoWithAPost() {
        Dev.User person = stage.person();
        Api api = stage.api(person);
        String post = api.publish("Hello");
        String reply = dev.as("bob").publish("Hi", "reply_to_id", post);
        api.publish("How are you?", "reply_to_id", reply);
        stage.run("act", "bob", "like", post);
        stage.run("act", "eve", "like", post);
        stage.run("act", "eve", "unlike", post);
        stage.run("act", "-", "view", post);
        stage.run("act", "bob", "view", post);
        stage.run("act", "bob", "view", post);
        stage.run("act", person.username(), "view", post);
        stage.run("act", "bob", "share", post);

        Answer answer = api.get(
                        "/v1.0/" + post + "/insights", "metric", "shares,likes,replies,views,likes,quotes,reposts")
                .ok();
        assertThat(answer.at("/data").findValuesAsString("name"))
                .containsExactly("shares", "likes", "replies", "views", "quotes", "reposts");
        assertThat(answer.text("/data/0/values/0/value")).isEqualTo("1");
        assertThat(answer.text("/data/1/values/0/value")).isEqualTo("1");
        assertThat(answer.text("/data/2/values/0/value")).isEqualTo("2");
        assertThat(answer.text("/data/3/values/0/value")).isEqualTo("2");
        assertThat(answer.text("/data/1/id")).isEqualTo(post + "/insights/likes/lifetime");
        assertThat(answer.text("/data/1/period")).isEqualTo("lifetime");
        assertThat(answer.text("/data/1/title")).isEqualTo("Likes");
        assertThat(answer.has("/paging")).isFalse();
        api.get("/" + post + "/insights").refused(400, 100, "The parameter metric is required");
        api.get("/" + post + "/insights", "metric", "clicks")
                .refused(
                        400,
                        100,
                        "Param metric[0] must be one of {views, likes, replies, reposts, quotes, shares} - got \"clicks\".");
    }

    @Test
    @Spec(
            value = {"11 §11.2", "11 §11.3", "11 §11.4", "16 §9", "15 §15.23"},
            edges = "GET /{account}/threads_insights")
    void addsUpWhatAPersonReceived() {
        Dev.User person = stage.person();
        Api api = stage.api(person);
        String post = api.publish("Hello https://example.org/blog/");
        stage.run("act", "bob", "like", post);
        stage.run("act", "bob", "click", post, "url=https://example.org/blog/");
        stage.run("act", "eve", "viewProfile", person.username());
        String id = api.get("/me").ok().text("/id");

        Answer answer = api.get(
                        "/v1.0/me/threads_insights",
                        "metric",
                        "likes,views,clicks,followers_count",
                        "since",
                        "yesterday",
                        "until",
                        "tomorrow")
                .ok();
        assertThat(answer.text("/data/0/total_value/value")).isEqualTo("1");
        assertThat(answer.text("/data/0/id")).isEqualTo(id + "/insights/likes/day");
        assertThat(answer.text("/data/1/values/1/value")).isEqualTo("1");
        assertThat(answer.text("/data/1/values/1/end_time")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:00:00\\+0000");
        assertThat(answer.text("/data/2/link_total_values/0/link_url")).isEqualTo("https://example.org/blog/");
        assertThat(answer.text("/data/3/total_value/value")).isEqualTo("0");
        assertThat(answer.text("/paging/next"))
                .startsWith(dev.graph() + "/v1.0/" + id + "/threads_insights?access_token=")
                .contains("&pretty=0&metric=likes%2Cviews%2Cclicks%2Cfollowers_count&since=");

        api.get("/me/threads_insights", "metric", "likes", "since", "1712991599")
                .refused(400, 100, "Param since must be greater than or equal to 1712991600.");
        api.get("/me/threads_insights", "metric", "follower_demographics")
                .refused(400, 100, "The parameter breakdown is required");
        api.get("/" + dev.user("ann").id() + "/threads_insights", "metric", "likes")
                .refused(
                        400,
                        100,
                        33,
                        "Unsupported get request. Object with ID '"
                                + dev.user("ann").id()
                                + "' does not exist, cannot be loaded due to missing permissions, or does not support this"
                                + " operation");
    }

    @Test
    @Spec({"11 §11.2", "11 §11.4", "16 §7"})
    void labelsDaysAsTheOriginalDoes() {
        Answer answer = dev.as("ann")
                .get("/me/threads_insights", "metric", "views", "since", "1719792000", "until", "1721779200")
                .ok();

        assertThat(answer.at("/data/0/values").size()).isEqualTo(24);
        assertThat(answer.text("/data/0/values/0/end_time")).isEqualTo("2024-06-30T07:00:00+0000");
        assertThat(answer.text("/data/0/values/23/end_time")).isEqualTo("2024-07-23T07:00:00+0000");
        assertThat(answer.text("/paging/previous")).endsWith("&since=1717804799&until=1719791999");
        assertThat(answer.text("/paging/next")).endsWith("&since=1721779201&until=1723766401");
    }

    /** Replies that wait or are ignored are not there yet; hidden ones are. */
    @Test
    @Spec({"11 §11.1", "10 §10.6"})
    void countsRepliesOnceTheyAreThere() {
        Api ann = dev.as("ann");
        Api bob = dev.as("bob");
        String post = ann.publish("Well?", "enable_reply_approvals", "true");
        String first = bob.publish("First", "reply_to_id", post);
        String second = bob.publish("Second", "reply_to_id", post);
        assertThat(replies(ann, post)).isEqualTo("0");

        ann.post("/" + first + "/manage_pending_reply", "approve", "true").ok();
        ann.post("/" + second + "/manage_pending_reply", "approve", "false").ok();
        assertThat(replies(ann, post)).isEqualTo("1");
        ann.post("/" + first + "/manage_reply", "hide", "true").ok();
        assertThat(replies(ann, post)).isEqualTo("1");
        bob.delete("/" + first).ok();
        assertThat(replies(ann, post)).isEqualTo("0");
    }

    /** {@code me} and the id are the same, and both are shown with the id. */
    @Test
    @Spec({"11 §11.2", "00 decision 10"})
    void takesTheIdForMe() {
        String id = dev.user("ann").id();
        for (String path : new String[] {"/me/threads_insights", "/" + id + "/threads_insights"}) {
            Answer answer = dev.as("ann")
                    .get(path, "metric", "likes", "breakdown", "age")
                    .ok();
            assertThat(answer.text("/data/0/id")).isEqualTo(id + "/insights/likes/day");
            assertThat(answer.text("/paging/next")).startsWith(dev.graph() + "/" + id + "/threads_insights?");
        }
    }

    private static String replies(Api api, String post) {
        return api.get("/" + post + "/insights", "metric", "replies").ok().text("/data/0/values/0/value");
    }
}
