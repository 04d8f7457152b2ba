package bobbin.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The calls of Meta's sample app, page by page, as it was seen to make them: parameters in the address, JSON or nothing in the body. */
class SampleAppTest {
    private static final String OF_A_REPLY =
            "text,media_type,media_url,permalink,timestamp,username,hide_status,alt_text";
    private static final String FOUND = "username,id,timestamp,media_type,text,permalink,reply_audience";

    private final Dev dev = Dev.server();
    private final Api ann = dev.as("ann");

    /** It sends its form whole, and what nobody has filled in as nothing or as {@code undefined}. */
    @Test
    @Spec({"01 §4", "04 §2", "04 §9"})
    void publishesWhatItsFormHolds() {
        String container = json(
                        "/me/threads",
                        "{}",
                        "text",
                        "From the form",
                        "reply_control",
                        "",
                        "reply_to_id",
                        "undefined",
                        "link_attachment",
                        "",
                        "media_type",
                        "TEXT")
                .text("/id");
        assertThat(ann.get("/v1.0/" + container, "fields", "status,error_message")
                        .ok()
                        .text("/status"))
                .isEqualTo("FINISHED");
        // Where it publishes, the options of its client are the body.
        String post = json("/me/threads_publish", "{\"httpsAgent\":{\"options\":{}}}", "creation_id", container)
                .text("/id");

        assertThat(ann.get("/v1.0/" + post, "fields", "text,is_reply").ok().text("/text"))
                .isEqualTo("From the form");
    }

    /** 11 §11.4 check 9: it reads the first value, the total value, or the sum of the clicks, and sends the days of its date fields. */
    @Test
    @Spec({"11 §11.1", "11 §11.2", "11 §11.4", "17 §2"})
    void showsBothPagesOfInsights() {
        String post = ann.publish("Counted");
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String since = today.minusDays(3).toString();
        String until = today.plusDays(1).toString();
        JsonNode ofPost = ann.get(
                        "/v1.0/" + post + "/insights",
                        "metric",
                        "views,likes,replies,reposts,quotes,shares",
                        "since",
                        since,
                        "until",
                        until)
                .ok()
                .at("/data");
        assertThat(ofPost.findValuesAsString("name"))
                .containsExactly("views", "likes", "replies", "reposts", "quotes", "shares");
        ofPost.forEach(metric -> shows(metric, metric.at("/values/0/value")));

        JsonNode ofUser = ann.get(
                        "/v1.0/me/threads_insights",
                        "metric",
                        "views,likes,replies,quotes,reposts,clicks,followers_count",
                        "since",
                        since,
                        "until",
                        until)
                .ok()
                .at("/data");
        assertThat(ofUser).hasSize(7);
        ofUser.forEach(metric -> {
            switch (metric.path("name").asString()) {
                case "views" -> shows(metric, metric.at("/values/0/value"));
                case "clicks" ->
                    assertThat(metric.path("link_total_values").isEmpty())
                            .isEqualTo(metric.path("link_total_values").isMissingNode());
                default -> shows(metric, metric.at("/total_value/value"));
            }
        });
    }

    @Test
    @Spec({"10 §10.2", "10 §10.4", "10 §10.5"})
    void hidesAReplyOnItsPageOfReplies() {
        String post = ann.publish("Well?");
        String reply = dev.as("bob").publish("Hm", "reply_to_id", post);
        assertThat(status(post, "replies")).isEqualTo("NOT_HUSHED");

        json("/" + reply + "/manage_reply", "{\"hide\":true}");
        assertThat(status(post, "replies")).isEqualTo("HIDDEN");
        json("/" + reply + "/manage_reply", "{\"hide\":false}");
        assertThat(status(post, "conversation")).isEqualTo("UNHUSHED");
    }

    @Test
    @Spec({"13 §13.1", "13 §13.2"})
    void findsPostsAndPeople() {
        String word = "w" + Long.toString(System.nanoTime(), 36);
        String post = ann.publish("Looking for " + word);
        for (String type : new String[] {"TOP", "RECENT"}) {
            assertThat(ann.get("/v1.0/keyword_search", "q", word, "search_type", type, "fields", FOUND)
                            .ok()
                            .text("/data/0/id"))
                    .isEqualTo(post);
        }
        assertThat(ann.get("/v1.0/profile_lookup", "username", "ann").ok().text("/username"))
                .isEqualTo("ann");
    }

    @Test
    @Spec("13 §13.1")
    void embedsAPostWithTheTokenOfTheApp() {
        String post = ann.publish("Embedded");
        String permalink = ann.get("/v1.0/" + post, "fields", "permalink").ok().text("/permalink");
        Api app = new Api(dev.graph(), "TH|" + dev.app().id() + "|" + dev.app().secret());

        assertThat(app.get("/v1.0/oembed", "url", permalink).ok().text("/html")).contains("<blockquote");
    }

    private static void shows(JsonNode metric, JsonNode value) {
        assertThat(value.isNumber()).as(metric.toString()).isTrue();
        assertThat(metric.path("description").asString()).isNotEmpty();
        assertThat(metric.path("id").asString()).contains("/insights/");
    }

    private String status(String post, String list) {
        return ann.get("/v1.0/" + post + "/" + list, "fields", OF_A_REPLY, "limit", "10")
                .ok()
                .text("/data/0/hide_status");
    }

    /** Posts as its client does. */
    private Answer json(String path, String body, String... query) {
        String[] all = Api.join(query, "access_token", ann.token());
        return ann.send(ann.request("/v1.0" + path + "?" + Api.form(all))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)))
                .ok();
    }
}
