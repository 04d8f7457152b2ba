package bobbin.post;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Fixture;
import bobbin.GraphClient;
import bobbin.account.Pictures;
import bobbin.app.Actor;
import bobbin.base.Fidelity;
import bobbin.base.Id;
import bobbin.base.Scope;
import bobbin.base.Setting;
import bobbin.graph.Viewer;
import bobbin.http.HttpSettings;
import bobbin.http.PublicUrls;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Reading posts through the API (07 §7.1 to §7.4, §7.7). */
class PostGraphTest {
    /** Every name that clients ask for (17 §7). */
    private static final String ALL =
            "id,media_product_type,media_type,media_url,gif_url,permalink,owner,username,text,"
                    + "timestamp,shortcode,thumbnail_url,children,is_quote_post,quoted_post,reposted_post,has_replies,alt_text,"
                    + "link_attachment_url,poll_attachment,topic_tag,location_id,location,is_verified,profile_picture_url,"
                    + "is_spoiler_media,text_entities,text_attachment,allowlisted_country_codes,ghost_post_status,"
                    + "ghost_post_expiration_timestamp,is_reply,is_reply_owned_by_me,root_post,replied_to,hide_status,"
                    + "reply_audience,reply_approval_status";

    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final Town town = new Town(fixture);
    private final PostSettings settings = PostSettings.from(Setting::standard);
    private final Publishing publishing = town.publishing();
    private final PostGraph part = new PostGraph(
            town.posts(),
            new PostFields(
                    town.posts(),
                    town.accounts,
                    _ -> Map.of(),
                    PostVotes.NONE,
                    settings,
                    new PublicUrls(HttpSettings.from(Setting::standard))));
    private final GraphClient ann = client(town.ann, EnumSet.allOf(Scope.class));
    private final GraphClient bob = client(town.bob, EnumSet.allOf(Scope.class));

    @Test
    void showsAllFieldsOfAText() {
        fixture.time.set(Instant.parse("2026-03-02T09:15:04Z"));
        town.moderation.verify(town.ann);
        Id id = publish(new Sketch()
                .text("see #tea at https://a.example/x")
                .control("followers_only")
                .countries("US", "CA")
                .spoilers(new Spoiler.Entity("spoiler", Optional.of(0L), Optional.of(3L)))
                .draft());
        String picture = Pictures.path(town.accounts.get(town.ann));

        assertThat(ann.get("/" + id, "fields", ALL).text().replace(base(), "BASE"))
                .isEqualTo(("{\"id\":\"ID\",\"media_product_type\":\"THREADS\",\"media_type\":\"TEXT_POST\","
                                + "\"permalink\":\"BASE/@ann/post/CODE\",\"owner\":{\"id\":\"SCOPED\"},"
                                + "\"username\":\"ann\",\"text\":\"see #tea at https://a.example/x\","
                                + "\"timestamp\":\"2026-03-02T09:15:04+0000\",\"shortcode\":\"CODE\","
                                + "\"is_quote_post\":false,\"has_replies\":false,"
                                + "\"link_attachment_url\":\"https://a.example/x\",\"topic_tag\":\"tea\","
                                + "\"is_verified\":true,\"profile_picture_url\":\"BASEPICTURE\","
                                + "\"is_spoiler_media\":false,"
                                + "\"text_entities\":{\"data\":[{\"entity_type\":\"SPOILER\",\"offset\":0,\"length\":3}]},"
                                + "\"allowlisted_country_codes\":[\"US\",\"CA\"],\"is_reply\":false,"
                                + "\"reply_audience\":\"FOLLOWERS_ONLY\"}")
                        .replace("ID", id.toString())
                        .replace("CODE", id.shortcode())
                        .replace("SCOPED", GraphClient.SCOPED_ID)
                        .replace("PICTURE", picture));
    }

    @Test
    void leavesOutWhatIsOnlyTheAuthorsFromTheReadingOfOthers() {
        Id id = publish(Draft.text("hello"));
        var answer = bob.get("/" + id, "fields", ALL);

        assertThat(answer.at("/text")).isEqualTo("hello");
        assertThat(answer.at("/username")).isEqualTo("ann");
        for (String name : new String[] {"owner", "reply_audience", "allowlisted_country_codes", "topic_tag"}) {
            assertThat(answer.has("/" + name)).as(name).isFalse();
        }
    }

