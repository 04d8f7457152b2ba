package bobbin.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which posts other sites may show (13 §13.1.2). Of any other nobody learns why not, neither from the API nor from the frame. */
class EmbeddableTest {
    private final Dev dev = Dev.server();
    private final Stage stage = new Stage(dev);
    private final Script script = dev.script();
    private final Api ann = dev.as("ann");
    private final Api bob = dev.as("bob");
    private final Api cleo = dev.as("cleo");
    private final Api anybody = new Api(dev.graph(), "");

    /** Why a post may not be shown elsewhere. */
    enum Reason {
        PRIVATE,
        INACTIVE,
        AGE_RESTRICTED,
        GEO_GATED,
        GHOST,
        HIDDEN,
        PENDING,
        REPOST,
        DELETED,
        NEVER_WRITTEN
    }

    @ParameterizedTest
    @EnumSource
    @Spec({"13 §13.1.2", "13 §13.4", "13 §13.6"})
    void nobodyLearnsWhyAPostCannotBeShown(Reason reason) {
        String link = linkTo(reason);

        anybody.send("GET", "/oembed", "url", link)
                .refused(
                        400,
                        100,
                        33,
                        "Unsupported get request. Object with ID '" + link
                                + "' does not exist, cannot be loaded due to missing permissions, or does not support this operation");
        Answer frame = new Api(link + "/embed", "").send("GET", "");
        assertThat(frame.status()).isEqualTo(200);
        assertThat(frame.text()).contains("This post is not available.").doesNotContain("<article", "/@");
    }

    /** Not even to the author: what is shown elsewhere is seen by anybody. */
    @Test
    @Spec("13 §13.1.2")
    void aTokenShowsNoMore() {
        String link = link(ann, ann.publish("Boo", "is_ghost_post", "true"));

        assertThat(ann.get("/oembed", "url", link).text("/error/error_subcode")).isEqualTo("33");
    }

    @Test
    @Spec("13 §13.1.2")
    void showsEveryKindThatStays() {
        String root = ann.publish("Root");
        String[] kinds = {
            ann.publish("Poll", "poll_attachment", "{\"option_a\":\"Tea\",\"option_b\":\"Cake\"}"),
            ann.publish(
                    "Gif",
                    "gif_attachment",
                    "{\"gif_id\":\"" + dev.media().gifs().getFirst() + "\",\"provider\":\"GIPHY\"}"),
            ann.publish("Long", "text_attachment", "{\"plaintext\":\"words\"}"),
            ann.publish("Quote", "quote_post_id", root),
            ann.publish("Reply", "reply_to_id", root),
        };

        for (String post : kinds) {
            String link = link(ann, post);
            assertThat(anybody.send("GET", "/oembed", "url", link).ok().text("/html"))
                    .contains(link);
        }
        assertThat(new Api(link(ann, kinds[4]) + "/embed", "").send("GET", "").text())
                .contains("Replying to <a href=\"/@ann/post/");
    }

    /** What is quoted in a frame is shown elsewhere as well. */
    @Test
    @Spec({"13 §13.1.2", "13 §13.4"})
    void coversQuotesOfWhatMayNotBeShown() {
        Dev.User author = stage.person();
        String frame =
                link(ann, ann.publish("Look", "quote_post_id", stage.api(author).publish("For adults"))) + "/embed";
        assertThat(new Api(frame, "").send("GET", "").text()).contains("For adults");

        stage.run("user", "set", author.username(), "--age-restricted", "true");

        assertThat(new Api(frame, "").send("GET", "").text())
                .contains("Look", "The quoted post is not available.")
                .doesNotContain("For adults");
    }

    /** The address of a post that may not be shown for this reason. */
    private String linkTo(Reason reason) {
        return switch (reason) {
            case PRIVATE -> link(cleo, cleo.publish("Among us"));
            case INACTIVE -> byOneWhoLeft();
            case AGE_RESTRICTED -> byOneForAdults();
            case GEO_GATED -> link(ann, ann.publish("There", "allowlisted_country_codes", "IS"));
            case GHOST -> link(ann, ann.publish("Boo", "is_ghost_post", "true"));
            case HIDDEN -> hiddenReply();
            case PENDING -> pendingReply();
            case REPOST -> repost();
            case DELETED -> deleted();
            case NEVER_WRITTEN -> dev.web() + "/@ann/post/AAAAAAAAAAA";
        };
    }

    private String byOneWhoLeft() {
        Dev.User author = stage.person();
        Api writes = stage.api(author);
        String link = link(writes, writes.publish("Bye"));
        script.act(author, "deactivate");
        return link;
    }

    private String byOneForAdults() {
        Dev.User author = stage.person();
        Api writes = stage.api(author);
        String link = link(writes, writes.publish("For adults"));
        stage.run("user", "set", author.username(), "--age-restricted", "true");
        return link;
    }

    private String hiddenReply() {
        String reply = bob.publish("Rude", "reply_to_id", ann.publish("Root"));
        ann.post("/" + reply + "/manage_reply", "hide", "true").ok();
        return link(bob, reply);
    }

    private String pendingReply() {
        String root = ann.publish("Root", "enable_reply_approvals", "true");
        return link(bob, bob.publish("Wait", "reply_to_id", root));
    }

    private String repost() {
        String root = ann.publish("Again");
        return link(bob, bob.post("/" + root + "/repost").ok().text("/id"));
    }

    private String deleted() {
        String post = ann.publish("Gone");
        String link = link(ann, post);
        ann.delete("/" + post).ok();
        return link;
    }

    private static String link(Api author, String post) {
        return author.get("/" + post, "fields", "permalink").ok().text("/permalink");
    }
}
