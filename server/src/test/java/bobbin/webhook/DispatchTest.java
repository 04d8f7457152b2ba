package bobbin.webhook;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import bobbin.app.AppSecret;
import bobbin.base.Id;
import bobbin.json.Json;
import bobbin.webhook.Delivery.Last;
import bobbin.webhook.Delivery.State;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The test vector of 12 §12.4, and a receiver's view of it (12 §12.10 check 1). */
class DispatchTest {
    private static final String BODY = "{\"app_id\":\"4210000000000001\",\"topic\":\"moderate\","
            + "\"target_id\":\"3843852136068678657\",\"time\":1773074738,\"subscription_id\":\"5100000000000001\","
            + "\"has_uid_field\":false,\"values\":[{\"value\":{\"id\":\"3849152285095495686\",\"username\":\"oli.brews\","
            + "\"text\":\"Sch\\u00f6n \\ud83c\\udf89 a/b\",\"media_type\":\"TEXT_POST\","
            + "\"permalink\":\"https://www.threads.example/@oli.brews/post/DVq75wPgAgG\","
            + "\"replied_to\":{\"id\":\"3843852136068678657\"},\"root_post\":{\"id\":\"3843852136068678657\","
            + "\"owner_id\":\"2700000000000001\",\"username\":\"mara.builds\"},\"shortcode\":\"DVq75wPgAgG\","
            + "\"timestamp\":\"2026-03-09T16:45:31+0000\",\"is_verified\":false,"
            + "\"profile_picture_url\":\"https://media.threads.example/p/oli.jpg\"},\"field\":\"replies\"}]}";

    @Test
    void signsTheVector() {
        Map<String, String> headers = Dispatch.headers(
                new AppSecret("c0ffee00c0ffee00c0ffee00c0ffee00"),
                delivery(),
                BODY.getBytes(US_ASCII),
                Instant.ofEpochSecond(1_773_074_738));

        assertThat(BODY).hasSize(669);
        assertThat(headers)
                .containsEntry("X-Hub-Signature", "sha1=ae5b9aa5ee0278bc1f88f714284dcf1c8cdf5cde")
                .containsEntry(
                        "X-Hub-Signature-256",
                        "sha256=6d9053d26006ed25897b1b53132f859bb701adb50e88e2205a0a2639b7e73adb")
                .containsEntry("webhook-id", "7")
                .containsEntry("webhook-timestamp", "1773074738");
    }

    @Test
    void writesTheVectorAsItIs() {
        assertThat(Json.ascii(Json.parse(BODY))).isEqualTo(BODY);
    }

    @Test
    void givesEachHostEightAndAFailingAddressOne() {
        Lanes lanes = new Lanes();
        assertThat(lanes.enter("https://a.example/1", 20)).isEqualTo(8);
        assertThat(lanes.enter("https://a.example/2", 20)).isZero();
        assertThat(lanes.enter("https://b.example/", 20)).isEqualTo(8);
        lanes.leave("https://a.example/1", 8);
        lanes.note("https://a.example/1", false);
        assertThat(lanes.enter("https://a.example/1", 20)).isEqualTo(1);
        assertThat(lanes.enter("https://a.example/2", 20)).isEqualTo(7);
        assertThat(lanes.mayGoOn("https://a.example/1")).isTrue();
        lanes.note("https://a.example/1", true);
        lanes.leave("https://a.example/2", 7);
        assertThat(lanes.enter("https://a.example/1", 20)).isEqualTo(7);
    }

    private static Delivery delivery() {
        return new Delivery(
                new Id(1),
                new Id(7),
                new Id(2),
                Field.REPLIES,
                new Id(3),
                BODY,
                State.SENDING,
                "https://app.example.org/hooks/threads",
                Instant.EPOCH,
                1,
                Optional.empty(),
                Last.NONE);
    }
}
