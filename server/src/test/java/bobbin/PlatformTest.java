package bobbin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bobbin.webhook.Field;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people do on the platform behind the API, and what the API shows of it: the whole of Bobbin (15 §15.23). */
class PlatformTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final HookTown town = new HookTown(fixture);

    @AfterEach
    void close() {
        town.close();
    }

    @Test // 15 §15.23.1, 15 §15.7
    void countsALikeForThePostAndForTodayUntilItIsTakenBack() {
        String post = town.post("ann", "hello");
        act("bob", "like", "post", post);
        assertThat(insight(post, "likes")).isEqualTo("1");
        assertThat(ownInsight("likes")).isEqualTo("1");

        act("bob", "unlike", "post", post);
        assertThat(insight(post, "likes")).isEqualTo("0");
        assertThat(ownInsight("likes")).isEqualTo("0");
    }

    @Test // 15 §15.23.4, 15 §15.5
    void bringsNothingBackWithTheEndOfABlockButSight() {
        act("bob", "follow", "user", "ann");
        act("ann", "follow", "user", "bob");
        String post = town.post("ann", "hello");
        act("bob", "like", "post", post);
        act("bob", "repost", "post", post);
        String reply = town.post("bob", "hi", "reply_to_id", post);
        town.post("bob", "look", "quote_post_id", post);
        act("ann", "block", "user", "bob");
        assertThat(read("bob", post).at("/error/error_subcode")).isEqualTo("33");
        assertThat(ownInsight("followers_count")).isEqualTo("0");

        act("ann", "unblock", "user", "bob");
        assertThat(read("bob", post).status()).isEqualTo(200);
        assertThat(read("cleo", reply).status()).isEqualTo(200);
        for (String name : new String[] {"ann", "bob"}) {
            assertThat(town.parts.people.relations.countFollowers(town.person(name)))
                    .isZero();
        }
        for (String metric : new String[] {"likes", "replies", "reposts", "quotes"}) {
            assertThat(insight(post, metric)).as(metric).isEqualTo("0");
        }
        town.call("DELETE", "/" + reply, town.token("bob"));
        assertThat(insight(post, "replies")).as("never less than nothing").isEqualTo("0");
        act("bob", "like", "post", post);
        town.post("bob", "hi again", "reply_to_id", post);
        assertThat(insight(post, "likes")).isEqualTo("1");
        assertThat(insight(post, "replies")).isEqualTo("1");
    }

    @Test // 15 §15.23.6, 15 §15.9
    void findsMentionsAndNothingThatOnlyLooksLikeOne() {
        String mentioned = town.post("ann", "Ask (@BOB.)");
        town.post("ann", "x@bob.z https://h.example/@bob @@bob _@bob @bob" + "b".repeat(28));

        GraphClient.Answer mentions = town.call("GET", "/me/mentions", town.token("bob"));
        assertThat(mentions.at("/data/0/id")).isEqualTo(mentioned);
        assertThat(mentions.has("/data/1")).isFalse();
    }

    @Test // 15 §15.23.7, 15 §15.12, 15 §15.21
    void archivesAGhostToTheSecondAlthoughNoJobRuns() {
        String ghost = town.post("ann", "boo", "is_ghost_post", "true");
        fixture.time.pass(Duration.ofHours(24).minusSeconds(1));
        assertThat(ghostStatus(ghost)).isEqualTo("ACTIVE");
        assertThat(read("bob", ghost).status()).isEqualTo(200);

        fixture.time.pass(Duration.ofSeconds(1));
        assertThat(ghostStatus(ghost)).isEqualTo("ARCHIVED");
        assertThat(read("bob", ghost).at("/error/error_subcode")).isEqualTo("33");
    }

    @Test // 15 §15.23.9, 15 §15.11
    void countsAViewOnceWithinHalfAnHourAndNoneOfOnesOwn() {
        String post = town.post("ann", "look");
        act("bob", "view", "post", post);
        act("bob", "view", "post", post);
        act("ann", "view", "post", post);
        assertThat(insight(post, "views")).isEqualTo("1");

        act("bob", "view", "post", post, "surface", "embed");
        assertThat(insight(post, "views")).isEqualTo("2");
        fixture.time.pass(Duration.ofMinutes(31));
        act("bob", "view", "post", post);
        assertThat(insight(post, "views")).isEqualTo("3");
    }

    @Test // 15 §15.23.10, 15 §15.11
    void countsAClickForItsLink() {
        String post = town.post("ann", "read https://example.org/this");
        click(post, "https://example.org/this");

        GraphClient.Answer clicks = town.call("GET", "/me/threads_insights", town.token("ann"), "metric", "clicks");
        assertThat(clicks.at("/data/0/link_total_values/0/link_url")).isEqualTo("https://example.org/this");
        assertThat(clicks.at("/data/0/link_total_values/0/value")).isEqualTo("1");
    }

    @Test // 15 §15.11
    void followsOnlyLinksOfThePostAsItsPageHasThem() {
        String brief = town.post(
                "ann", "www.example.net/y and https://example.org/a", "link_attachment", "https://example.com/card");
        String essay = town.post(
                "ann",
                "read on",
                "text_attachment",
                "{\"plaintext\":\"as in https://example.org/b\",\"link_attachment_url\":\"www.example.com/c\"}");
        Object repost = act("bob", "repost", "post", essay).get("id");
        click(brief, "https://www.example.net/y");
        click(brief, "https://example.org/a");
        click(brief, "https://example.com/card");
        click(essay, "https://example.org/b");
        click(String.valueOf(repost), "https://www.example.com/c");
        assertThat(town.call("GET", "/me/threads_insights", town.token("ann"), "metric", "clicks")
                        .has("/data/0/link_total_values/4"))
                .isTrue();

        for (String url : new String[] {
            "javascript:alert(1)", "www.example.net/y", "https://example.org/a/", "https://example.org/b"
        }) {
            assertThatThrownBy(() -> click(brief, url))
                    .hasMessage("The argument url is none of the links of the post [https://www.example.net/y,"
                            + " https://example.org/a, https://example.com/card]: " + url + ".");
        }
    }

    @Test // 15 §15.23.11, 15 §15.1
    void tellsAnAppOfWhatItsPeopleWriteOnOurOwnPages() {
        town.token("ann");
        town.subscribe(Field.PUBLISH);
        Object post = act("ann", "post", "text", "By hand").get("id");
        act("cleo", "post", "text", "Not for that app");

        assertThat(town.told())
                .extracting(told -> told.value().text("id").orElseThrow())
                .containsExactly(String.valueOf(post));
    }

    private Map<String, Object> act(String as, String act, String... said) {
        Map<String, String> arguments = new TreeMap<>();
        for (int i = 0; i < said.length; i += 2) {
            arguments.put(said[i], said[i + 1]);
        }
        return town.parts.acts.run(Optional.of(as), act, arguments);
    }

    private void click(String post, String url) {
        act("bob", "click", "post", post, "url", url);
    }

    private GraphClient.Answer read(String as, String post) {
        return town.call("GET", "/" + post, town.token(as));
    }

    private String ghostStatus(String post) {
        return town.call("GET", "/" + post, town.token("ann"), "fields", "ghost_post_status")
                .at("/ghost_post_status");
    }

    /** A number of a post of ann's. */
    private String insight(String post, String metric) {
        return town.call("GET", "/" + post + "/insights", town.token("ann"), "metric", metric)
                .at("/data/0/values/0/value");
    }

    /** A number of ann's, of today. */
    private String ownInsight(String metric) {
        return town.call("GET", "/me/threads_insights", town.token("ann"), "metric", metric)
                .at("/data/0/total_value/value");
    }
}
