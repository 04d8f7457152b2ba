package bobbin.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Reading profiles and posts. */
class ReadingTest {
    /** What a widely used Go client asks of every edge (07 §7.12 check 2). */
    private static final String UNION =
            "id,media_product_type,media_type,media_url,gif_url,permalink,owner,username,text,timestamp,shortcode,"
                    + "thumbnail_url,children,is_quote_post,quoted_post,reposted_post,has_replies,alt_text,link_attachment_url,poll_attachment,"
                    + "topic_tag,location_id,location,is_verified,profile_picture_url,is_spoiler_media,text_entities,text_attachment,"
                    + "allowlisted_country_codes,ghost_post_status,ghost_post_expiration_timestamp,is_reply,is_reply_owned_by_me,root_post,"
                    + "replied_to,hide_status,reply_audience,reply_approval_status";

    private final Dev dev = Dev.server();
    private final Api bob = dev.as("bob");
    private final Dev.User user = dev.user("bob");

    @Test
    @Spec(
            value = {"07 §7.3", "07 §7.4", "16 §6"},
            edges = "GET /{post}")
    void showsATextPost() {
        String post = bob.publish("Tea or coffee?", "topic_tag", "Programming");
        Answer read = bob.get("/v1.0/" + post, "fields", UNION).ok();

        assertThat(read.text("/media_product_type")).isEqualTo("THREADS");
        assertThat(read.text("/media_type")).isEqualTo("TEXT_POST");
        assertThat(read.text("/owner/id")).isEqualTo(user.id());
        assertThat(read.text("/username")).isEqualTo("bob");
        assertThat(read.text("/text")).isEqualTo("Tea or coffee?");
        assertThat(read.text("/timestamp")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+0000");
        assertThat(read.text("/shortcode")).isEqualTo(shortcode(post));
        assertThat(read.text("/permalink")).isEqualTo(dev.web() + "/@bob/post/" + shortcode(post));
        assertThat(read.text("/topic_tag")).isEqualTo("Programming");
        assertThat(read.text("/reply_audience")).isEqualTo("EVERYONE");
        for (String no : List.of("is_quote_post", "is_spoiler_media", "has_replies", "is_reply", "is_verified")) {
            assertThat(read.at("/" + no).asBoolean(true)).as(no).isFalse();
        }
        for (String absent : List.of(
                "media_url",
                "gif_url",
                "children",
                "quoted_post",
                "root_post",
                "hide_status",
                "alt_text",
                "ghost_post_status",
                "is_reply_owned_by_me",
                "reply_approval_status",
                "allowlisted_country_codes",
                "text_entities")) {
            assertThat(read.has("/" + absent)).as(absent).isFalse();
        }
        assertThat(bob.get("/" + post).text()).isEqualTo("{\"id\":\"" + post + "\"}");
        bob.get("/" + post, "fields", "like_count").refused(500, 100, "Tried accessing nonexisting field (like_count)");
    }

    @Test
    @Spec("07 §7.3")
    void showsAStrangerWhatIsPublic() {
        String post = bob.publish("for everybody");
        Answer read = dev.as("eve").get("/" + post, "fields", UNION).ok();

        assertThat(read.text("/text")).isEqualTo("for everybody");
        assertThat(read.text("/username")).isEqualTo("bob");
        assertThat(read.has("/owner")).isFalse();
        assertThat(read.has("/reply_audience")).isFalse();
    }

    @Test
    @Spec({"07 §7.4", "07 §7.12", "15 §15.6", "06 §3"})
    void hidesAPrivateProfileAsIfItWereNotThere() {
        Api cleo = dev.as("cleo");
        String post = cleo.publish("for friends");

        assertThat(cleo.get("/" + post, "fields", "text").ok().text("/text")).isEqualTo("for friends");
        bob.get("/" + post)
                .refused(
                        400,
                        100,
                        33,
                        "Unsupported get request. Object with ID '" + post
                                + "' does not exist, cannot be loaded due to missing permissions, or does not support this operation");
    }

    @Test
    @Spec(
            value = {"07 §7.7", "07 §7.1", "07 §7.12", "16 §7"},
            edges = "GET /{account}/threads")
    void listsOnesOwnPostsPageByPage() {
        List<String> published = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            published.addFirst(bob.publish("page " + i));
        }

        assertThat(ids(bob.get("/me/threads", "limit", "4").ok())).isEqualTo(published);
        assertThat(bob.get("/" + user.id() + "/threads", "limit", "1")
                        .ok()
                        .at("/data/0")
                        .propertyNames())
                .containsExactly("id");
        assertThat(bob.get("/me/threads", "fields", UNION).ok().text("/data/0/text"))
                .isEqualTo("page 3");

        List<String> walked = new ArrayList<>();
        Answer page = bob.get("/v1.0/me/threads", "limit", "1", "fields", "text");
        Answer first = page;
        for (int i = 0; i < 3; i++) {
            walked.addAll(ids(page.ok()));
            assertThat(page.text("/paging/next")).startsWith(dev.graph() + "/v1.0/me/threads?");
            page = follow(page.text("/paging/next"));
        }
        assertThat(walked).isEqualTo(published.subList(0, 3));
        assertThat(first.has("/paging/previous")).isFalse();
        assertThat(ids(follow(page.text("/paging/previous")))).containsExactly(published.get(2));

        Answer byHeader = bob.send(bob.request("/me/threads?limit=1")
                .header("Authorization", "Bearer " + bob.token())
                .GET());
        assertThat(byHeader.text("/paging/next")).doesNotContain("access_token");
    }

