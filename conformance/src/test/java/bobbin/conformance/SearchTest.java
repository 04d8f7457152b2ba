package bobbin.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding posts by words and topics, people by name, and mentions. */
class SearchTest {
    /** What a widely used client asks of every list (07 §7.1 R8). */
    private static final String UNION =
            "id,media_product_type,media_type,media_url,permalink,owner,username,text,timestamp,"
                    + "shortcode,thumbnail_url,children,is_quote_post,alt_text,link_attachment_url,has_replies,is_reply,"
                    + "is_reply_owned_by_me,root_post,replied_to,hide_status,reply_audience,quoted_post,reposted_post,gif_url,"
                    + "poll_attachment,topic_tag,is_verified,profile_picture_url,reply_approval_status,location_id,location,"
                    + "is_spoiler_media,text_entities,text_attachment,allowlisted_country_codes,ghost_post_status,"
                    + "ghost_post_expiration_timestamp";

    private final Dev dev = Dev.server();
    private final Stage stage = new Stage(dev);
    private final Api ann = dev.as("ann");
    private final Api bob = dev.as("bob");

    @Test
    @Spec(
            value = {"08 §8.1", "08 §8.9", "16 §7"},
            edges = "GET /keyword_search")
    void findsPostsByTheirWords() {
        String word = word();
        String post = ann.publish("New " + word + " routine, day one");

        Answer found = bob.get(
                        "/v1.0/keyword_search",
                        "q",
                        word.toUpperCase(Locale.ROOT),
                        "search_type",
                        "RECENT",
                        "fields",
                        UNION)
                .ok();
        assertThat(found.text("/data/0/id")).isEqualTo(post);
        assertThat(found.text("/data/0/media_type")).isEqualTo("TEXT_POST");
        assertThat(found.text("/data/0/username")).isEqualTo("ann");
        assertThat(found.has("/data/0/owner")).isFalse();
        assertThat(found.has("/data/1")).isFalse();
        assertThat(found.has("/paging/cursors/after")).isTrue();
        assertThat(ids(bob.get("/keyword_search", "q", "\"" + word + " routine\" new")))
                .containsExactly(post);
        assertThat(ids(bob.get("/keyword_search", "q", "\"routine " + word + "\"")))
                .isEmpty();
        ann.delete("/" + post).ok();
        assertThat(bob.get("/keyword_search", "q", word).ok().text()).isEqualTo("{\"data\":[]}");
    }

    @Test
    @Spec({"08 §8.1", "08 §8.9", "15 §15.10"})
    void findsPostsByTheirTopic() {
        String word = word();
        String topic = Character.toUpperCase(word.charAt(0)) + word.substring(1);
        String post = ann.publish("x", "topic_tag", topic);
        ann.publish(word);

        assertThat(ids(bob.get("/keyword_search", "search_mode", "TAG", "q", "#" + topic)))
                .containsExactly(post);
        assertThat(ids(bob.get("/keyword_search", "search_mode", "tag", "q", word)))
                .containsExactly(post);
        assertThat(bob.get("/keyword_search", "search_mode", "TAG", "q", word, "fields", "topic_tag")
                        .text("/data/0/topic_tag"))
                .isEqualTo(topic);
    }

    @Test
    @Spec({"08 §8.1", "07 §7.1"})
    void narrowsAndPages() {
        String word = word();
        String first = ann.publish(word);
        String second = bob.publish(word);
        String third = ann.publish(word);

        assertThat(ids(bob.get("/keyword_search", "q", word, "author_username", "ann")))
                .containsExactly(third, first);
        assertThat(ids(bob.get("/keyword_search", "q", word, "media_type", "video")))
                .isEmpty();
        for (String type : List.of("TOP", "RECENT")) {
            Answer page = bob.get("/keyword_search", "q", word, "search_type", type, "limit", "2")
                    .ok();
            assertThat(ids(page)).containsExactly(third, second);
            Answer next = follow(page, "next").ok();
            assertThat(ids(next)).containsExactly(first);
            assertThat(next.has("/paging/next")).isFalse();
            assertThat(ids(follow(next, "previous"))).containsExactly(third, second);
        }
    }

    @Test
    @Spec({"08 §8.1", "08 §8.9", "15 §15.23"})
    void findsNobodysPrivatePosts() {
        String word = word();
        dev.as("cleo").publish(word);
        String post = ann.publish(word);

        assertThat(ids(bob.get("/keyword_search", "q", word))).containsExactly(post);
        assertThat(ids(dev.as("cleo").get("/keyword_search", "q", word))).hasSize(2);
    }

    @Test
    @Spec({"08 §8.1", "08 §8.9", "02 §7", "16 §10"})
    void findsOnlyOnesOwnWithStandardAccess() {
        String word = word();
        Dev.App app = stage.app();
        Dev.User person = stage.person();
        Api api = stage.api(person, app);
        ann.publish(word);
        String own = api.publish(word);
        assertThat(ids(api.get("/keyword_search", "q", word))).hasSize(2);

        stage.run("app", "access", app.id(), "threads_keyword_search", "standard");
        stage.run("app", "invite", app.id(), person.username(), "threads_tester");
        stage.run("app", "accept", app.id(), person.username(), "threads_tester");
        assertThat(ids(api.get("/keyword_search", "q", word))).containsExactly(own);
    }

