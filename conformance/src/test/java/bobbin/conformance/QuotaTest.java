package bobbin.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How much of the day's quota is used. */
class QuotaTest {
    private final Dev dev = Dev.server();

    @Test
    @Spec(
            value = {"04 §18", "05 §2", "16 §8"},
            edges = "GET /{account}/threads_publishing_limit")
    void countsWhatIsPublished() {
        Api eve = dev.as("eve");
        int before = usage(eve);
        eve.publish("counted");
        eve.post("/me/threads", "media_type", "TEXT", "text", "a draft is not counted")
                .ok();
        assertThat(usage(eve)).isEqualTo(before + 1);

        assertThat(eve.get(
                                "/me/threads_publishing_limit",
                                "fields",
                                "config,quota_usage,reply_quota_usage,reply_config,delete_quota_usage,"
                                        + "delete_config,location_search_quota_usage,location_search_config,search_quota_usage,search_config")
                        .ok()
                        .text()
                        .replaceAll("(_quota_usage\":)\\d+", "$1N"))
                .isEqualTo("{\"data\":[{\"config\":{\"quota_total\":250,\"quota_duration\":86400},\"quota_usage\":"
                        + (before + 1)
                        + ",\"reply_quota_usage\":N,\"reply_config\":{\"quota_total\":1000,\"quota_duration\":86400},\"delete_quota_usage\":N,"
                        + "\"delete_config\":{\"quota_total\":100,\"quota_duration\":86400},\"location_search_quota_usage\":N,"
                        + "\"location_search_config\":{\"quota_total\":500,\"quota_duration\":86400},\"search_quota_usage\":N,"
                        + "\"search_config\":{\"quota_total\":2200,\"quota_duration\":86400}}]}");
        assertThat(eve.get("/me/threads_publishing_limit", "fields", "config{quota_total}")
                        .ok()
                        .text())
                .isEqualTo("{\"data\":[{\"config\":{\"quota_total\":250}}]}");
    }

    @Test
    @Spec({"04 §18", "05 §3", "06 §4.1"})
    void refusesThe251stPostOfADay() {
        Api threads = dev.as("threads");
        for (int used = usage(threads); used < 250; used++) {
            threads.post("/me/threads", "media_type", "TEXT", "text", "post " + used, "auto_publish_text", "1")
                    .ok();
        }
        String container = threads.post("/me/threads", "media_type", "TEXT", "text", "one too many")
                .ok()
                .text("/id");
        Answer refused = threads.post("/me/threads_publish", "creation_id", container);

        refused.refused(400, 613, 4279002, "Calls to this api have exceeded the rate limit.");
        assertThat(refused.text("/error/error_user_title")).isEqualTo("Threads API Rate Limit Exceeded");
        assertThat(Integer.parseInt(refused.header("retry-after"))).isBetween(86_000, 86_400);
        assertThat(threads.get("/" + container, "fields", "status").text("/status"))
                .isEqualTo("FINISHED");
        threads.post("/me/threads", "media_type", "TEXT", "text", "also", "auto_publish_text", "1")
                .refused(400, 613, 4279002, "Calls to this api have exceeded the rate limit.");
        assertThat(usage(threads)).isEqualTo(250);
    }

    private static int usage(Api api) {
        return api.get("/me/threads_publishing_limit")
                .ok()
                .at("/data/0/quota_usage")
                .asInt();
    }
}