    @Test
    @Spec({"07 §7.1", "07 §7.11", "07 §7.12"})
    void endsAndRefusesInGoodOrder() {
        bob.publish("one");
        String oldest = bob.get("/me/threads", "since", "2023-07-06", "limit", "100")
                .ok()
                .text("/paging/cursors/before");
        assertThat(bob.get("/me/threads", "before", oldest).ok().text()).isEqualTo("{\"data\":[]}");
        assertThat(bob.get("/me/threads", "limit", "0").ok().text()).isEqualTo("{\"data\":[]}");
        assertThat(bob.get("/me/threads", "since", "", "until", "", "limit", "")
                        .ok()
                        .has("/data/0/id"))
                .isTrue();
        assertThat(bob.get("/me/threads", "until", "2024-01-01").ok().text()).isEqualTo("{\"data\":[]}");
        assertThat(bob.get("/me/threads", "since", "-1 hour", "until", "tomorrow")
                        .ok()
                        .has("/data/0/id"))
                .isTrue();
        assertThat(bob.get("/me/threads", "limit", "1000").ok().has("/data/0/id"))
                .isTrue();

        bob.get("/me/threads", "fields", "id,foo").refused(400, 100, "Tried accessing nonexisting field (foo)");
        bob.get("/me/threads", "since", "1")
                .refused(400, 100, "Param since must be greater than or equal to 1688540400.");
        bob.get("/me/threads", "limit", "-1").refused(400, 100, "Param limit must be greater than or equal to 0.");
        bob.get("/me/threads", "after", oldest, "before", oldest)
                .refused(400, 100, "Params before and after must not be used together.");
        bob.get("/me/threads", "after", oldest + "x").refused(400, 100, "Param after is not a valid cursor.");
        bob.get("/" + dev.user("ann").id() + "/threads")
                .refused(
                        400,
                        100,
                        33,
                        "Unsupported get request. Object with ID '"
                                + dev.user("ann").id()
                                + "' does not exist, cannot be loaded due to missing permissions, or does not support this operation");
    }

    @Test
    @Spec(
            value = {"09 §9.1", "09 §9.4", "16 §5"},
            edges = "GET /{account}")
    void showsOnesOwnProfile() {
        String fields =
                "id,username,name,threads_profile_picture_url,threads_biography,is_verified,recently_searched_keywords,is_eligible_for_geo_gating";
        Answer me = bob.get("/me", "fields", fields).ok();

        assertThat(me.text())
                .isEqualTo(bob.get("/" + user.id(), "fields", fields).text());
        assertThat(me.text("/id")).isEqualTo(user.id()).matches("\\d{16}");
        assertThat(me.text("/username")).isEqualTo("bob");
        assertThat(me.text("/name")).isNotEmpty();
        assertThat(me.has("/threads_biography")).isTrue();
        assertThat(me.at("/is_eligible_for_geo_gating").isBoolean()).isTrue();
        assertThat(dev.as("ann")
                        .get("/me", "fields", "is_verified")
                        .at("/is_verified")
                        .asBoolean(false))
                .isTrue();
        bob.get("/me", "fields", "followers_count")
                .refused(500, 100, "Tried accessing nonexisting field (followers_count)");

        Answer picture =
                bob.send(java.net.http.HttpRequest.newBuilder(URI.create(me.text("/threads_profile_picture_url")))
                        .GET());
        assertThat(picture.status()).isEqualTo(200);
        assertThat(picture.header("content-type")).startsWith("image/");
    }

    private static List<String> ids(Answer page) {
        return page.at("/data")
                .valueStream()
                .map(post -> post.path("id"))
                .map(JsonNode::asString)
                .toList();
    }

    private Answer follow(String link) {
        return bob.send(java.net.http.HttpRequest.newBuilder(URI.create(link)).GET())
                .ok();
    }

    /** The base-64 form of a number (07 §7.2). */
    private static String shortcode(String id) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        StringBuilder code = new StringBuilder();
        for (BigInteger rest = new BigInteger(id); rest.signum() > 0; rest = rest.shiftRight(6)) {
            code.append(alphabet.charAt(rest.and(BigInteger.valueOf(63)).intValue()));
        }
        return code.reverse().toString();
    }
}
