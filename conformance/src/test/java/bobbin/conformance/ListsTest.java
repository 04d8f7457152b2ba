package bobbin.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Parts of a list: which words say where it begins and ends, and which fields stand in it (07 §7.1). */
class ListsTest {
    private final Dev dev = Dev.server();
    private final Api api = dev.as("dan");
    private final String newest = api.publish("the newest");

    @Test
    @Spec({"07 §7.1.2", "01 §4", "07 §7.12"})
    void understandsMomentsInEveryForm() {
        Instant hourAgo = Instant.now().minusSeconds(3600);
        String local = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT)
                .withZone(ZoneId.of("America/Los_Angeles"))
                .format(hourAgo);
        for (String since : List.of(
                Long.toString(hourAgo.getEpochSecond()),
                hourAgo.toString(),
                local,
                local.replace(' ', 'T'),
                local.substring(0, 16),
                DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssZ", Locale.ROOT)
                        .withZone(ZoneOffset.ofHours(5))
                        .format(hourAgo),
                DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC).format(hourAgo),
                "-1 hour",
                "1 hour ago",
                "-60 minutes",
                "yesterday",
                "-1 week")) {
            assertThat(api.get("/me/threads", "since", since).ok().text("/data/0/id"))
                    .as(since)
                    .isEqualTo(newest);
        }
        for (String until : List.of("-1 hour", "yesterday", "2024-01-01", Long.toString(hourAgo.getEpochSecond()))) {
            assertThat(api.get("/me/threads", "until", until).ok().text())
                    .as(until)
                    .doesNotContain(newest);
        }
        for (String ahead : List.of("tomorrow", "now", "+1 year", "9999-12-31", "999999999999")) {
            assertThat(api.get("/me/threads", "until", ahead).ok().text("/data/0/id"))
                    .as(ahead)
                    .isEqualTo(newest);
        }
        for (String none : List.of("soon", "2026-02-30", "-5", "1.5", "1e9", "9999999999999", "22 November 2026")) {
            api.get("/me/threads", "since", none).refused(400, 100, "Param since must be a valid timestamp.");
        }
        api.get("/me/threads", "since", "2026-01-02", "until", "2026-01-01")
                .refused(400, 100, "Param since must be less than until.");
    }

    @Test
    @Spec({"07 §7.1.1", "01 §9", "17 §4"})
    void linksToNeighboursWithAllThatWasAskedFor() {
        Answer page = api.send(api.request("/v1.0/me/threads?fields=id%2Ctext&limit=1&since=&dnt=1&access_token="
                        + api.token() + "&access_token=" + api.token())
                .GET());
        String next = page.ok().text("/paging/next");

        assertThat(next)
                .startsWith(dev.graph() + "/v1.0/me/threads?")
                .contains("fields=id%2Ctext", "dnt=1", "access_token=" + api.token(), "limit=1", "after=")
                .doesNotContain("since=");
        assertThat(page.at("/paging").propertyNames()).containsExactly("cursors", "next");
        assertThat(page.at("/paging/cursors").propertyNames()).containsExactly("before", "after");
        Answer second = api.send(HttpRequest.newBuilder(URI.create(next)).GET()).ok();
        assertThat(second.text("/data/0/id")).isNotEqualTo(newest);
        assertThat(second.text("/paging/previous")).contains("before=").doesNotContain("after=");
    }

    @Test
    @Spec({"07 §7.3.1", "07 §7.1", "16 §10"})
    void leavesOutWhatListsNeverShow() {
        assertThat(api.get(
                                "/me/threads",
                                "fields",
                                "is_reply_owned_by_me,hide_status,reply_approval_status,media_url,username",
                                "limit",
                                "1")
                        .ok()
                        .at("/data/0")
                        .propertyNames())
                .containsExactly("username", "id");
        api.get("/me/threads", "fields", "permalink_url")
                .refused(400, 100, "Tried accessing nonexisting field (permalink_url)");
        api.get("/" + newest, "fields", "view_count")
                .refused(500, 100, "Tried accessing nonexisting field (view_count)");
    }

    @Test
    @Spec({"07 §7.1.1", "06 §7"})
    void takesALimitForWhatItCanBe() {
        assertThat(api.get("/me/threads", "limit", "9".repeat(30)).status()).isEqualTo(200);
        assertThat(api.get("/me/threads", "limit", " 1 ").ok().at("/data").size())
                .isEqualTo(1);
        for (String none : List.of("x", "1.5", "0x1", "1e1", "\u0663")) {
            api.get("/me/threads", "limit", none).refused(400, 100, "Param limit must be a valid integer.");
        }
        for (String cursor : List.of("x", "QVFI", "QVFIAAAA", "%00", "a".repeat(5000))) {
            api.get("/me/threads", "before", cursor).refused(400, 100, "Param before is not a valid cursor.");
        }
    }

    @Test
    @Spec({"01 §15", "04 §8.2", "17 §6"})
    void showsWhatWasPublishedAtOnceAndEverywhere() {
        for (int i = 0; i < 5; i++) {
            Answer drafted = api.post("/me/threads", "media_type", "TEXT", "text", "now " + i)
                    .ok();
            assertThat(api.get("/" + drafted.text("/id"), "fields", "id,status,error_message")
                            .ok()
                            .text())
                    .isEqualTo("{\"id\":\"" + drafted.text("/id") + "\",\"status\":\"FINISHED\"}");
            String post = api.post("/me/threads_publish", "creation_id", drafted.text("/id"))
                    .ok()
                    .text("/id");
            assertThat(api.get("/" + drafted.text("/id"), "fields", "status").text("/status"))
                    .isEqualTo("PUBLISHED");
            assertThat(api.get("/" + post, "fields", "text").ok().text("/text")).isEqualTo("now " + i);
            assertThat(api.get("/me/threads", "limit", "1").text("/data/0/id")).isEqualTo(post);
            assertThat(dev.as("eve").get("/" + post).status()).isEqualTo(200);
        }
    }
}
