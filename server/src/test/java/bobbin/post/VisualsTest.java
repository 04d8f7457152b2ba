package bobbin.post;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Fixture;
import bobbin.GraphClient;
import bobbin.base.Fidelity;
import bobbin.base.Id;
import bobbin.base.Scope;
import bobbin.base.Setting;
import bobbin.fetch.Origin;
import bobbin.graph.Viewer;
import bobbin.http.HttpSettings;
import bobbin.http.PublicUrls;
import bobbin.image.ImageSamples;
import bobbin.video.SampleSound;
import bobbin.video.TestPattern;
import bobbin.video.VideoSample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Images, videos and carousels through the API (04 §2, §3, §8, §9, §10; 07 §7.3, §7.5). */
class VisualsTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final Town town = new Town(fixture);
    private final PostGraph reading = new PostGraph(
            town.posts(),
            new PostFields(
                    town.posts(),
                    town.accounts,
                    _ -> Map.of(),
                    PostVotes.NONE,
                    Town.SETTINGS,
                    new PublicUrls(HttpSettings.from(Setting::standard))));
    private final GraphClient ann = client(town.ann, town.publishGraph());
    private final List<Origin> origins = new ArrayList<>();

    @AfterEach
    void close() {
        origins.forEach(Origin::close);
        town.studio.close();
    }

    @Test
    void publishesAnImage() {
        String post = publish(ann, image("text", "look", "alt_text", "a picture", "is_spoiler_media", "true"));

        var shown = ann.get("/" + post, "fields", "media_type,media_url,thumbnail_url,alt_text,text,is_spoiler_media");
        assertThat(shown.at("/media_type")).isEqualTo("IMAGE");
        assertThat(shown.at("/media_url")).matches("http://localhost/.+\\.jpg");
        assertThat(shown.at("/alt_text")).isEqualTo("a picture");
        assertThat(shown.at("/is_spoiler_media")).isEqualTo("true");
        assertThat(shown.has("/thumbnail_url")).isFalse();
    }

    /** 04 §3: an item has an image or a video and an alternative text; whatever else is sent belongs to the carousel. */
    @Test
    void passesOverWhatAnItemCannotHave() {
        GraphClient modest = new GraphClient(
                fixture.time, town.ann, EnumSet.of(Scope.BASIC, Scope.CONTENT_PUBLISH), town.publishGraph());

        var answer = modest.post(
                "/me/threads",
                "image_url",
                serve("image/jpeg", ImageSamples.jpeg(400, 400)),
                "is_carousel_item",
                "true",
                "location_id",
                "nowhere",
                "quote_post_id",
                "nothing",
                "reply_to_id",
                "nothing",
                "reply_control",
                "nobody",
                "topic_tag",
                "a.b&c",
                "allowlisted_country_codes",
                "XX");

        assertThat(answer.has("/id")).isTrue();
    }

    @Test
    void refusesAnImageThatCannotBeFetched() {
        var answer = ann.post("/me/threads", "media_type", "IMAGE", "image_url", serve("text/plain", new byte[9]));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/error/error_user_title")).isNotEmpty();
        assertThat(ann.post("/me/threads", "media_type", "IMAGE", "image_url", "http://127.0.0.1:1/x")
                        .at("/error/error_subcode"))
                .isEqualTo("2207052");
    }

    @Test
    void asksNobodyForAnImageOfADraftThatIsRefusedAnyway() {
        String url = serve("image/jpeg", ImageSamples.jpeg(400, 300));

        var answer = ann.post("/me/threads", "media_type", "IMAGE", "image_url", url, "quote_post_id", "1");

        assertThat(answer.at("/error/message")).isEqualTo("Param quote_post_id is not a valid threads_media ID");
        assertThat(origins.getLast().asked).isEmpty();
    }

    @Test
    void publishesAVideoWhenItIsReady() {
        String container = video();
        assertThat(status(container)).isEqualTo("IN_PROGRESS");
        assertThat(client(town.ann, impatient())
                        .post("/me/threads_publish", "creation_id", container)
                        .at("/error/code"))
                .isEqualTo("24");

        town.work();

        assertThat(status(container)).isEqualTo("FINISHED");
        String post = publish(ann, container);
        var shown = ann.get("/" + post, "fields", "media_type,media_url,thumbnail_url");
        assertThat(shown.at("/media_type")).isEqualTo("VIDEO");
        assertThat(shown.at("/media_url")).endsWith(".mp4");
        assertThat(shown.at("/thumbnail_url")).endsWith(".jpg");
    }

    @Test
    void saysWhatIsWrongWithAVideo() {
        String container = ann.post("/me/threads", "media_type", "VIDEO", "video_url", serve("video/mp4", new byte[99]))
                .at("/id");

        town.work();

        assertThat(ann.get("/" + container, "fields", "id,status,error_message").text())
                .isEqualTo("{\"id\":\"" + container
                        + "\",\"status\":\"ERROR\",\"error_message\":\"FAILED_PROCESSING_VIDEO\"}");
        assertThat(ann.post("/me/threads_publish", "creation_id", container).at("/error/error_subcode"))
                .isEqualTo("4279009");
    }

    @Test
    void coversAllItemsOfACarouselOrNone() {
        String covered = carousel("is_spoiler_media", "true");
        String open = carousel("text", "look");

        assertThat(ann.get("/" + covered, "fields", "children{is_spoiler_media}")
                        .text())
                .contains("\"is_spoiler_media\":true")
                .doesNotContain("\"is_spoiler_media\":false");
        assertThat(ann.get("/" + open, "fields", "children{is_spoiler_media}").text())
                .contains("\"is_spoiler_media\":false")
                .doesNotContain("\"is_spoiler_media\":true");
    }

    /** Of two items, the first of which says that it is to be covered. */
    private String carousel(String name, String value) {
        String items =
                image("is_carousel_item", "true", "is_spoiler_media", "true") + "," + image("is_carousel_item", "true");
        return publish(
                ann,
                ann.post("/me/threads", "media_type", "CAROUSEL", "children", items, name, value)
                        .at("/id"));
    }

    @Test
    void publishesACarouselWhoseItemsWereNotReadyWhenItWasMade() {
        String first = image("is_carousel_item", "true", "alt_text", "one", "text", "ignored");
        String second = ann.post(
                        "/me/threads",
                        "media_type",
                        "VIDEO",
                        "video_url",
                        serve("video/mp4", mp4()),
                        "is_carousel_item",
                        "true")
                .at("/id");
        String carousel = ann.post(
                        "/me/threads", "media_type", "CAROUSEL", "children", second + "," + first, "text", "both")
                .at("/id");
        assertThat(status(carousel)).isEqualTo("IN_PROGRESS");

        town.work();
        String post = publish(ann, carousel);

        var shown = ann.get(
                "/" + post,
                "fields",
                "media_type,media_url,thumbnail_url,alt_text,children{media_type,media_url,alt_text,text,permalink,has_replies,username}");
        assertThat(shown.at("/media_type")).isEqualTo("CAROUSEL_ALBUM");
        assertThat(shown.at("/media_url")).endsWith(".mp4").isEqualTo(shown.at("/children/data/0/media_url"));
        assertThat(shown.has("/thumbnail_url")).isFalse();
        assertThat(shown.at("/children/data/1/media_type")).isEqualTo("IMAGE");
        assertThat(shown.at("/children/data/1/alt_text")).isEqualTo("one");
        assertThat(shown.at("/children/data/1/username")).isEqualTo("ann");
        assertThat(shown.text()).doesNotContain("\"permalink\"", "\"has_replies\"", "ignored");
        String child = shown.at("/children/data/1/id");
        assertThat(ann.get("/" + child, "fields", "alt_text").at("/alt_text")).isEqualTo("one");
        assertThat(ann.get("/me/threads").text()).contains(post).doesNotContain(child);
        assertThat(status(first)).isEqualTo("PUBLISHED");
    }

    @Test
    void carriesTheErrorOfAnItemToItsCarousel() {
        String good = image("is_carousel_item", "true");
        String bad = ann.post(
                        "/me/threads",
                        "media_type",
                        "VIDEO",
                        "video_url",
                        serve("video/mp4", new byte[99]),
                        "is_carousel_item",
                        "true")
                .at("/id");
        String carousel = ann.post(
                        "/me/threads", "media_type", "CAROUSEL", "children", "[\"" + good + "\"," + bad + "]")
                .at("/id");

        town.work();

        var shown = ann.get("/" + carousel, "fields", "status,error_message");
        assertThat(shown.at("/status")).isEqualTo("ERROR");
        assertThat(shown.at("/error_message")).isEqualTo("FAILED_PROCESSING_VIDEO");
        assertThat(ann.post("/me/threads", "media_type", "CAROUSEL", "children", good + "," + bad)
                        .at("/error/error_user_msg"))
                .isEqualTo("The children with IDs " + bad + " are invalid, nonexistent, or expired.");
    }

    @Test
    void refusesItemsThatAreNoneOfOnesOwn() {
        String item = image("is_carousel_item", "true");
        String post = image();
        String foreign = image(client(town.bob, town.publishGraph()), "is_carousel_item", "true");

        for (String bad : new String[] {item, post, foreign, "1", "abc"}) {
            var answer = ann.post("/me/threads", "media_type", "CAROUSEL", "children", item + "," + bad);
            assertThat(answer.at("/error/error_subcode")).as(bad).isEqualTo("4279004");
            assertThat(answer.at("/error/error_user_title")).isEqualTo("Invalid Carousel Children");
        }
        fixture.time.pass(Duration.ofHours(24));
        assertThat(ann.post("/me/threads", "media_type", "CAROUSEL", "children", item + "," + post)
                        .at("/error/error_subcode"))
                .isEqualTo("4279004");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 21})
    void takesTwoToTwentyItems(int items) {
        List<String> children = new ArrayList<>();
        for (int i = 1; i <= items; i++) {
            children.add(Integer.toString(i));
        }

        assertThat(ann.post("/me/threads", "media_type", "CAROUSEL", "children", String.join(",", children))
                        .at("/error/message"))
                .isEqualTo("Param children must contain between 2 and 20 media containers.");
    }

    @Test
    void takesTwentyItems() {
        String[] items = new String[20];
        String url = serve("image/jpeg", ImageSamples.jpeg(320, 320));
        for (int i = 0; i < items.length; i++) {
            items[i] = ann.post("/me/threads", "image_url", url, "is_carousel_item", "true")
                    .at("/id");
        }
        String carousel =
                ann.post("/me/threads", "children", String.join(",", items)).at("/id");

        var shown = ann.get("/" + publish(ann, carousel), "fields", "children");

        assertThat(shown.has("/children/data/19/id")).isTrue();
    }

    @Test
    void publishesNoItemAlone() {
        String item = image("is_carousel_item", "true");

        assertThat(ann.post("/me/threads_publish", "creation_id", item).at("/error/code"))
                .isEqualTo("24");
    }

    @Test
    void refusesAGhostlyItem() {
        assertThat(ann.post(
                                "/me/threads",
                                "media_type",
                                "IMAGE",
                                "image_url",
                                "https://a.example/i.jpg",
                                "is_carousel_item",
                                "true",
                                "is_ghost_post",
                                "true")
                        .at("/error/error_user_msg"))
                .isEqualTo("is_ghost_post and is_carousel_item cannot be used together.");
    }

    @Test
    void takesItemsAwayWithTheirCarousel() {
        String carousel = ann.post(
                        "/me/threads",
                        "children",
                        image("is_carousel_item", "true") + "," + image("is_carousel_item", "true"))
                .at("/id");
        String post = publish(ann, carousel);
        String child = ann.get("/" + post, "fields", "children").at("/children/data/0/id");

        assertThat(ann.delete("/" + child).status()).isEqualTo(400);
        assertThat(ann.post("/" + child + "/repost").status()).isEqualTo(400);
        ann.delete("/" + post);

        assertThat(ann.get("/" + child).at("/error/error_subcode")).isEqualTo("33");
    }

    @Test
    void takesAltTextOf1000CharactersAndNoMore() {
        assertThat(image("alt_text", "x".repeat(1000))).isNotEmpty();
        assertThat(ann.post(
                                "/me/threads",
                                "media_type",
                                "IMAGE",
                                "image_url",
                                "https://a.example/i.jpg",
                                "alt_text",
                                "x".repeat(1001))
                        .at("/error/message"))
                .isEqualTo("Param alt_text must be at most 1000 characters long.");
        assertThat(ann.post("/me/threads", "media_type", "TEXT", "text", "x", "alt_text", "x".repeat(1001))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void publishesAtOnceNothingButTexts() {
        String container = image("auto_publish_text", "true");

        assertThat(status(container)).isEqualTo("FINISHED");
    }

    private static byte[] mp4() {
        return VideoSample.mp4()
                .pictures(new TestPattern(320, 240).encode(12, 4), 320, 240)
                .duration(Duration.ofSeconds(1))
                .sound(SampleSound.silence())
                .bytes();
    }

    private String video() {
        return ann.post("/me/threads", "media_type", "VIDEO", "video_url", serve("video/mp4", mp4()))
                .at("/id");
    }

    private String image(String... more) {
        return image(ann, more);
    }

    private String image(GraphClient author, String... more) {
        String[] all = new String[more.length + 4];
        System.arraycopy(more, 0, all, 4, more.length);
        all[0] = "media_type";
        all[1] = "IMAGE";
        all[2] = "image_url";
        all[3] = serve("image/jpeg", ImageSamples.jpeg(400, 300));
        var answer = author.post("/me/threads", all);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.at("/id");
    }

    private String status(String container) {
        return ann.get("/" + container, "fields", "status").at("/status");
    }

    private static String publish(GraphClient author, String container) {
        var answer = author.post("/me/threads_publish", "creation_id", container);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.at("/id");
    }

    private PublishGraph impatient() {
        PostSettings settings = Sketch.settings(PostSettings.WAIT, Duration.ZERO);
        return new PublishGraph(
                town.publishing(settings, new PostRules() {}, new PostEvents() {}),
                town.reposts(),
                town.deletions(),
                settings);
    }

    private String serve(String type, byte[] file) {
        Origin origin = new Origin(Origin.serving(type, file));
        origins.add(origin);
        return "http://origin.test:" + origin.port() + "/file";
    }

    private GraphClient client(Id account, PublishGraph writing) {
        Viewer viewer = new Viewer(
                town.demo, Optional.of(account), Optional.of(GraphClient.SCOPED_ID), EnumSet.allOf(Scope.class));
        return new GraphClient(fixture.time, viewer, Fidelity.META, writing, reading);
    }
}
