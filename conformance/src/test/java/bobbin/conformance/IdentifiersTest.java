package bobbin.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What ids look like, whose they are, and what they tell. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // one person is enough, and made by command
class IdentifiersTest {
    private final Dev dev = Dev.server();
    private final Stage stage = new Stage(dev);
    private final Dev.User person = stage.person();
    private final Api api = stage.api(person);

    @Test
    @Spec({"01 §6", "09 §9.4", "17 §3"})
    void callsOnePersonDifferentlyInEachApp() {
        Api other = stage.api(person, stage.app());
        String here = api.get("/me").ok().text("/id");
        String there = other.get("/me").ok().text("/id");

        assertThat(here).matches("\\d{16}").isNotEqualTo(there);
        assertThat(there).matches("\\d{16}");
        assertThat(new BigInteger(here)).isLessThanOrEqualTo(BigInteger.valueOf((1L << 53) - 1));
        missing("get", here, other.get("/" + here));
        missing("get", here, other.get("/" + here + "/threads"));
        other.post("/" + here + "/threads", "media_type", "TEXT", "text", "x")
                .refused(400, 24, 4279009, "The requested resource does not exist");

        String post = api.publish("whose");
        assertThat(other.get("/" + post, "fields", "owner").ok().text("/owner/id"))
                .isEqualTo(there);
        assertThat(api.get("/" + post, "fields", "owner").ok().text("/owner/id"))
                .isEqualTo(here);
    }

    @Test
    @Spec({"04 §8.3", "04 §9"})
    void keepsAContainerToItsApp() {
        Api other = stage.api(person, stage.app());
        String container =
                api.post("/me/threads", "media_type", "TEXT", "text", "x").ok().text("/id");

        missing("get", container, other.get("/" + container, "fields", "status"));
        other.post("/me/threads_publish", "creation_id", container)
                .refused(400, 24, 4279009, "The requested resource does not exist");
    }

    @Test
    @Spec({"01 §6", "01 §7", "07 §7.2"})
    void tellsTheTimeInTheIdOfAPost() {
        Instant before = Instant.now().minusSeconds(2);
        String post = api.publish("when");
        Answer read = api.get("/" + post, "fields", "timestamp,shortcode").ok();

        long millis = (new BigInteger(post).longValueExact() >> 23) + 1_314_220_021_721L;
        assertThat(Instant.ofEpochMilli(millis)).isBetween(before, Instant.now().plusSeconds(2));
        assertThat(read.text("/timestamp"))
                .isEqualTo(Instant.ofEpochSecond(millis / 1000).toString().replace("Z", "+0000"));
        assertThat(read.text("/shortcode")).matches("[A-Za-z0-9_-]{11}");
        assertThat(read.at("/id").isString()).isTrue();
    }

    @Test
    @Spec({"06 §6", "09 §9.3", "07 §7.4"})
    void givesNothingAwayUnderIdsOfOtherThings() {
        for (String id : new String[] {
            dev.app().id(),
            dev.user("bob").id(),
            "0",
            "1",
            "17",
            "9223372036854775807",
            "9223372036854775808",
            "9".repeat(60),
            "-1",
            "0x10",
            "me%2Fthreads",
            "ME",
            "null"
        }) {
            Answer answer = api.get("/" + id);
            assertThat(answer.status()).as(id).isEqualTo(400);
            assertThat(answer.at("/error/error_subcode").asInt()).as(id).isEqualTo(33);
        }
    }

    @Test
    @Spec({"06 §6", "04 §9"})
    void findsNoContainerUnderAnyOtherNumber() {
        String post = api.publish("x");
        for (String id : new String[] {post, dev.app().id(), api.get("/me").text("/id"), "0", "9".repeat(60)}) {
            Answer answer = api.post("/me/threads_publish", "creation_id", id)
                    .refused(400, 24, 4279009, "The requested resource does not exist");
            assertThat(answer.text("/error/error_user_msg")).isEqualTo("The media with id " + id + " cannot be found.");
        }
        for (String none : new String[] {"null", "undefined", ""}) {
            api.post("/me/threads_publish", "creation_id", none)
                    .refused(400, 100, "The parameter creation_id is required");
        }
    }

    private static void missing(String method, String id, Answer answer) {
        answer.refused(
                400,
                100,
                33,
                "Unsupported " + method + " request. Object with ID '" + id
                        + "' does not exist, cannot be loaded due to missing permissions, or does not support this operation");
    }
}
