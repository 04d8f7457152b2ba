package bobbin.post;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Fixture;
import bobbin.GraphClient;
import bobbin.base.Scope;
import bobbin.image.ImageSamples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Carousels and their items through the API (04 §2, §3, §10; 07 §7.5). */
class CarouselsTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final Exhibition show = new Exhibition(fixture);
    private final GraphClient ann = show.ann;

    @AfterEach
    void close() {
        show.close();
    }

    /** 04 §3: an item has an image or a video and an alternative text; whatever else is sent belongs to the carousel. */
    @Test
    void passesOverWhatAnItemCannotHave() {
        GraphClient modest = new GraphClient(
                fixture.time, show.town.ann, EnumSet.of(Scope.BASIC, Scope.CONTENT_PUBLISH), show.town.publishGraph());

        var answer = modest.post(
                "/me/threads",
                "image_url",
                show.serve("image/jpeg", ImageSamples.jpeg(400, 400)),
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

    @Test
    void publishesACarouselWhoseItemsWereNotReadyWhenItWasMade() {
        String first = show.image("is_carousel_item", "true", "alt_text", "one", "text", "ignored");
        String second = ann.post(
                        "/me/threads",
                        "media_type",
                        "VIDEO",
                        "video_url",
                        show.serve("video/mp4", Exhibition.mp4()),
                        "is_carousel_item",
                        "true")
                .at("/id");
        String carousel = ann.post(
                        "/me/threads", "media_type", "CAROUSEL", "children", second + "," + first, "text", "both")
                .at("/id");
        assertThat(show.status(carousel)).isEqualTo("IN_PROGRESS");

        show.town.work();
        String post = Exhibition.publish(ann, carousel);

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
        assertThat(show.status(first)).isEqualTo("PUBLISHED");
    }

    @Test
    void carriesTheErrorOfAnItemToItsCarousel() {
        String good = show.image("is_carousel_item", "true");
        String bad = ann.post(
                        "/me/threads",
                        "media_type",
                        "VIDEO",
                        "video_url",
                        show.serve("video/mp4", new byte[99]),
                        "is_carousel_item",
                        "true")
                .at("/id");
        String carousel = ann.post(
                        "/me/threads", "media_type", "CAROUSEL", "children", "[\"" + good + "\"," + bad + "]")
                .at("/id");

        show.town.work();

        var shown = ann.get("/" + carousel, "fields", "status,error_message");
        assertThat(shown.at("/status")).isEqualTo("ERROR");
        assertThat(shown.at("/error_message")).isEqualTo("FAILED_PROCESSING_VIDEO");
        assertThat(ann.post("/me/threads", "media_type", "CAROUSEL", "children", good + "," + bad)
                        .at("/error/error_user_msg"))
                .isEqualTo("The children with IDs " + bad + " are invalid, nonexistent, or expired.");
    }

    @Test
    void refusesItemsThatAreNoneOfOnesOwn() {
        String item = show.image("is_carousel_item", "true");
        String post = show.image();
        String foreign = show.image(show.client(show.town.bob, show.town.publishGraph()), "is_carousel_item", "true");

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
        String url = show.serve("image/jpeg", ImageSamples.jpeg(320, 320));
        for (int i = 0; i < items.length; i++) {
            items[i] = ann.post("/me/threads", "image_url", url, "is_carousel_item", "true")
                    .at("/id");
        }
        String carousel =
                ann.post("/me/threads", "children", String.join(",", items)).at("/id");

        var shown = ann.get("/" + Exhibition.publish(ann, carousel), "fields", "children");

        assertThat(shown.has("/children/data/19/id")).isTrue();
    }

    @Test
    void publishesNoItemAlone() {
        String item = show.image("is_carousel_item", "true");

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
                        show.image("is_carousel_item", "true") + "," + show.image("is_carousel_item", "true"))
                .at("/id");
        String post = Exhibition.publish(ann, carousel);
        String child = ann.get("/" + post, "fields", "children").at("/children/data/0/id");

        assertThat(ann.delete("/" + child).status()).isEqualTo(400);
        assertThat(ann.post("/" + child + "/repost").status()).isEqualTo(400);
        ann.delete("/" + post);

        assertThat(ann.get("/" + child).at("/error/error_subcode")).isEqualTo("33");
    }

    /** Of two items, the first of which says that it is to be covered. */
    private String carousel(String name, String value) {
        String items = show.image("is_carousel_item", "true", "is_spoiler_media", "true") + ","
                + show.image("is_carousel_item", "true");
        return Exhibition.publish(
                ann,
                ann.post("/me/threads", "media_type", "CAROUSEL", "children", items, name, value)
                        .at("/id"));
    }
}
