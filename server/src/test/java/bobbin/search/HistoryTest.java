package bobbin.search;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Fixture;
import bobbin.GraphClient;
import bobbin.account.SearchHistory.Entry;
import bobbin.base.Id;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people have searched for: 08 §8.2. */
class HistoryTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final Fair fair = new Fair(fixture);
    private final Id ann = fair.town.ann();
    private final Id bob = fair.town.bob();

    @Test
    void remembersWhatWasSearched() {
        fair.post(ann, "x");
        fair.post(ann, "x");
        fair.search(bob, "nothing");
        fixture.time.pass(Duration.ofSeconds(1));
        var page = Fair.answer(fair.client(bob), "x", "limit", "1");
        Fair.answer(fair.client(bob), "x", "limit", "1", "after", page.at("/paging/cursors/after"));
        fixture.time.pass(Duration.ofSeconds(1));
        fair.search(bob, "nothing");

        long now = fixture.time.millis();
        assertThat(searched())
                .isEqualTo("{\"recently_searched_keywords\":[{\"query\":\"nothing\",\"timestamp\":" + now
                        + "},{\"query\":\"x\",\"timestamp\":" + (now - 1000) + "}],\"id\":\"" + GraphClient.SCOPED_ID
                        + "\"}");
        assertThat(Long.toString(now)).hasSize(13);

        fixture.time.pass(Duration.ofDays(30).minusMillis(500));
        assertThat(searched()).contains("nothing").doesNotContain("\"x\"");
        fair.history.forget();
        fixture.time.pass(Duration.ofSeconds(1));
        assertThat(searched()).contains("\"recently_searched_keywords\":[]");
    }

    @Test
    void remembersTheNewest25() {
        for (int i = 0; i < 30; i++) {
            fixture.time.pass(Duration.ofSeconds(1));
            fair.search(bob, "word " + i);
        }

        assertThat(fair.history.of(bob)).hasSize(25);
        assertThat(fair.history.of(bob).getLast().query()).isEqualTo("word 5");
        assertThat(fair.history.of(ann)).isEmpty();
    }

    @Test
    void remembersWhatIsSearchedTwiceAtOnce() throws Exception {
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            many.invokeAll(Collections.nCopies(8, () -> fair.search(bob, "kiwi")));
        }

        assertThat(fair.history.of(bob)).extracting(Entry::query).containsExactly("kiwi");
    }

    private String searched() {
        return fair.client(bob)
                .get("/me", "fields", "recently_searched_keywords")
                .text();
    }
}