    @Test
    @Spec({"08 §8.1", "08 §8.2", "08 §8.9", "05 §2"})
    void countsAndRemembersSearches() {
        String word = word();
        Dev.User person = stage.person();
        Api api = stage.api(person);
        api.publish(word);
        assertThat(api.get("/me", "fields", "recently_searched_keywords").at("/recently_searched_keywords"))
                .isEmpty();

        api.get("/keyword_search", "q", "no" + word).ok();
        api.get("/keyword_search", "q", word).ok();
        stage.api(person, stage.app()).get("/keyword_search", "q", word).ok();

        assertThat(api.get("/me/threads_publishing_limit", "fields", "search_quota_usage,search_config")
                        .ok()
                        .text())
                .isEqualTo("{\"data\":[{\"search_quota_usage\":2,\"search_config\":{\"quota_total\":2200,"
                        + "\"quota_duration\":86400}}]}");
        Answer me = api.get("/me", "fields", "recently_searched_keywords").ok();
        assertThat(me.text("/recently_searched_keywords/0/query")).isEqualTo(word);
        assertThat(me.text("/recently_searched_keywords/1/query")).isEqualTo("no" + word);
        assertThat(me.has("/recently_searched_keywords/2")).isFalse();
        assertThat(me.at("/recently_searched_keywords/0/timestamp").isNumber()).isTrue();
        assertThat(me.text("/recently_searched_keywords/0/timestamp")).matches("\\d{13}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "a\" OR b", "NEAR(a, b)", "words:x", "%' or 1=1 --", "👩‍👩‍👧 x y z q", "{", "*"})
    @Spec({"08 §8.1"})
    void takesAnyTextForWords(String q) {
        bob.get("/keyword_search", "q", q).ok();
        bob.get("/keyword_search", "q", q, "search_mode", "TAG").ok();
    }

    @Test
    @Spec({"08 §8.1", "06 §7", "16 §4"})
    void refusesWhatItCannotRead() {
        bob.get("/keyword_search").refused(400, 100, "The parameter q is required");
        bob.get("/keyword_search", "q", " ").refused(400, 100, "The parameter q is required");
        bob.get("/keyword_search", "q", "x", "media_type", "TEXT_POST")
                .refused(400, 100, "Param media_type must be one of {IMAGE, TEXT, VIDEO} - got \"TEXT_POST\".");
    }

    @Test
    @Spec(
            value = {"08 §8.3", "08 §8.9"},
            edges = "GET /profile_lookup")
    void looksPeopleUpWhoHaveAHundredFollowers() {
        Answer found = ann.get("/profile_lookup", "username", "threads").ok();
        Answer refused = ann.get("/profile_lookup", "username", "bob");

        assertThat(found.text("/username")).isEqualTo("threads");
        assertThat(Integer.parseInt(found.text("/follower_count"))).isGreaterThanOrEqualTo(100);
        refused.refused(
                400,
                100,
                33,
                "Unsupported get request. Object with ID 'bob' does not exist, cannot be loaded due to missing permissions,"
                        + " or does not support this operation");
        assertThat(bob.get("/profile_lookup", "username", "cleo").text("/error/error_subcode"))
                .isEqualTo("33");
        bob.get("/profile_lookup").refused(400, 100, "The parameter username is required");
    }

    @Test
    @Spec(
            value = {"08 §8.4", "08 §8.9"},
            edges = "GET /profile_posts")
    void listsPostsOfThoseWhoHaveAHundredFollowers() {
        bob.get("/profile_posts", "username", "nobody.here")
                .refused(
                        400,
                        100,
                        33,
                        "Unsupported get request. Object with ID 'nobody.here' does not exist, cannot be loaded due to missing"
                                + " permissions, or does not support this operation");
    }

    @Test
    @Spec(
            value = {"08 §8.5", "08 §8.9", "15 §15.9"},
            edges = "GET /{account}/mentions")
    void listsMentions() {
        Dev.User person = stage.person();
        Api api = stage.api(person);
        assertThat(api.get("/me/mentions").ok().text()).isEqualTo("{\"data\":[]}");
        String post = bob.publish("Hello @" + person.username() + "!");
        api.publish("I am @" + person.username());

        Answer mentions =
                api.get("/me/mentions", "fields", "id,username," + UNION).ok();
        assertThat(ids(mentions)).containsExactly(post);
        assertThat(mentions.text("/data/0/username")).isEqualTo("bob");
        assertThat(mentions.has("/data/0/owner")).isFalse();
        bob.delete("/" + post).ok();
        assertThat(api.get("/me/mentions").ok().text()).isEqualTo("{\"data\":[]}");
    }

    @Test
    @Spec({"08 §8.9", "07 §7.1"})
    void readsParametersFromTheBodyOfAGet() {
        String word = word();
        String post = ann.publish(word);

        Answer found = ann.send(ann.request("/keyword_search?access_token=" + ann.token())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method("GET", BodyPublishers.ofString("q=" + word)));

        assertThat(ids(found)).containsExactly(post);
    }

    private Answer follow(Answer page, String link) {
        return bob.send(
                HttpRequest.newBuilder(URI.create(page.text("/paging/" + link))).GET());
    }

    private static List<String> ids(Answer answer) {
        return answer.ok()
                .at("/data")
                .valueStream()
                .map(post -> post.path("id").asString())
                .toList();
    }

    /** One that no other test writes. */
    private static String word() {
        return "w" + Long.toString(System.nanoTime(), 36);
    }
}
