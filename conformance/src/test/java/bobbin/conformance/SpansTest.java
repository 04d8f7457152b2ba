package bobbin.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Lists of what others wrote, cut by time and turned page by page (07 §7.1). */
class SpansTest {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssZ");

    private final Dev dev = Dev.server();
    private final Api ann = dev.as("ann");
    private final Api bob = dev.as("bob");

    @Test
    @Spec({"08 §8.1", "07 §7.1"})
    void findsByTheHour() {
        String word = "w" + Long.toString(System.nanoTime(), 36);
        String post = ann.publish("the " + word);

        keepsToASpan(bob, post, "/keyword_search", "q", word);
    }

    @Test
    @Spec({"08 §8.4", "07 §7.1"})
    void listsAProfileByTheHour() {
        keepsToASpan(bob, ann.publish("now"), "/profile_posts", "username", "ann");
    }

    @Test
    @Spec({"08 §8.5", "07 §7.1"})
    void listsMentionsByTheHour() {
        keepsToASpan(bob, ann.publish("to @bob"), "/me/mentions");
    }

    @Test
    @Spec({"10 §10.6", "07 §7.1"})
    void turnsPagesOfWhatWaits() {
        String root = ann.publish("Ask me.", "enable_reply_approvals", "true");
        String first = bob.publish("one", "reply_to_id", root);
        String second = bob.publish("two", "reply_to_id", root);
        String list = "/" + root + "/pending_replies";

        Answer newest = ann.get(list, "limit", "1").ok();
        assertThat(ids(newest)).containsExactly(second);
        Answer older = ann.get(list, "limit", "1", "after", newest.text("/paging/cursors/after"));
        assertThat(ids(older)).containsExactly(first);
        assertThat(ids(ann.get(list, "limit", "1", "before", older.text("/paging/cursors/before"))))
                .containsExactly(second);
        assertThat(ids(ann.get(list, "reverse", "false"))).containsExactly(first, second);
    }

    private void keepsToASpan(Api reader, String post, String list, String... more) {
        long time = OffsetDateTime.parse(
                        ann.get("/" + post, "fields", "timestamp").text("/timestamp"), TIME)
                .toEpochSecond();
        Map<Boolean, String[]> spans = new TreeMap<>(Map.of(
                true, new String[] {"since", "" + (time - 1), "until", "" + (time + 3600)},
                false, new String[] {"since", "" + (time - 7200), "until", "" + (time - 3600)}));
        spans.forEach((within, span) -> assertThat(
                        ids(reader.get(list, Api.join(more, span))).contains(post))
                .as(String.join(" ", span))
                .isEqualTo(within));
        assertThat(ids(reader.get(list, Api.join(more, "since", "" + (time + 3600)))))
                .isEmpty();
    }

    private static List<String> ids(Answer list) {
        return list.ok()
                .at("/data")
                .valueStream()
                .map(each -> each.path("id").asString())
                .toList();
    }
}