    @Test
    void leavesOutFieldsOfRepliesWithoutTheirPermission() {
        Id id = publish(Draft.text("hello"));
        GraphClient basic = client(town.ann, Set.of(Scope.BASIC));

        assertThat(basic.get("/" + id, "fields", "has_replies,is_reply,reply_audience,text")
                        .text())
                .isEqualTo("{\"text\":\"hello\",\"id\":\"" + id + "\"}");
    }

    @Test
    void refusesFieldsThatDoNotExistOnASinglePostOnly() {
        Id id = publish(Draft.text("hello"));

        for (String name : new String[] {"status", "like_count", "gif_attachment", "permalink_url"}) {
            var answer = ann.get("/" + id, "fields", "id," + name);
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.at("/error/message")).isEqualTo("Tried accessing nonexisting field (" + name + ")");
        }
    }

    @Test
    void hidesWhatTheCallerMayNotRead() {
        Id id = publish(Draft.text("hello"));
        town.accounts.makePrivate(town.ann);
        var answer = bob.get("/" + id);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text())
                .startsWith("{\"error\":{\"message\":\"Unsupported get request. Object with ID '" + id
                        + "' does not exist, cannot be loaded due to missing permissions, or does not support this"
                        + " operation\",\"type\":\"THApiException\",\"code\":100,\"error_subcode\":33,\"fbtrace_id\":");
        assertThat(ann.get("/" + id).status()).isEqualTo(200);
        assertThat(bob.get("/" + fixture.ids.next(Id.Kind.POST, town.ann)).at("/error/error_subcode"))
                .isEqualTo("33");
    }

    @Test
    void readsOthersOnlyWithAdvancedAccess() {
        Id id = publish(Draft.text("hello"));
        Id other = publishing
                .publishAtOnce(Writer.through(town.demo, town.bob), Draft.text("hi"))
                .post();
        town.permissions.withdraw(Actor.OPERATOR, town.demo, Scope.BASIC);

        assertThat(ann.get("/" + other).at("/error/error_subcode")).isEqualTo("33");
        assertThat(bob.get("/" + other).status()).isEqualTo(200);
        assertThat(bob.get("/" + id).status()).as("ann tests the app").isEqualTo(200);
    }

    @Test
    void needsTheBasicPermission() {
        Id id = publish(Draft.text("hello"));
        GraphClient nobody = client(town.ann, Set.of());

        assertThat(nobody.get("/" + id).at("/error/error_subcode")).isEqualTo("10");
        assertThat(nobody.get("/me/threads").at("/error/error_subcode")).isEqualTo("10");
    }

    @Test
    void listsOnesOwnPostsNewestFirst() {
        Id first = publish(Draft.text("first"));
        publishing.publishAtOnce(Writer.through(town.demo, town.bob), Draft.text("not hers"));
        publishing.draft(Writer.through(town.demo, town.ann), Draft.text("not yet"));
        Id second = publish(Draft.text("second"));
        var list = ann.get("/me/threads", "fields", "text,owner{id},foo");

        assertThat(list.at("/error/message")).isEqualTo("Tried accessing nonexisting field (foo)");
        list = ann.get("/me/threads", "fields", "text,owner,hide_status,is_reply_owned_by_me");
        assertThat(list.text())
                .startsWith("{\"data\":[{\"text\":\"second\",\"owner\":{\"id\":\"" + GraphClient.SCOPED_ID
                        + "\"},\"id\":\"" + second + "\"},{\"text\":\"first\",\"owner\":{\"id\":\""
                        + GraphClient.SCOPED_ID + "\"},\"id\":\"" + first
                        + "\"}],\"paging\":{\"cursors\":{\"before\":");
        assertThat(ann.get("/me/threads").has("/data/0/text")).isFalse();
        assertThat(ann.get("/" + GraphClient.SCOPED_ID + "/threads").text())
                .startsWith("{\"data\":[{\"id\":\"" + second + "\"}");
    }

    @Test
    void acceptsTheUnionOfAllFieldsOnTheList() {
        publish(Draft.text("hello"));
        var list = ann.get("/me/threads", "fields", ALL);

        assertThat(list.status()).isEqualTo(200);
        assertThat(list.at("/data/0/reply_audience")).isEqualTo("EVERYONE");
        assertThat(list.at("/data/0/timestamp")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+0000");
    }

    @Test
    void doesNotListThePostsOfOthers() {
        assertThat(ann.get("/1234567890123457/threads").at("/error/error_subcode"))
                .isEqualTo("33");
    }

    @Test
    void walksFromPageToPageAndBack() {
        Id first = publish(Draft.text("first"));
        Id second = publish(Draft.text("second"));
        Id third = publish(Draft.text("third"));

        var newest = ann.get("/me/threads", "limit", "1");
        assertThat(newest.at("/data/0/id")).isEqualTo(third.toString());
        assertThat(newest.has("/paging/previous")).isFalse();
        publish(Draft.text("published during paging"));
        var middle = ann.get("/me/threads", "limit", "1", "after", newest.at("/paging/cursors/after"));
        assertThat(middle.at("/data/0/id")).isEqualTo(second.toString());
        var oldest = ann.get("/me/threads", "limit", "1", "after", middle.at("/paging/cursors/after"));
        assertThat(oldest.at("/data/0/id")).isEqualTo(first.toString());
        assertThat(oldest.has("/paging/next")).isFalse();
        var end = ann.get("/me/threads", "limit", "1", "after", oldest.at("/paging/cursors/after"));
        assertThat(end.text()).isEqualTo("{\"data\":[]}");
        var back = ann.get("/me/threads", "limit", "1", "before", oldest.at("/paging/cursors/before"));
        assertThat(back.at("/data/0/id")).isEqualTo(second.toString());
    }

    @Test
    void listsAHundredAtMost() {
        for (int i = 0; i < 101; i++) {
            publish(Draft.text("post " + i));
        }

        assertThat(count(ann.get("/me/threads"))).isEqualTo(25);
        assertThat(count(ann.get("/me/threads", "limit", "1000"))).isEqualTo(100);
        assertThat(ann.get("/me/threads", "limit", "0").text()).isEqualTo("{\"data\":[]}");
    }

    @Test
    void listsATimeSpan() {
        fixture.time.set(Instant.parse("2026-03-01T08:00:00Z"));
        Id first = publish(Draft.text("first"));
        fixture.time.set(Instant.parse("2026-03-02T07:59:59Z"));
        Id second = publish(Draft.text("second"));
        fixture.time.set(Instant.parse("2026-03-02T08:00:01Z"));
        publish(Draft.text("third"));
        fixture.time.set(Instant.parse("2026-03-05T00:00:00Z"));

        assertThat(ids(ann.get("/me/threads", "since", "2026-03-01", "until", "2026-03-02")))
                .isEqualTo(second + " " + first);
        assertThat(ids(ann.get("/me/threads", "since", "1772438399", "until", "1772438399")))
                .isEmpty();
        assertThat(ids(ann.get("/me/threads", "since", "1772438398", "until", "1772438399")))
                .isEqualTo(second.toString());
        assertThat(count(ann.get("/me/threads", "since", "", "until", "", "limit", "")))
                .isEqualTo(3);
    }

    private Id publish(Draft draft) {
        Id post = publishing
                .publishAtOnce(Writer.through(town.demo, town.ann), draft)
                .post();
        fixture.time.pass(Duration.ofSeconds(1));
        return post;
    }

    private String base() {
        String link = ann.get("/me/threads", "fields", "permalink").at("/data/0/permalink");
        return link.substring(0, link.indexOf("/@"));
    }

    private GraphClient client(Id account, Set<Scope> scopes) {
        Viewer viewer = new Viewer(town.demo, Optional.of(account), Optional.of(GraphClient.SCOPED_ID), scopes);
        return new GraphClient(fixture.time, viewer, Fidelity.META, part);
    }

    private static int count(GraphClient.Answer list) {
        int count = 0;
        while (list.has("/data/" + count + "/id")) {
            count++;
        }
        return count;
    }

    private static String ids(GraphClient.Answer list) {
        StringBuilder ids = new StringBuilder();
        for (int i = 0; i < count(list); i++) {
            ids.append(i == 0 ? "" : " ").append(list.at("/data/" + i + "/id"));
        }
        return ids.toString();
    }
}
